import ManifestSyntax
import ManifestText

/// The parser of JSON: places, and that what it takes is written as it is read.
enum JSONParsing {
  static func check(_ bytes: [UInt8]) throws(BrokenProperty) {
    let source = SourceText(path: "fuzz.json", bytes: bytes)
    let parsed = JSONParser.parse(source)
    try ParsePlaces.check(parsed, of: source)
    guard parsed.errors.isEmpty, let tree = parsed.documents.first else { return }
    guard let json = PlainJSON.text(of: tree.root) else {
      throw BrokenProperty("a JSON document has a form in JSON")
    }
    let again = JSONParser.parse(SourceText(path: "again.json", bytes: json))
    try expect(again.errors.isEmpty, "what is written is read again: \(again.errors.first?.message ?? "")")
    try expect(again.documents.first.flatMap { PlainJSON.text(of: $0.root) } == json, "a document is read as written")
  }
}
