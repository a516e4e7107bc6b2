import Foundation
import Testing

@Suite struct UnsafeFilesTests {
  @Test func `one file of this module talks to libyaml`() throws {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    folder.append(path: "Sources/ManifestSyntax")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.count > 10)
    let talking = try files.filter { file in
      let words = try String(contentsOf: file, encoding: .utf8).split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      return words.contains("unsafe") || words.contains("CLibYAML")
    }
    #expect(talking.map(\.lastPathComponent) == ["YAMLEvents.swift"])
  }
}
