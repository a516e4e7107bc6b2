import Foundation
import ManifestSchemas
import Testing

@Suite struct BundledSchemaTests {
  /// `Schemas/` of this package.
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Schemas", directoryHint: .isDirectory)

  @Test func `there is a case for each file of the folder`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
      .filter { $0.hasSuffix(".schema.json") }
    #expect(BundledSchema.allCases.map(\.fileName).sorted() == files.sorted())
  }

  @Test(arguments: BundledSchema.allCases)
  func `the binary holds the file as it is`(schema: BundledSchema) throws {
    let file = try Data(contentsOf: Self.folder.appending(path: schema.fileName))
    #expect(schema.bytes == Array(file))
  }

  @Test(arguments: BundledSchema.allCases)
  func `the title is the one in the file`(schema: BundledSchema) throws {
    let root = try #require(try JSONSerialization.jsonObject(with: Data(schema.bytes)) as? [String: Any])
    #expect(root["title"] as? String == schema.title)
    #expect(root["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect((root["$id"] as? String)?.hasSuffix("/Schemas/\(schema.fileName)") == true)
  }

  /// A mapping that names a keyword its own object lacks would silence nothing and look as if it did.
  @Test(arguments: BundledSchema.allCases)
  func `each x-rule names keywords of its own object`(schema: BundledSchema) throws {
    var rest: [Any] = [try JSONSerialization.jsonObject(with: Data(schema.bytes))]
    while let value = rest.popLast() {
      if let list = value as? [Any] { rest += list }
      guard let object = value as? [String: Any] else { continue }
      rest += object.values
      guard let rules = object["x-rule"] as? [String: String] else { continue }
      for keyword in rules.keys {
        #expect(object[keyword] != nil, "'\(keyword)' of x-rule \(rules) is not in its object")
      }
    }
  }
}
