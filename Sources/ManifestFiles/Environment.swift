/// Environment variables, those of the process or given ones.
public struct Environment: Sendable {
  private let values: [String: String]?

  /// The variables of the process, looked up when they are asked for.
  public static let process = Environment(values: nil)

  /// Takes variables as values.
  public init(_ values: [String: String]) {
    self.init(values: values)
  }

  private init(values: [String: String]?) {
    self.values = values
  }

  /// The value of a variable; `nil` where it is not set.
  public subscript(name: String) -> String? {
    values.map { $0[name] } ?? SystemCalls.environmentVariable(name)
  }

  /// Whether a variable is set to anything but the empty text.
  public func has(_ name: String) -> Bool {
    !(self[name] ?? "").isEmpty
  }

  /// Whether a variable is a switch that is on: set, and neither empty nor `0` nor `false`.
  public func isOn(_ name: String) -> Bool {
    !["", "0", "false"].contains(self[name] ?? "")
  }

  /// Whether a variable is a switch that is off: `0` or `false`.
  public func isOff(_ name: String) -> Bool {
    ["0", "false"].contains(self[name] ?? "")
  }
}
