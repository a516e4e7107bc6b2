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
    // With an id, as the templates have it, of one object and of several.
    #"""
    { "type": "object", "required": ["id"], "properties": {
      "id": { "$ref": "#/definitions/numerical" }, "header": { "$ref": "#/definitions/header" },
      "delivery": { "$ref": "#/definitions/date", "label": "Delivery date" }, "vip": { "$ref": "#/definitions/label" },
      "price": { "$ref": "#/definitions/currency", "label": "Price" }, "seen": { "$ref": "#/definitions/date-time" },
      "parts": { "$ref": "#/definitions/tags" }, "page": { "$ref": "#/definitions/link" } } }
    """#,
    #"""
    { "type": "array", "items": { "type": "object", "properties": {
      "header": { "label": "Order", "$ref": "#/definitions/header" }, "note": { "$ref": "#/definitions/text" } } } }
    """#,
    // Conditions as a text and as an object, on blocks, items and buttons; blocks that are never seen.
    #"""
    { "type": "object", "properties": {
      "blocks": { "type": "object", "properties": {
        "title": { "$ref": "#/definitions/element-text",
          "options": { "value": "# Order", "markdown": true, "visibleOn": "always" } },
        "line": { "$ref": "#/definitions/element-separator" },
        "secret": { "$ref": "#/definitions/element-input",
          "options": { "label": "Code", "type": "password", "value": "x", "visibleOn": "never" } },
        "kind": { "$ref": "#/definitions/element-radio-group", "options": { "label": "Kind", "value": "car",
          "items": [{ "label": "Car", "value": "car" }, { "label": "Van", "value": "van" }] } },
        "doors": { "$ref": "#/definitions/element-input",
          "options": { "label": "Doors", "type": "number", "visibleOn": { "kind": { "equals": "car" } } } },
        "note": { "$ref": "#/definitions/element-textarea",
          "options": { "label": "Note", "resize": true, "visibleOn": { "doors": "not_empty" } } } } },
      "actions": { "type": "object", "properties": {
        "send": { "$ref": "#/definitions/action-primary",
          "options": { "label": "Send", "handler": "request", "visibleOn": { "note": { "includes": "ok" } } } },
        "close": { "$ref": "#/definitions/action-secondary",
          "options": { "label": "Close", "handler": "cancel" } } } } } }
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
    // Video calling.
    #"""
    { "version": "v202049", "clientId": "57da5c3c55a82bb4", "endpoints": {
      "postMeeting": "https://www.carservicesapp.com/:linkId/meetings",
      "deleteMeeting": "https://www.carservicesapp.com/:linkId/meetings/:meetingId",
      "patchUpdateMeeting": "https://www.carservicesapp.com/:linkId/meetings/:meetingId" } }
    """#,
    // All endpoints of messaging.
    #"""
    { "version": "v202101", "endpoints": {
      "getConversations": "https://www.carservicesapp.com/:providerChannelId/conversations",
      "getConversationById": "https://www.carservicesapp.com/:providerChannelId/conversations/:sourceConversationId",
      "postMessage": "https://www.carservicesapp.com/:providerChannelId/messages",
      "getSenderById": "https://www.carservicesapp.com/:providerChannelId/senders/:senderId",
      "getTemplates": "https://www.carservicesapp.com/:providerChannelId/templates",
      "getMessageById":
        "https://www.carservicesapp.com/:providerChannelId/conversations/:sourceConversationId/:sourceMessageId",
      "deleteChannelById": "https://www.carservicesapp.com/:providerChannelId" } }
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

  /// The names that stand on Pipedrive's pages, the longest has 30 characters.
  @Test(arguments: [
    "Send quote - Car Services", "+ Prod. details - Car Services", "Car PM – Car Services", "Car Services App",
  ])
  func `a manifest with the names and the kind of values that the documentation shows passes`(name: String) {
    let text = """
      manifest: 1
      app:
        name: Car Services App
        type: private
        callbackUrl: https://www.carservicesapp.com/API/v2/callback
      oauth: { scopes: [base, "users:read", "recents:read"], clientId: 57da5c3c55a82bb4 }
      extensions:
        linkActions:
          - { name: "\(name)", url: "https://www.carservicesapp.com/handle_action", locations: [activities-list] }
        floatingWindow:
          { name: "\(name.prefix(28)) x", description: Call a car owner, iframeUrl: "https://www.carservicesapp.com/f" }
        settingsPage: { type: external-link, url: "https://www.carservicesapp.com/settings" }

      """
    let result = Self.linter.lint(SourceText(path: "a.pipedrive.yaml", text: text))
    #expect(result.diagnostics.filter { $0.severity != .info }.map(\.message) == [])
  }
}
