import Foundation
import JSONSchema
import ManifestSyntax
import ManifestText
import Testing

// README shows this function; a test compares.

func problems(in text: String, schema: String) throws(SchemaError) -> [String] {
  let root = JSONParser.parse(SourceText(path: "schema.json", text: schema)).documents[0].root
  let compiled = try Schema(compiling: root)

  let source = SourceText(path: "document.yaml", text: text)
  let document = YAMLParser.parse(source).documents[0].root
  var positions = PositionConverter(source, columns: .characters)
  return compiled.violations(of: document).map { violation in
    let place = positions.lineColumn(at: violation.culprit.range.lowerBound)
    return "\(place.line):\(place.column): \(violation.message)"
  }
}

@Suite struct LibraryExampleTests {
  @Test func `does what it says`() throws {
    let found = try problems(in: "a: 1\nb: x\n", schema: #"{"additionalProperties": {"type": "integer"}}"#)
    #expect(found == ["2:4: 'b' must be a whole number, not text"])
    #expect(throws: SchemaError.self) { try problems(in: "", schema: #"{"type": 1}"#) }
  }

  @Test func `is the one in README`() throws {
    var package = URL(filePath: #filePath)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    let readme = try String(contentsOf: package.appending(path: "README.md"), encoding: .utf8)
    let code = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let start = try #require(code.range(of: "func problems")).lowerBound
    let end = try #require(code.range(of: "\n\n@Suite")).lowerBound
    #expect(readme.contains("import ManifestText\n\n\(code[start..<end])\n```"))
  }
}
