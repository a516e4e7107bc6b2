extension TestValue {
  /// What a slip puts in place of a value.
  private static let slips: [TestValue] = [
    .null, .boolean(true), .number("3"), "", " ", "text", "${NAME}", [], [:], ["a"], "#/definitions/text",
    "#/definitions/element-select", "#/definitions/action-primary", "request", "cancel", "never",
    "https://www.carservicesapp.com/{linkId}", "array", "object", ["part": "not_empty"],
    ["part": ["equal": .number("1")]], "2027-02-30", "v202101", "www.carservicesapp.com", "http://a.example.com",
    "deal-details", "deals-list", "live", "private", "public", "custom-ui", "external-link", "link", "json-modal",
    "field",
    .string(String(repeating: "a", count: 31)), .string(String(repeating: "b ", count: 76)),
    .string(String(repeating: "long ", count: 320)), "top-bar", "base", ["base", "base"], "${NAME:-a}", "$${NAME}",
  ]

  /// The value with one slip somewhere in it: a value of another kind, a key that is gone, renamed or too many.
  public func withSlip(using random: inout SeededGenerator) -> TestValue {
    switch self {
    case .list(var items):
      guard !items.isEmpty, !random.once(in: 6) else { return random.pick(Self.slips) }
      let index = Int.random(in: items.indices, using: &random)
      if random.once(in: 10) {
        items.append(items[index])
      } else {
        items[index] = items[index].withSlip(using: &random)
      }
      return .list(items)
    case .object(var members):
      guard !members.isEmpty else { return [] }
      let index = Int.random(in: members.indices, using: &random)
      switch Int.random(in: 0..<12, using: &random) {
      case 0: members.remove(at: index)
      case 1: if self["surplus"] == nil { members.append(Member("surplus", .number("1"))) }
      case 2: if self[members[index].key + "s"] == nil { members[index].key += "s" }
      case 3: return random.pick(Self.slips)
      default: members[index].value = members[index].value.withSlip(using: &random)
      }
      return .object(members)
    default: return random.pick(Self.slips)
    }
  }
}
