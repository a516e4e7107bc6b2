import JSONSchema
import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct IncompleteValidationTests {
  /// A schema of which a part leads nowhere, for whatever document.
  private static func linter(_ schema: String) throws -> Linter {
    let root = JSONParser.parse(SourceText(path: "schema.json", text: schema)).documents[0].root
    let compiled = try Schema(compiling: root)
    return Linter(RuleSet([IncompleteValidation()]), schemas: { _ in compiled })
  }

  private func rules(_ text: String, _ linter: Linter) -> [String] {
    var options = Linter.Options()
    options.kind = .appManifest
    return linter.lint(SourceText(path: "a.yaml", text: text), options).diagnostics.map(\.rule)
  }

  @Test func `is silent where everything was checked`() throws {
    let linter = try Self.linter(#"{ "properties": { "a": { "type": "string" } } }"#)
    #expect(rules("a: 1\nb: 2\n", linter).isEmpty)
  }

  @Test func `speaks of a value that comes to a reference that leads nowhere`() throws {
    let linter = try Self.linter(##"{ "properties": { "a": { "$ref": "#/$defs/none" } } }"##)
    let marked = MarkedText("a: 1️⃣11️⃣\nb: 2\n")
    var options = Linter.Options()
    options.kind = .appManifest
    let diagnostics = linter.lint(SourceText(path: "a.yaml", text: marked.text), options).diagnostics
    #expect(diagnostics.map(\.rule) == ["incomplete-validation"])
    #expect(diagnostics.first?.range == marked.ranges["1️⃣"])
    #expect(rules("b: 2\n", linter).isEmpty)
  }
}
