@testable import JSONSchema
import ManifestSchemas
import ManifestSyntax
import ManifestText
import Testing

/// The laws that every bundled schema keeps.
@Suite struct SchemaLawTests {
  private static func root(_ text: [UInt8], named path: String) throws -> Node {
    let parsed = JSONParser.parse(SourceText(path: path, bytes: text))
    #expect(parsed.errors.isEmpty, "\(parsed.errors)")
    return try #require(parsed.documents.first).root
  }

  @Test(arguments: BundledSchema.allCases)
  func `a bundled schema compiles and is valid by the meta-schema`(schema: BundledSchema) throws {
    let root = try Self.root(schema.bytes, named: schema.fileName)
    var others = SchemaRegistry()
    for other in BundledSchema.allCases { others.add(try Self.root(other.bytes, named: other.fileName)) }
    _ = try Schema(compiling: root, registry: others)
    let reference = #"{ "$ref": "https://json-schema.org/draft/2020-12/schema" }"#
    let metaSchema = try Schema(compiling: Self.root(Array(reference.utf8), named: "meta.json"))
    #expect(metaSchema.violations(of: root).map(\.message) == [])
    let broken = try Self.root(Array(#"{ "type": "text" }"#.utf8), named: "broken.json")
    #expect(!metaSchema.isValid(broken))
  }

  /// What a run relies on that compiles a schema on demand.
  @Test(arguments: BundledSchema.allCases)
  func `nothing is wrong with a bundled schema, and it says the same on demand`(schema: BundledSchema) throws {
    let whole = try Self.root(schema.bytes, named: schema.fileName)
    var others = SchemaRegistry()
    if schema == .reportLine {
      others.add(try Self.root(BundledSchema.report.bytes, named: BundledSchema.report.fileName))
    }
    var options = SchemaOptions()
    options.formats = .always
    let compiled = try Schema(compiling: whole, registry: others, options: options)
    #expect(compiled.problems.isEmpty)
    #expect(compiled.program.width <= Program.widthOnDemand)
    // That one refers to another document.
    if schema == .reportLine { return }
    let bare = try Self.root(schema.bareBytes, named: schema.fileName)
    let onDemand = try Schema(compilingOnDemand: bare, options: options)
    for other in BundledSchema.allCases {
      let document = try Self.root(other.bytes, named: other.fileName)
      #expect(
        onDemand.allViolations(of: document).map(\.message) == compiled.allViolations(of: document).map(\.message))
    }
  }

  @Test(arguments: BundledSchema.allCases)
  func `a bundled schema has no duplicate keys`(schema: BundledSchema) throws {
    let root = try Self.root(schema.bytes, named: schema.fileName)
    #expect(root.tree.duplicateKeys.map(\.repeated.pointer) == [])
  }
}
