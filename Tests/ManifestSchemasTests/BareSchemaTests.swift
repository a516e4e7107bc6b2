import Foundation
import ManifestSchemas
import ManifestSyntax
import ManifestText
import Testing

/// The schemas that runs read are those of `Schemas/` without what only people read.
@Suite struct BareSchemaTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/CSchemas/Bare")

  /// What no validator looks at.
  private static let forPeople: Set<String> = [
    "$comment", "default", "description", "enumDescriptions", "examples", "patternErrorMessage",
  ]

  /// The keywords whose values are schemas under names of their own.
  private static let maps: Set<String> = ["$defs", "dependentSchemas", "patternProperties", "properties"]

  /// The keywords whose schemas a message may call by their titles.
  private static let naming: Set<String> = ["anyOf", "contains", "not", "oneOf"]

  /// With `UPDATE_EXPECTED=1` in the environment the files are written anew.
  @Test(arguments: [
    BundledSchema.appManifest, .jsonPanel, .jsonModal, .messagingManifest, .videoManifest, .configuration,
  ])
  func `a bare schema is the whole one without what only people read`(schema: BundledSchema) throws {
    let parsed = JSONParser.parse(SourceText(path: schema.fileName, bytes: schema.bytes))
    var writer = JSONWriter(indented: false)
    try Self.write(#require(parsed.documents.first).root, to: &writer)
    let expected = String(decoding: writer.bytes, as: UTF8.self) + "\n"
    let file = Self.folder.appending(path: schema.fileName)
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" { try Data(expected.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == expected, "run 'make update-samples'")
  }

  @Test(arguments: BundledSchema.allCases)
  func `a bare schema is what the binary has`(schema: BundledSchema) throws {
    let file = Self.folder.appending(path: schema.fileName)
    let isKept = FileManager.default.fileExists(atPath: file.path)
    #expect(schema.bareBytes == (isKept ? [UInt8](try Data(contentsOf: file)) : schema.bytes))
  }

  /// Runs compile these on demand, which takes what has a name of its own for a part of the document like any other.
  @Test(arguments: BundledSchema.allCases)
  func `nothing in a schema but its root has a name of its own`(schema: BundledSchema) throws {
    let parsed = JSONParser.parse(SourceText(path: schema.fileName, bytes: schema.bareBytes))
    let root = try #require(parsed.documents.first).root
    let names: Set<String> = ["$anchor", "$dynamicAnchor", "$dynamicRef", "$id", "$recursiveAnchor", "$recursiveRef"]
    #expect(root.subtree.filter { $0.isKey && names.contains($0.text) }.map(\.pointer) == ["/$id"])
  }

  private static func write(_ schema: Node, isNamed: Bool = false, to writer: inout JSONWriter) {
    guard schema.kind == .mapping else { return copy(schema, to: &writer) }
    writer.object { writer in
      for entry in schema.entries where !forPeople.contains(entry.key.text) {
        let key = entry.key.text
        if key == "title", !isNamed { continue }
        let isNamed = naming.contains(key)
        writer.member(key) { writer in
          switch key {
          case _ where maps.contains(key):
            writer.object { writer in
              for entry in entry.value.entries { writer.member(entry.key.text) { write(entry.value, to: &$0) } }
            }
          case "allOf", "anyOf", "oneOf", "prefixItems":
            writer.array(entry.value.items) { write($1, isNamed: isNamed, to: &$0) }
          case "enum", "const", "x-rule": copy(entry.value, to: &writer)
          default: write(entry.value, isNamed: isNamed, to: &writer)
          }
        }
      }
    }
  }

  private static func copy(_ node: Node, to writer: inout JSONWriter) {
    writer.write(node, number: { $0.text })
  }
}
