import ManifestSyntax
import ManifestText

/// The parser of YAML: places, and that a document without errors is the value that it is taken for.
enum YAMLParsing {
  static func check(_ bytes: [UInt8]) throws(BrokenProperty) {
    let source = SourceText(path: "fuzz.yaml", bytes: bytes)
    let parsed = YAMLParser.parse(source)
    try ParsePlaces.check(parsed, of: source)
    guard parsed.errors.isEmpty else { return }
    for tree in parsed.documents where tree.duplicateKeys.isEmpty {
      guard let json = PlainJSON.text(of: tree.root), json.count < 100_000 else { continue }
      let again = JSONParser.parse(SourceText(path: "fuzz.json", bytes: json))
      // What YAML allows deeper than JSON's limit, or as text that JSON cannot hold, is refused with a reason.
      guard again.errors.isEmpty, let copy = again.documents.first else { continue }
      try expect(PlainJSON.text(of: copy.root) == json, "a document read from YAML is the same read from JSON")
    }
  }
}
