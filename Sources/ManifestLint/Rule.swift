import ManifestModel
public import ManifestSyntax

/// Something that a manifest is checked for.
///
/// A rule is a value; its settings are stored properties with defaults; its check is a pure function of what it is
/// shown.
public protocol Rule: Sendable {
  /// What there is to say about it.
  static var metadata: RuleMetadata { get }

  /// Whether it is checked where nothing else is said, as its metadata says too: asked of all rules in each run, which
  /// needs nothing else of them.
  static var isOnByDefault: Bool { get }

  /// The rule with its default settings.
  init()

  /// Takes the settings that stand beside the severity in a configuration; those that it does not name stay.
  ///
  /// - Throws: ``ConfigurationError`` at the setting that cannot be taken.
  mutating func configure(_ options: Node) throws(ConfigurationError)

  /// What it finds, in any order.
  func check(_ context: LintContext) -> [Finding]
}

extension Rule {
  public static var isOnByDefault: Bool { true }

  public mutating func configure(_ options: Node) throws(ConfigurationError) {
    for entry in options.ruleOptions { throw Self.unknownOption(entry.key) }
  }

  /// What to say about an option that the rule does not have.
  public static func unknownOption(_ key: Node) -> ConfigurationError {
    let names = metadata.options.map(\.name)
    let hint = NearMatch.unique(key.text, among: names).map { "; did you mean '\($0)'?" } ?? ""
    return ConfigurationError("'\(metadata.id)' has no option '\(key.text)'\(hint)", at: key)
  }
}

extension Node {
  /// What a configuration says of a rule beside its severity.
  public var ruleOptions: some Sequence<Entry> {
    entries.lazy.filter { !$0.isRepeated && !$0.key.hasContent("severity") }
  }

  /// The texts of an option that is a list of them.
  ///
  /// - Throws: ``ConfigurationError`` if it is anything else.
  public func optionTexts() throws(ConfigurationError) -> [String] {
    let name = key?.text ?? ""
    guard kind == .sequence else { throw ConfigurationError("'\(name)' must be a list of texts", at: self) }
    var texts: [String] = []
    for item in items {
      guard let text = item.string else { throw ConfigurationError("'\(name)' must be a list of texts", at: item) }
      texts.append(text)
    }
    return texts
  }
}
