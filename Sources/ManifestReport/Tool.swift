/// The program that a report comes from.
public struct Tool: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its version.
  public var version: String
  /// The last day on which any rule was compared with its source, such as `2026-11-21`.
  public var rulesCheckedOn: String

  /// Puts the parts together.
  public init(name: String, version: String, rulesCheckedOn: String) {
    self.name = name
    self.version = version
    self.rulesCheckedOn = rulesCheckedOn
  }
}
