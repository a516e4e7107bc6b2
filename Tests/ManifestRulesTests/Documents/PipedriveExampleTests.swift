import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

/// Pipedrive's own examples, and what its documentation shows, are right.
@Suite struct PipedriveExampleTests {
  private static let linter = Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all)

  @Test func `Pipedrive's own examples are recognised and get no error and no warning`() {
    guard let suite = ConformanceSuite("pipedrive-examples") else { return }
    let files = suite.files(suffix: ".json")
    #expect(files.count == 5)
    for file in files {
      let result = Self.linter.lint(SourceText(path: file, bytes: suite.bytes(file)))
      #expect(result.kinds == [.known(file.contains("panel") ? .jsonPanel : .jsonModal)], "\(file)")
      #expect(result.diagnostics.map(\.message) == [], "\(file)")
    }
  }

  @Test(arguments: [
    // A label before the type; neither id nor required; a header that nobody requires.
    ##"{ "type": "object", "properties": { "a": { "label": "A", "$ref": "#/definitions/date" } } }"##,
    #"""
    { "type": "array", "items": { "type": "object", "required": ["id"], "properties": {
      "id": { "$ref": "#/definitions/numerical" }, "header": { "$ref": "#/definitions/header" } } } }
    """#,
    // Buttons alone, with and without a URL.
    #"""
    { "type": "object", "properties": { "actions": { "type": "object", "properties": { "create": {
      "$ref": "#/definitions/action-primary",
      "options": { "label": "Create", "handler": "open-url", "url": "https://www.carservicesapp.com/orders" } } } } } }
    """#,
    // Options without items, which come with the response.
    #"""
    { "type": "object", "properties": {
      "blocks": { "type": "object", "properties": {
        "day": { "$ref": "#/definitions/element-datepicker",
          "options": { "label": "Day", "value": "2021-03-17", "placeholder": "Date", "fetchOnChange": true } },
        "size": { "$ref": "#/definitions/element-input", "options": { "label": "Size", "visibleOn": "never" } },
        "way": { "$ref": "#/definitions/element-select", "options": { "label": "Way", "value": 1, "isRequired": true } },
        "flavours": { "$ref": "#/definitions/element-checkbox-group", "options": {
          "value": ["cranberry"], "items": [
            { "value": "cranberry", "label": "Cranberry", "isDisabled": true },
            { "value": "hidden", "label": "Hidden", "visibleOn": { "size": { "includes": "L" } } } ] } } } },
      "actions": { "type": "object", "properties": { "save": {
        "$ref": "#/definitions/action-primary", "options": { "label": "Save", "handler": "request" } } } } } }
    """#,
    // The optional endpoints of messaging are absent.
    #"""
    { "version": "v202101", "endpoints": {
      "getConversations": "https://www.carservicesapp.com/:providerChannelId/conversations",
      "getConversationById": "https://www.carservicesapp.com/:providerChannelId/conversations/:sourceConversationId",
      "postMessage": "https://www.carservicesapp.com/:providerChannelId/messages" } }
    """#,
  ])
  func `what the documentation shows passes`(document: String) {
    let result = Self.linter.lint(SourceText(path: "document.json", text: document))
    #expect(result.kinds != [.unknown])
    #expect(result.diagnostics.map(\.message) == [])
  }
}
