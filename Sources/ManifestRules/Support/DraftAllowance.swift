import ManifestLint

/// What a draft may lack: Developer Hub saves one with a name and a callback URL alone.
enum DraftAllowance {
  /// How bad it is that an object lacks this key, or that the value of this key is empty.
  static func severity(ofMissing key: String, in object: Node, _ stage: Stage) -> Severity {
    stage == .draft && covers(key, in: object) ? .warning : .error
  }

  private static func covers(_ key: String, in object: Node) -> Bool {
    guard let section = section(of: object) else { return ["oauth", "listing", "review"].contains(key) }
    return switch section {
    case "listing", "review": true
    case "oauth": key == "scopes"
    default: false
    }
  }

  /// The root key that an object is below; `nil` for the root.
  private static func section(of object: Node) -> String? {
    var section: String?
    var node = object
    while let parent = node.parent {
      section = node.key?.text ?? section
      node = parent
    }
    return section
  }

  /// The levels that rules about missing things have.
  static let severity = RuleSeverity.usually(
    .error, otherwise: .init(when: "what a draft may lack, in a draft", .warning))
}
