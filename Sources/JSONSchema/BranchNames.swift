import ManifestSyntax

/// What the alternatives of a list are called.
struct BranchNames {
  private let branches: [Node]

  init(of list: Node) {
    branches = Array(list.items)
  }

  /// The name of an alternative in a sentence, such as `'Circle'`; `the 3rd` where it has none.
  func name(_ position: Int) -> String {
    guard position < branches.count else { return Self.ordinal(position + 1) }
    let branch = branches[position]
    if let name = SchemaWords.name(branch), isUnique(position, SchemaWords.name) {
      return "'\(Violation.excerpt(name))'"
    }
    if let words = Self.fixedEntry(branch), isUnique(position, Self.fixedEntry) { return "the one with \(words)" }
    if let type = Self.type(branch), isUnique(position, Self.type) { return "the one for \(type)" }
    return Self.ordinal(position + 1)
  }

  private static func ordinal(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "the \(number)th"
    case (1, _): "the \(number)st"
    case (2, _): "the \(number)nd"
    case (3, _): "the \(number)rd"
    default: "the \(number)th"
    }
  }

  private func isUnique(_ position: Int, _ name: (Node) -> String?) -> Bool {
    // Nobody reads hundreds of alternatives through to find another one of that name.
    if branches.count > Evaluation.branchLimit { return true }
    let own = name(branches[position])
    return !branches.indices.contains { $0 != position && name(branches[$0]) == own }
  }

  /// The first key that a schema fixes: `'kind' 'circle'`; else those that it requires.
  private static func fixedEntry(_ schema: Node) -> String? {
    for entry in schema["properties"]?.entries.map({ $0 }) ?? [] {
      let values = entry.value["const"].map { [$0] } ?? entry.value["enum"].map { Array($0.items.prefix(2)) } ?? []
      if values.count == 1, values[0].isScalar {
        return "'\(Violation.excerpt(entry.key.text))' \(Violation.value(values[0]))"
      }
    }
    let keys = schema["required"]?.items.prefix(4).map(\.text) ?? []
    return (1...3).contains(keys.count) ? Violation.list(keys, "and") : nil
  }

  private static func type(_ schema: Node) -> String? {
    schema["type"].map { Violation.alternatives(SchemaWords.types($0).map(Violation.typeName)) }
  }
}
