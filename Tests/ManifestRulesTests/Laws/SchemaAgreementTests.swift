import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

/// Over documents with random slips in them, the linter and the bare schemas agree.
@Suite struct SchemaAgreementTests {
  private static let linter = Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all)

  /// The rules that report an error only where a schema refuses something.
  private static let ownedBySchemas: Set = [
    "missing-key", "unknown-key", "wrong-type", "invalid-value", "empty-value", "schema-violation", "panel-field-type",
    "panel-field-key", "modal-block-limit", "modal-action-count", "modal-component", "modal-option",
    "modal-option-missing", "modal-handler", "modal-fetch-on-change", "extension-version", "endpoint-missing",
    "endpoint-unknown", "endpoint-braces", "name-length", "description-length", "listing-length", "onboarding-limits",
    "listing-image-count", "location-not-allowed", "plaintext-secret", "settings-page-fields", "panel-authentication",
    "https-iframe-url", "duplicate-scope", "duplicate-location",
  ]

  private static let documents: [(kind: DocumentKind, text: String)] = [
    (.jsonPanel, DocumentTexts.panels), (.jsonPanel, DocumentTexts.panel), (.jsonModal, DocumentTexts.modal),
    (.messagingManifest, DocumentTexts.messaging), (.videoManifest, DocumentTexts.video),
  ]

  @Test(arguments: documents)
  func `what a schema refuses is reported there, and what it accepts is not`(kind: DocumentKind, text: String) {
    let original = TestValue(json: text)
    var random = SeededGenerator(seed: UInt64(text.utf8.count))
    var refused = 0
    for _ in 0..<500 where !check(kind, original.withSlips(using: &random)) { refused += 1 }
    #expect(refused > 200)
  }

  /// App manifests, with the documents inside of them: 10,000 in a thorough run.
  @Test(arguments: Thoroughness.seeds(200, quick: 8))
  func `what the schemas refuse of an app manifest is reported there, and what they accept is not`(seed: UInt64) {
    var generator = ManifestGenerator(seed: seed)
    var refused = 0
    for index in 0..<50 {
      var value = generator.next()
      if index.isMultiple(of: 2) {
        value = value.withSlips(using: &generator.random)
      } else {
        let mistake = generator.random.pick(ManifestMistake.allCases)
        value = mistake.planted(in: value, using: &generator.random) ?? value
      }
      if !check(.appManifest, value) { refused += 1 }
    }
    #expect((5...48).contains(refused), "\(refused)")
  }

  /// Whether the schemas accept a document; what the linter says of it must agree.
  private func check(_ kind: DocumentKind, _ value: TestValue) -> Bool {
    let source = SourceText(path: "x.json", text: value.json)
    let parsed = JSONParser.parse(source)
    let root = parsed.documents[0].root
    var violations = TestSchemas.all[kind]?.violations(of: root) ?? []
    if kind == .appManifest {
      for document in AppManifest(root).inlineDocuments {
        violations += TestSchemas.all[document.kind]?.violations(of: document.node) ?? []
      }
    }
    let diagnostics = Self.linter.lint(source, parsed: parsed, Linter.Options(kind: kind)).diagnostics
    for violation in violations {
      let (place, object) = (violation.node.pointer, violation.node.parent?.pointer ?? "")
      #expect(
        diagnostics.contains { diagnostic in
          let pointer = diagnostic.pointer ?? ""
          let parent = String(pointer[..<(pointer.lastIndex(of: "/") ?? pointer.startIndex)])
          return pointer == place || pointer.hasPrefix(place + "/") || pointer == object || parent == object
        },
        "nothing says '\(violation.message)' of \(place) in \(value.json)")
    }
    if violations.isEmpty {
      let owned = diagnostics.filter { Self.ownedBySchemas.contains($0.rule) && $0.severity == .error }
      #expect(owned.map { "\($0.pointer ?? ""): \($0.message)" } == [], "\(value.json)")
    }
    return violations.isEmpty
  }

  /// One slip is told once: where a single key is misspelt, there is a single error.
  @Test(arguments: documents)
  func `a key with a swapped letter gives one error`(kind: DocumentKind, text: String) {
    let root = JSONParser.parse(SourceText(path: "x.json", text: text)).documents[0].root
    for key in root.subtree where key.isKey && key.text.count >= 5 && isOfTheFormat(key) {
      var letters = Array(key.text)
      letters.swapAt(2, 3)
      guard letters[2] != letters[3] else { continue }
      let source = SourceText(path: "x.json", text: text)
        .applying([TextEdit(range: key.range, replacement: "\"\(String(letters))\"")])
      let errors = Self.linter.lint(source, Linter.Options(kind: kind)).diagnostics.filter { $0.severity == .error }
      #expect(errors.count == 1, "\(key.pointer): \(errors.map(\.message))")
    }
  }

  /// Whether a key has a name that the format gives: those of fields and blocks are the author's.
  private func isOfTheFormat(_ key: Node) -> Bool {
    let parent = key.parent
    if key.hasContent("properties") || parent?.parent == nil || parent?["$ref"] != nil { return true }
    return parent?.key?.text == "options" || parent?.key?.text == "endpoints" || parent?.parent?.kind == .sequence
  }
}

extension TestValue {
  fileprivate func withSlips(using random: inout SeededGenerator) -> TestValue {
    var value = self
    for _ in 0..<Int.random(in: 1...3, using: &random) { value = value.withSlip(using: &random) }
    return value
  }
}
