import ManifestSyntax

/// Where references lead that stand in one resource, by their texts.
struct ReferenceTable: Sendable {
  private var texts = KeyTable()
  private var targets: [(target: Node, resource: Int)] = []
  /// The beginnings that references to noted definitions have in common.
  var prefixes: Set<ArraySlice<UInt8>> = []

  /// Where a reference leads; `nil` if that has not been noted.
  func target(of text: Span<UInt8>) -> (target: Node, resource: Int)? {
    let number = texts.number(of: text)
    return number < 0 ? nil : targets[number]
  }

  /// Notes where a reference leads.
  mutating func note(_ target: (target: Node, resource: Int), by text: Span<UInt8>) {
    let number = texts.insert(text)
    if number < targets.count { targets[number] = target } else { targets.append(target) }
  }
}
