import ManifestSyntax

/// Where references lead that stand in one resource, by their texts.
struct ReferenceTable: Sendable {
  private var texts = KeyTable()
  private var targets: [SchemaPlace] = []
  /// The objects of definitions all of whose members have been noted.
  var notedContainers = NodeTable<Int>()

  /// Where a reference leads; `nil` if that has not been noted.
  func target(of text: Span<UInt8>) -> SchemaPlace? {
    let number = texts.number(of: text)
    return number < 0 ? nil : targets[number]
  }

  /// Notes where a reference leads.
  mutating func note(_ target: SchemaPlace, by text: ArraySlice<UInt8>) {
    let number = texts.insert(text)
    if number < targets.count { targets[number] = target } else { targets.append(target) }
  }
}
