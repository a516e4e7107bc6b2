import Foundation
import ManifestSyntax
import Testing

@testable import JSONSchema

/// Lists that must agree with the folders.
@Suite struct ListTests {
  private static func files(_ folder: String) throws -> [String] {
    var package = URL(filePath: #filePath)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    let path = package.path + "/Sources/JSONSchema/" + folder
    return try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".swift") }
      .map { String($0.dropLast(6)) }.sorted()
  }

  @Test func `every keyword has a file and a line in the list`() throws {
    #expect(try Self.files("Keywords") == Keywords.all.map { "\($0)" })
    #expect(Set(Keywords.all.map { $0.name }).count == Keywords.all.count)
  }

  @Test func `every format has a file and a line in the list`() throws {
    #expect(try Self.files("Formats") == Formats.all.map { "\($0)" })
    #expect(Set(Formats.all.map { $0.name }).count == Formats.all.count)
  }

  @Test func `flags of records are what the tree has`() {
    #expect(RecordFlag.isKey == Record.Flags.isKey.rawValue)
    #expect(RecordFlag.isRepeated == Record.Flags.isRepeated.rawValue)
    #expect(RecordFlag.isMergeKey == Record.Flags.isMergeKey.rawValue)
    #expect(RecordFlag.isDecoded == Record.Flags.isDecoded.rawValue)
  }

  @Test(arguments: Draft.allCases)
  func `the meta-schema of a draft is valid by itself`(draft: Draft) throws {
    let root = try #require(MetaSchemas.document(draft.metaSchemaURI))
    let schema = try Schema(compiling: root)
    #expect(schema.problems.isEmpty)
    #expect(schema.violations(of: root).map(\.message) == [])
  }
}
