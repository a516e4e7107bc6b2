import ManifestLint

/// A JSON value that tests can make slips in.
indirect enum JSONValue: Sendable {
  /// Anything that is neither a list nor an object, as it is written.
  case scalar(String)
  case list([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The value of a node.
  init(_ node: Node) {
    switch node.kind {
    case .sequence: self = .list(node.items.map { JSONValue($0) })
    case .mapping: self = .object(node.entries.map { ($0.key.text, JSONValue($0.value)) })
    default: self = .scalar(node.tree.source.string(node.range))
    }
  }

  /// Its text.
  var text: String {
    switch self {
    case .scalar(let text): text
    case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .object(let entries):
      "{" + entries.map { "\"\($0.key)\": \($0.value.text)" }.joined(separator: ", ") + "}"
    }
  }

  /// What a slip puts in place of a value.
  private static let slips = [
    "null", "true", "3", "\"\"", "\" \"", "\"text\"", "\"${NAME}\"", "[]", "{}", "[\"a\"]", "\"#/definitions/text\"",
    "\"#/definitions/element-select\"", "\"#/definitions/action-primary\"", "\"request\"", "\"cancel\"", "\"never\"",
    "\"https://www.carservicesapp.com/{linkId}\"", "\"array\"", "\"object\"", "{ \"part\": \"not_empty\" }",
    "{ \"part\": { \"equal\": 1 } }", "\"2027-02-30\"", "\"v202101\"",
  ]

  /// The value with one slip somewhere in it: a value of another kind, a key that is gone, renamed or too many.
  func withSlip(using random: inout SeededGenerator) -> JSONValue {
    switch self {
    case .scalar: return .scalar(Self.slips.randomElement(using: &random) ?? "null")
    case .list(var items):
      guard let index = items.indices.randomElement(using: &random), Int.random(in: 0..<6, using: &random) > 0 else {
        return .scalar(Self.slips.randomElement(using: &random) ?? "null")
      }
      items[index] = items[index].withSlip(using: &random)
      return .list(items)
    case .object(var entries):
      guard let index = entries.indices.randomElement(using: &random) else { return .scalar("[]") }
      switch Int.random(in: 0..<12, using: &random) {
      case 0: entries.remove(at: index)
      case 1: if !entries.contains(where: { $0.key == "surplus" }) { entries.append(("surplus", .scalar("1"))) }
      case 2:
        let key = entries[index].key + "s"
        if !entries.contains(where: { $0.key == key }) { entries[index].key = key }
      case 3: return .scalar(Self.slips.randomElement(using: &random) ?? "null")
      default: entries[index].value = entries[index].value.withSlip(using: &random)
      }
      return .object(entries)
    }
  }
}
