/// The values that variables in a manifest have.
public struct Variables: Sendable {
  private let values: [String: String]
  private let fallback: @Sendable (String) -> String?

  /// Takes the values by name, and a source of those that are not among them.
  public init(_ values: [String: String] = [:], else fallback: @escaping @Sendable (String) -> String? = { _ in nil }) {
    self.values = values
    self.fallback = fallback
  }

  /// The value of a variable; `nil` if it has none.
  public subscript(name: String) -> String? { values[name] ?? fallback(name) }
}
