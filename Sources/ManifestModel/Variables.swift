/// The values that variables in a manifest have.
public struct Variables: Hashable, Sendable {
  private let values: [String: String]

  /// Takes the values by name.
  public init(_ values: [String: String] = [:]) {
    self.values = values
  }

  /// The value of a variable; `nil` if it has none.
  public subscript(name: String) -> String? { values[name] }
}
