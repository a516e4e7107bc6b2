import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

/// Over documents with random slips in them, the linter and the bare schemas agree.
@Suite struct DocumentAgreementTests {
  private static let linter = Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all)

  /// The rules that speak only where a schema refuses something.
  private static let ownedBySchemas: Set = [
    "missing-key", "unknown-key", "wrong-type", "invalid-value", "empty-value", "schema-violation", "panel-field-type",
    "panel-field-key", "modal-block-limit", "modal-action-count", "modal-component", "modal-option",
    "modal-option-missing", "modal-handler", "modal-fetch-on-change", "extension-version", "endpoint-missing",
    "endpoint-unknown", "endpoint-braces",
  ]

  @Test(arguments: [
    (DocumentKind.jsonPanel, panel), (.jsonPanel, car), (.jsonModal, modal), (.messagingManifest, messaging),
    (.videoManifest, video),
  ])
  func `what the schema refuses is reported there, and what it accepts is not`(
    kind: DocumentKind, text: String
  ) throws {
    let schema = try #require(TestSchemas.all[kind])
    let original = JSONValue(JSONParser.parse(SourceText(path: "x.json", text: text)).documents[0].root)
    var random = SeededGenerator(seed: UInt64(text.utf8.count))
    var refused = 0
    for _ in 0..<500 {
      var value = original
      for _ in 0..<Int.random(in: 1...3, using: &random) { value = value.withSlip(using: &random) }
      let source = SourceText(path: "x.json", text: value.text)
      let root = JSONParser.parse(source).documents[0].root
      let violations = schema.violations(of: root)
      let diagnostics = Self.linter.lint(source, Linter.Options(kind: kind)).diagnostics
      if !violations.isEmpty { refused += 1 }
      for violation in violations {
        let object = violation.node.parent?.pointer ?? ""
        #expect(
          diagnostics.contains { ($0.pointer ?? "").hasPrefix(object) },
          "nothing says '\(violation.message)' of \(violation.node.pointer) in \(value.text)")
      }
      guard violations.isEmpty else { continue }
      let owned = diagnostics.filter { Self.ownedBySchemas.contains($0.rule) }
      #expect(owned.map(\.message) == [], "\(value.text)")
    }
    #expect(refused > 200)
  }

  /// One slip is told once: where a single key is misspelt, there is a single error.
  @Test(arguments: [
    (DocumentKind.jsonPanel, panel), (.jsonModal, modal), (.messagingManifest, messaging), (.videoManifest, video),
  ])
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

  // MARK: Documents

  private static let panel = """
    { "type": "array", "items": { "type": "object", "required": ["id", "header"], "properties": {
      "id": { "$ref": "#/definitions/numerical" }, "header": { "$ref": "#/definitions/header" },
      "visitTime": { "$ref": "#/definitions/date-time", "label": "Visit time" } } } }
    """

  private static let car = """
    { "type": "object", "properties": { "plate": { "$ref": "#/definitions/text", "label": "Number plate" } } }
    """

  private static let modal = """
    { "type": "object", "properties": {
      "blocks": { "type": "object", "properties": {
        "intro": { "$ref": "#/definitions/element-text", "options": { "value": "Hello", "markdown": true } },
        "part": { "$ref": "#/definitions/element-select", "options": { "label": "Part", "value": 1, "filter": true,
          "items": [{ "label": "Pads", "value": 1, "isDisabled": false }, { "label": "Other", "value": "other" }] } },
        "name": { "$ref": "#/definitions/element-input", "options": { "label": "Name", "type": "text",
          "placeholder": "As on the form", "visibleOn": { "part": { "equals": "other" } } } },
        "fitting": { "$ref": "#/definitions/element-radio-group", "options": { "label": "Fitting",
          "items": [{ "label": "By us", "value": "us", "visibleOn": "always" }] } },
        "tell": { "$ref": "#/definitions/element-checkbox-group", "options": { "value": ["mail"],
          "items": [{ "label": "By mail", "value": "mail" }], "message": "More than one" } },
        "line": { "$ref": "#/definitions/element-separator" },
        "day": { "$ref": "#/definitions/element-datepicker",
          "options": { "label": "Day", "value": "2027-03-01", "allowClear": true, "fetchOnChange": true } },
        "remarks": { "$ref": "#/definitions/element-textarea",
          "options": { "label": "Remarks", "error": "Too long", "resize": true, "isRequired": false } } } },
      "actions": { "type": "object", "properties": {
        "open": { "$ref": "#/definitions/action-primary",
          "options": { "label": "Open", "handler": "open-url", "url": "https://www.carservicesapp.com/orders" } },
        "cancel": { "$ref": "#/definitions/action-secondary", "options": { "label": "Cancel", "handler": "cancel" } }
      } } } }
    """

  private static let messaging = """
    { "version": "v202101", "endpoints": {
      "getConversations": "https://www.carservicesapp.com/:providerChannelId/conversations",
      "getConversationById": "https://www.carservicesapp.com/:providerChannelId/:sourceConversationId",
      "postMessage": "https://www.carservicesapp.com/:providerChannelId/messages",
      "getSenderById": "https://www.carservicesapp.com/:providerChannelId/senders/:senderId" } }
    """

  private static let video = """
    { "version": "v202049", "clientId": "57da5c3c55a82bb4", "endpoints": {
      "postMeeting": "https://www.carservicesapp.com/:linkId/meetings",
      "deleteMeeting": "https://www.carservicesapp.com/:linkId/meetings/:meetingId",
      "patchUpdateMeeting": "https://www.carservicesapp.com/:linkId/meetings/:meetingId" } }
    """
}
