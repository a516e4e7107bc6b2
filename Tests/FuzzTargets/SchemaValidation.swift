import JSONSchema
import ManifestSyntax
import ManifestText

/// The schema compiler and the validator.
///
/// The input is a schema and an instance with a line that holds only `---` between them, both JSON or YAML.
enum SchemaValidation {
  static func check(_ bytes: [UInt8]) throws(BrokenProperty) {
    let (first, second) = halves(bytes)
    let schemaText = SourceText(path: "schema.yaml", bytes: first)
    let parsedSchema = YAMLParser.parse(schemaText)
    let instance = YAMLParser.parse(SourceText(path: "instance.yaml", bytes: second))
    guard parsedSchema.errors.isEmpty, instance.errors.isEmpty, let root = parsedSchema.documents.first?.root,
      let value = instance.documents.first?.root
    else { return }
    var options = SchemaOptions()
    options.draft = Draft.allCases[bytes.count % Draft.allCases.count]
    options.formats = bytes.count % 2 == 0 ? .always : .asDialectSays
    do {
      let schema = try Schema(compiling: root, options: options)
      let violations = schema.violations(of: value)
      try expect(schema.isValid(value) == violations.isEmpty, "a value is valid or has violations")
      try expect(
        schema.allViolations(of: value).isEmpty == violations.isEmpty, "all violations are none where there is none")
      for violation in violations {
        try expect(!violation.message.isEmpty, "a violation says what is wrong")
        try expect(
          violation.node.range.utf8Offsets.upperBound <= second.count, "a violation points into the instance")
      }
      if let reordered = reordered(value) {
        try expect(schema.isValid(reordered) == violations.isEmpty, "the order of keys does not matter")
      }
    } catch let error as SchemaError {
      try expect(!error.message.isEmpty, "a broken schema is explained")
    } catch let error as BrokenProperty {
      throw error
    } catch {}
  }

  private static func halves(_ bytes: [UInt8]) -> ([UInt8], [UInt8]) {
    let mark = Array("\n---\n".utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else { return (bytes, bytes) }
    return (Array(bytes[..<start]), Array(bytes[(start + mark.count)...]))
  }

  /// The same value with the keys of its mappings in the opposite order.
  private static func reordered(_ root: Node) -> Node? {
    guard root.tree.duplicateKeys.isEmpty, let json = PlainJSON.text(of: root, reversingKeys: true) else { return nil }
    let parsed = JSONParser.parse(SourceText(path: "reordered.json", bytes: json))
    return parsed.errors.isEmpty ? parsed.documents.first?.root : nil
  }
}
