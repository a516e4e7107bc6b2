public import ManifestSyntax

/// Something that a manifest is checked for.
///
/// A rule is a value; its settings are stored properties with defaults; its check is a pure function of what it is
/// shown.
public protocol Rule: Sendable {
  /// What there is to say about it.
  static var metadata: RuleMetadata { get }

  /// The rule with its default settings.
  init()

  /// Takes the settings that a configuration holds.
  ///
  /// - Throws: ``ConfigurationError`` at the setting that cannot be taken.
  mutating func configure(_ options: Node) throws(ConfigurationError)

  /// What it finds, in any order.
  func check(_ context: LintContext) -> [Finding]
}

extension Rule {
  public mutating func configure(_ options: Node) throws(ConfigurationError) {
    guard let entry = options.entries.first(where: { _ in true }) else { return }
    throw ConfigurationError("'\(Self.metadata.id)' has no option '\(entry.key.text)'", at: entry.key)
  }
}
