public import ManifestLint

/// What somebody has set in the editor.
public struct ClientSettings: Hashable, Sendable {
  /// Whether budgets are shown in the text.
  public var showsInlayHints = false
  /// The rules to check, whatever a configuration says.
  public var profile: Profile?
  /// The stage to judge as if in, whatever a configuration says.
  public var stage: Stage?

  /// Nothing is set.
  public init() {}

  private static let names = ["inlayHints", "profile", "stage"]

  /// Reads settings; what is not there or makes no sense is left as it was.
  ///
  /// - Returns: What makes no sense, and what may be written instead.
  mutating func read(_ node: Node?) -> [String] {
    guard let node, node.kind == .mapping else { return [] }
    // Some editors send their settings whole, some only this server's part.
    let own = node["manifestlint"].flatMap { $0.kind == .mapping ? $0 : nil } ?? node
    var mistakes: [String] = []
    for entry in own.entries {
      let (name, value) = (entry.key.text, entry.value)
      // In settings that are sent whole, most are none of this server's.
      if let meant = Suggestion.closest(to: name, among: Self.names), meant != name, own[meant] == nil {
        mistakes.append("there is no setting '\(name)': write '\(meant)'")
      }
      guard value.kind != .null, !take(value, as: name) else { continue }
      let choices = Self.choices(of: name)
      let list = choices.dropLast().joined(separator: ", ") + " or " + (choices.last ?? "")
      mistakes.append("the setting '\(name)' cannot be \(Self.shown(value)): write \(list)")
    }
    // The order of settings is nobody's choice.
    return mistakes.sorted()
  }

  /// Takes the value of a setting; says whether it could, or there is no such setting.
  private mutating func take(_ value: Node, as name: String) -> Bool {
    switch name {
    case "inlayHints":
      guard let shows = value.boolean ?? value["enable"]?.boolean else { return false }
      showsInlayHints = shows
    case "profile":
      guard let named = value.string.flatMap(Profile.init) else { return false }
      profile = named
    case "stage":
      guard let named = value.string.flatMap({ Stage(rawValue: $0) }) else { return false }
      stage = named
    default: break
    }
    return true
  }

  private static func choices(of name: String) -> [String] {
    switch name {
    case "profile": Profile.allCases.map { "'\($0.rawValue)'" }
    case "stage": Stage.allCases.map { "'\($0.rawValue)'" }
    default: ["true", "false"]
    }
  }

  /// A value in one short line.
  private static func shown(_ value: Node) -> String {
    switch value.kind {
    case .sequence: "a list"
    case .mapping: "an object"
    case .string where value.content.count > 40 || value.content.contains { $0 < 0x20 }: "this text"
    case .string: "'\(value.text)'"
    default: value.text
    }
  }
}
