import Foundation
import FuzzTargets
import Testing

/// Inputs that once broke something, and the samples, from which fuzzing starts.
@Suite struct `Inputs that were found by fuzzing` {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Inputs")

  @Test(arguments: FuzzTarget.allCases)
  func `break nothing any more`(target: FuzzTarget) throws {
    let folder = Self.folder.appending(path: target.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!names.isEmpty)
    for name in names {
      let bytes = try Data(contentsOf: folder.appending(path: name))
      #expect(throws: Never.self, "\(target.rawValue)/\(name)") { try target.run(Array(bytes)) }
    }
  }
}
