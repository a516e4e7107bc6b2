/// Documents of Pipedrive's own formats, all of them right.
public enum DocumentTexts {
  /// The data structure of a JSON panel of several objects.
  public static let panels = """
    { "type": "array", "items": { "type": "object", "required": ["id", "header"], "properties": {
      "id": { "$ref": "#/definitions/numerical" }, "header": { "$ref": "#/definitions/header" },
      "visitTime": { "$ref": "#/definitions/date-time", "label": "Visit time" } } } }
    """

  /// The data structure of a JSON panel of one object.
  public static let panel = """
    { "type": "object", "properties": { "plate": { "$ref": "#/definitions/text", "label": "Number plate" } } }
    """

  /// The schema of a JSON modal, with every kind of block.
  public static let modal = """
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

  /// The manifest of a messaging extension.
  public static let messaging = """
    { "version": "v202101", "endpoints": {
      "getConversations": "https://www.carservicesapp.com/:providerChannelId/conversations",
      "getConversationById": "https://www.carservicesapp.com/:providerChannelId/:sourceConversationId",
      "postMessage": "https://www.carservicesapp.com/:providerChannelId/messages",
      "getSenderById": "https://www.carservicesapp.com/:providerChannelId/senders/:senderId" } }
    """

  /// The manifest of a video calling extension.
  public static let video = """
    { "version": "v202049", "clientId": "57da5c3c55a82bb4", "endpoints": {
      "postMeeting": "https://www.carservicesapp.com/:linkId/meetings",
      "deleteMeeting": "https://www.carservicesapp.com/:linkId/meetings/:meetingId",
      "patchUpdateMeeting": "https://www.carservicesapp.com/:linkId/meetings/:meetingId" } }
    """
}
