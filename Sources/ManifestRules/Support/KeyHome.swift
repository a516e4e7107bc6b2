import ManifestLint

/// Where in an app manifest a key belongs that belongs in one place only.
enum KeyHome {
  /// The object that takes a key, as keys joined by dots; `nil` if there is none, or more than one.
  static func path(of key: String) -> String? {
    homes.first { $0.keys.contains(key) }?.path
  }

  /// The key of a modal's block or button under which an option belongs that stands beside it.
  static func ofOption(_ key: String, in component: Node) -> String? {
    let name = component.text("$ref").flatMap { ComponentReference.name(in: $0.value) }
    let kind = name.flatMap(JSONModal.ComponentKind.init(rawValue:))
    return kind?.options.contains { $0.name == key } == true ? "options" : nil
  }

  /// The key under which a part of a modal's schema belongs that stands beside it.
  static func ofModalPart(_ key: String) -> String? {
    ["blocks", "actions"].contains(key) ? "properties" : nil
  }

  /// The order for a key that other formats have for what has another name here; `nil` for any other.
  static func otherWord(for key: String) -> String? {
    switch key {
    case "redirectUri", "redirectUrl", "redirect_uri", "redirectURI": "give it as 'callbackUrl' under 'app'"
    default: nil
    }
  }

  /// The objects with the keys that no other object has; a test compares them with the schema.
  static let homes: [(path: String, keys: [String])] = [
    ("app", ["status", "callbackUrl"]),
    ("oauth", ["scopes", "installationUrl", "clientId", "clientSecret"]),
    (
      "extensions",
      [
        "linkActions", "jsonModals", "jsonPanels", "customModals", "customPanels", "floatingWindow", "settingsPage",
        "messaging", "videoCalling",
      ]
    ),
    ("extensions.jsonPanels", ["httpAuth", "dataStructure", "mainActions", "actions"]),
    ("extensions.jsonPanels.httpAuth", ["username", "password"]),
    (
      "listing",
      [
        "categories", "summary", "icon", "images", "videoUrl", "instructions", "websiteUrl", "termsUrl", "privacyUrl",
        "pricingUrl", "supportUrl", "documentationUrl", "issueTrackerUrl", "supportEmail",
      ]
    ),
    ("onboarding", ["blocks", "video", "learnArticleUrl"]),
    ("review", ["contactEmail", "useCase", "recordingUrl"]),
  ]
}
