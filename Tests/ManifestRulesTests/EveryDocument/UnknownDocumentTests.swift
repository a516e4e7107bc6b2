import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct UnknownDocumentTests {
  @Test(arguments: ["name: A\n", "- a\n", "text\n", "42\n"])
  func `flags what is none of the kinds`(text: String) {
    let diagnostics = Linter(RuleSet([UnknownDocument()]), schemas: [:])
      .lint(SourceText(path: "x.yaml", text: text)).diagnostics
    #expect(diagnostics.map(\.rule) == ["unknown-document"])
    #expect(diagnostics[0].range.utf8Offsets == 0..<1)
  }

  @Test func `an empty file is said to be empty`() {
    expectLint(UnknownDocument(), in: "0️⃣0️⃣", ["0️⃣": "the document is empty; expected an app manifest"])
  }

  @Test func `names the retired kind`() {
    expectLint(
      UnknownDocument(),
      in: #"1️⃣{1️⃣ "version": "v202101", "features": {}, "endpoints": { "postInvoice": "https://a.de/:linkId" } }"#,
      named: "x.json", ["1️⃣": "this is the manifest of an invoicing extension, a kind that Pipedrive no longer offers"])
  }

  @Test(arguments: [
    "app: {}", #"{"type": "array", "items": {}}"#, #"{"properties": {"blocks": {}}}"#,
    #"{"endpoints": {"postMessage": "x"}}"#, #"{"endpoints": {"postMeeting": "x"}}"#,
  ])
  func `the kinds that are known pass`(text: String) {
    expectLint(UnknownDocument(), in: text)
  }

  @Test func `a named kind is believed`() {
    expectLint(UnknownDocument(), in: "name: A\n", options: .init(kind: .appManifest))
  }
}
