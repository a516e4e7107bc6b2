public import ManifestSyntax

/// A value with the node that it was read from.
public struct Located<Value: Sendable>: Sendable {
  /// What the manifest says.
  public var value: Value
  /// Where it says so.
  public var node: Node

  /// Puts the two together.
  public init(_ value: Value, at node: Node) {
    self.value = value
    self.node = node
  }
}

extension Node {
  /// The text of a key; `nil` if there is none, or if it is no text.
  public func text(_ key: String) -> Located<String>? {
    guard let node = self[key], let string = node.string else { return nil }
    return Located(string, at: node)
  }

  /// The values of a list of texts that have a meaning; everything else in it is left out.
  func values<Value: CaseIterable & RawRepresentable<String> & Sendable>(as type: Value.Type) -> [Located<Value>] {
    items.compactMap { item in
      guard item.kind == .string else { return nil }
      return Value.allCases.first { item.hasContent($0.rawValue) }.map { Located($0, at: item) }
    }
  }
}
