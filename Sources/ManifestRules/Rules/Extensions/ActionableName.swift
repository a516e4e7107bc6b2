import ManifestLint

/// Flags a JSON modal's name that does not begin with what it does.
struct ActionableName: Rule {
  static let isOnByDefault = false
  static let metadata = RuleMetadata(
    id: "actionable-name",
    section: .extensions,
    severity: .info,
    origin: .platform,
    isOnByDefault: isOnByDefault,
    summary: "The name of a JSON modal does not begin with a verb.",
    rationale: """
      Pipedrive asks for an actionable name: it is an entry in a menu, which says what happens when it is chosen. The \
      verbs known here are English; a leading sign, as in '+ Prod. details', and names with other letters pass.
      """,
    remedy: "Begin the name with a verb, such as 'Add', 'Send' or 'Update'.",
    source: .registeringPrivateApp.section("JSON modals"),
    examples: [
      .init(
        bad: "extensions:\n  jsonModals:\n    - name: Product details\n",
        good: "extensions:\n  jsonModals:\n    - name: Add product details\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.extensions ?? []).compactMap { item in
      guard item.kind == .jsonModal, let name = item.name.map({ VisibleText($0, context.variables) }),
        let first = Self.firstWord(of: name.text), first.text.utf8.allSatisfy({ $0 < 0x80 }),
        !EnglishVerbs.contains(first.text)
      else { return nil }
      return Finding(
        .notActionable(first.text), marking: name.mark(first.offsets),
        help: "begin the name with a verb, such as 'Add'")
    }
  }

  /// The word that a name begins with, `Re-send` whole; `nil` if it begins with a sign.
  private static func firstWord(of name: String) -> TextWord? {
    let words = TextWord.all(in: name)
    guard var first = words.first, first.offsets.lowerBound == 0 else { return nil }
    if words.count > 1, Array(name.utf8)[first.offsets.upperBound..<words[1].offsets.lowerBound].elementsEqual("-".utf8)
    {
      let whole = first.text + words[1].text
      if EnglishVerbs.contains(whole) { first.text = whole }
    }
    return first
  }
}

extension Finding.Message {
  fileprivate static func notActionable(_ word: String) -> Self {
    "the name begins with '\(word)', which does not say what the action does"
  }
}
