public import ManifestLint

/// Something that is in force, and who says so.
public struct Setting<Value: Sendable>: Sendable {
  public var value: Value
  public var origin: SettingOrigin

  /// Puts the two together.
  public init(_ value: Value, _ origin: SettingOrigin) {
    self.value = value
    self.origin = origin
  }

  /// What a configuration says.
  init(_ located: Located<Value>) {
    self.init(located.value, .configuration(located.node))
  }
}

/// Who says what is in force.
public enum SettingOrigin: Sendable {
  /// Nobody: it is so where nothing is said.
  case standard
  /// A configuration, at this place.
  case configuration(Node)
  /// The command line, by this option.
  case commandLine(String)
}
