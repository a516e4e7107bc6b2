import Foundation
import Testing

/// What keeps the architecture true.
@Suite struct ArchitectureTests {
  private static let sources: [(path: String, text: String)] = {
    let folder = CommandRun.root.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    return files.filter { $0.pathExtension == "swift" }.compactMap { file in
      (try? String(contentsOf: file, encoding: .utf8)).map { (String(file.path.dropFirst(folder.path.count + 1)), $0) }
    }
  }()

  @Test func `the word unsafe, as the language has it, stands in known files only`() {
    let files = Self.sources.filter { source in
      source.text.split(separator: "\n").contains { line in
        let code = line.split(separator: "//", omittingEmptySubsequences: false)[0]
        return code.contains(/\bunsafe [A-Za-z(&]|@unsafe|@unchecked|nonisolated\(unsafe\)|Unsafe[A-Z]/)
          && !code.contains("case unsafe")
      }
    }
    #expect(
      Set(files.map(\.path)) == [
        "JSONSchema/MetaSchemas.swift", "ManifestFiles/SystemCalls.swift", "ManifestSchemas/BundledSchema.swift",
        "ManifestSyntax/YAMLEvents.swift", "ManifestText/Span+eightBytes.swift",
      ])
  }

  @Test func `nothing links Foundation`() {
    for source in Self.sources {
      #expect(!source.text.contains(/import Foundation/), "\(source.path)")
    }
  }

  @Test func `only one file speaks to libyaml, and only one to the system`() {
    #expect(
      Self.sources.filter { $0.text.contains("import CLibYAML") }.map(\.path) == ["ManifestSyntax/YAMLEvents.swift"])
    #expect(
      Self.sources.filter { $0.text.contains(/import (Glibc|Musl|Darwin)/) }.map(\.path) == [
        "ManifestFiles/SystemCalls.swift"
      ])
  }

  @Test func `files hold no unfinished marks and no path of a machine`() {
    for source in Self.sources {
      #expect(!source.text.contains(/\/\/+ (TODO|FIXME|XXX)\b/), "\(source.path)")
      #expect(!source.text.contains(/"\/(work|home|tmp)\//), "\(source.path)")
    }
  }
}
