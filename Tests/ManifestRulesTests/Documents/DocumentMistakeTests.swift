import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

/// The mistakes that are really made in documents, with all rules in force: each has one finding.
@Suite struct DocumentMistakeTests {
  private static let linter = Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all)

  private static func rules(_ text: String, named path: String = "document.yaml") -> [String] {
    linter.lint(SourceText(path: path, text: text)).diagnostics.map(\.rule)
  }

  @Test(arguments: [
    (
      "type: array\nitems:\n  type: object\n  properties:\n    header: { $ref: \"#/definitions/heder\" }\n",
      ["panel-field-type"]
    ),
    ("type: array\nitems:\n  properties:\n    header: { $ref: \"#/definitions/header\" }\n", ["missing-key"]),
    (
      "type: object\nproperties:\n  a:\n    $ref: #/definitions/text\n  b: { $ref: \"#/definitions/text\" }\n",
      ["empty-value"]
    ),
    ("type: object\nproperties:\n  a: { $ref: \"#/definitions/text\", type: text }\n", ["panel-field-key"]),
    ("type: object\nrequire: [a]\nproperties:\n  a: { $ref: \"#/definitions/text\" }\n", ["unknown-key"]),
    (
      "type: array\nitem: 3\nitems:\n  type: obect\n  properties: { header: { $ref: \"#/definitions/header\" } }\n",
      ["unknown-key", "invalid-value"]
    ),
    ("type: object\n$schema: x\nproperties:\n  a: { $ref: \"#/definitions/text\" }\n", ["unknown-key"]),
  ])
  func `of a panel`(panel: String, rules: [String]) {
    #expect(Self.rules(panel) == rules)
  }

  @Test(arguments: [
    ("a: { $ref: \"#/definitions/element-input\", options: { label: A, className: wide } }", ["modal-option"]),
    ("a: { $ref: \"#/definitions/element/text\", options: { value: A } }", ["modal-component"]),
    ("a: { type: element-text, options: { value: A } }", ["unknown-key"]),
    ("a: { $ref: \"#/definitions/element-input\", label: A }", ["unknown-key"]),
    ("a: { $ref: \"#/definitions/element-input\", options: { label: A, isRequired: \"true\" } }", ["wrong-type"]),
    ("a: { $ref: \"#/definitions/element-input\", options: { label: A, type: tel } }", ["invalid-value"]),
    (
      "a: { $ref: \"#/definitions/element-radio-group\", options: { label: A, items: [{ label: B, value: 1 }] } }",
      ["wrong-type"]
    ),
    (
      "a: { $ref: \"#/definitions/element-select\", options: { label: A, items: [{ name: B, value: 1 }] } }",
      ["missing-key", "unknown-key"]
    ),
    ("a: { $ref: \"#/definitions/element-select\", options: { label: A, items: { b: B } } }", ["wrong-type"]),
    (
      "a: { $ref: \"#/definitions/element-select\", options: { label: A, value: B, items: [{ label: B, value: 1 }] } }",
      ["modal-default-value"]
    ),
    ("a: { $ref: \"#/definitions/element-input\", options: { label: A, placeholder: no } }", ["ambiguous-scalar"]),
  ])
  func `of a block`(block: String, rules: [String]) {
    #expect(Self.rules(ModalText.with(blocks: block)).sorted() == rules)
  }

  @Test(arguments: [
    // As they stand in public repositories: no version, braces, plain http, keys of other formats.
    (
      #"""
      { "endpoints": {
        "getConversations": "http://www.carservicesapp.com/{providerChannelId}/conversations",
        "getConversationById": "https://www.carservicesapp.com/:providerChannelId/:sourceConversationId",
        "postMessage": "https://www.carservicesapp.com/:providerChannelId/messages" },
        "provider_type": "whatsapp" }
      """#, ["extension-version", "endpoint-braces", "https-url", "unknown-key"]
    ),
    (
      #"""
      { "version": "v202101", "clientId": "57da5c3c55a82bb4", "endpoints": {
        "getConversations": "/:providerChannelId/conversations",
        "getConversationById": "https://www.carservicesapp.com/:providerChannelId/:sourceConversationId",
        "postMessage": "" } }
      """#, ["unknown-key", "url-absolute", "empty-value"]
    ),
    (
      #"""
      { "version": "v202049", "clientId": 57, "endpoints": {
        "postMeeting": "https://www.carservicesapp.com/:linkId",
        "deleteMeeting": ["https://www.carservicesapp.com/:linkId/:meetingId"],
        "patchUpdateMeeting": "https://www.carservicesapp.com/:linkId" } }
      """#, ["wrong-type", "wrong-type", "endpoint-variable"]
    ),
    (#"{ 'version': 'v202101', 'endpoints': {} }"#, ["syntax"]),
  ])
  func `of an extension manifest`(manifest: String, rules: [String]) {
    #expect(Self.rules(manifest, named: "manifest.json") == rules)
  }

  @Test func `inside an app manifest, documents are checked where they stand`() {
    let result = Self.linter.lint(
      SourceText(
        path: "app.pipedrive.yaml",
        text: """
          manifest: 1
          app: { name: Car Services App, type: private, callbackUrl: https://www.carservicesapp.com/callback }
          oauth: { scopes: [base, messengers-integration] }
          extensions:
            jsonPanels:
              - name: Visits
                apiEndpoint: https://www.carservicesapp.com/visits
                jwtSecret: ${SECRET}
                locations: [deal-details]
                dataStructure: { type: object, properties: { a: { $ref: "#/definitions/txt" } } }
                actions:
                  - name: Move
                    type: json-modal
                    apiEndpoint: https://www.carservicesapp.com/move
                    target: field
                    field: a
                    schema:
                      type: object
                      properties:
                        actions: { type: object, properties: {} }
            messaging:
              version: v202101
              endpoints: { getConversations: 3 }

          """))
    #expect(
      result.diagnostics.map { "\($0.rule) \($0.pointer ?? "")" } == [
        "panel-field-type /extensions/jsonPanels/0/dataStructure/properties/a/$ref",
        "modal-action-count /extensions/jsonPanels/0/actions/0/schema/properties/actions/properties",
        "endpoint-missing /extensions/messaging/endpoints",
        "wrong-type /extensions/messaging/endpoints/getConversations",
      ])
  }

  @Test func `a document behind an anchor is reported at each use`() {
    let result = Self.linter.lint(
      SourceText(
        path: "app.pipedrive.yaml",
        text: """
          manifest: 1
          x-panel: &panel { type: object, properties: { a: { $ref: "#/definitions/txt" } } }
          extensions:
            jsonPanels:
              - dataStructure: *panel
              - dataStructure: *panel

          """))
    let found = result.diagnostics.filter { $0.rule == "panel-field-type" }
    #expect(found.map(\.pointer) == [0, 1].map { "/extensions/jsonPanels/\($0)/dataStructure/properties/a/$ref" })
    #expect(found.allSatisfy { $0.fixIt == nil && $0.notes.count == 1 })
  }
}
