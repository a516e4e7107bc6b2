import ManifestLint

/// Flags two extensions of one name.
struct DuplicateName: Rule {
  static let metadata = RuleMetadata(
    id: "duplicate-name",
    section: .extensions,
    severity: .warning,
    origin: .advice,
    summary: "Two extensions have the same name.",
    rationale: """
      In a menu nobody can tell them apart, and the app extensions SDK opens a modal by its name: with two of them it \
      is anybody's guess which one comes up.
      """,
    remedy: "Give each extension a name of its own.",
    source: .customModals,
    examples: [
      .init(
        bad: """
          extensions:
            linkActions:
              - name: Pick a car
            customModals:
              - name: Pick a car

          """,
        good: """
          extensions:
            linkActions:
              - name: Order a car
            customModals:
              - name: Pick a car

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    var firsts = Firsts()
    return (context.manifest?.extensions ?? []).compactMap { item in
      guard let name = item.name, name.value.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
        return nil
      }
      // Two texts with the same variables are the same, whatever the values are.
      let text =
        name.node.mayHoldVariable
        ? Template(name.value).resolvedText(context.variables) ?? name.value : name.value
      guard let first = firsts.first(text, item), let firstName = first.name else { return nil }
      return Finding(
        .repeated(name.value, first.kind), at: name.node, help: "give each extension a name of its own",
        notes: [.init("this \(first.kind.label) has it too", at: firstName.node)])
    }
  }
}

/// The extensions that have a name first.
private struct Firsts {
  /// While there are few, comparing is quicker than a table.
  private var few: [(name: String, item: AppExtension)] = []
  private var many: [String: AppExtension] = [:]

  /// The extension that had a name before; `nil` if this one is the first.
  mutating func first(_ name: String, _ item: AppExtension) -> AppExtension? {
    if many.isEmpty, few.count < 32 {
      if let known = few.first(where: { $0.name == name }) { return known.item }
      few.append((name, item))
      return nil
    }
    if many.isEmpty { for (name, item) in few { many[name] = item } }
    if let known = many[name] { return known }
    many[name] = item
    return nil
  }
}

extension Finding.Message {
  fileprivate static func repeated(_ name: String, _ kind: ExtensionKind) -> Self {
    "a \(kind.label) is called '\(name)' too"
  }
}
