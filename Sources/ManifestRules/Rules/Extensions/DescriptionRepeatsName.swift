import ManifestLint

/// Flags a description that says no more than the name.
struct DescriptionRepeatsName: Rule {
  static let metadata = RuleMetadata(
    id: "description-repeats-name",
    section: .extensions,
    severity: .info,
    origin: .review,
    summary: "The description of an extension is its name once more.",
    rationale: "Name and description stand side by side in the listing; the same words twice tell nothing.",
    remedy: "Say what the extension does for its user, or leave the description out.",
    source: .registeringPublicApp.section("App extensions"),
    examples: [
      .init(
        bad: "extensions:\n  linkActions:\n    - { name: Send quote, description: Send quote. }\n",
        good: "extensions:\n  linkActions:\n    - { name: Send quote, description: Send a quote by e-mail }\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.extensions ?? []).compactMap { item in
      guard let name = item.name, let description = item.description else { return nil }
      guard hasSameWords(name.value, description.value) else { return nil }
      return Finding(
        .repeatsName, at: description.node, help: "say what it does for its user",
        notes: [.init("the name", at: name.node)])
    }
  }

  /// Whether two texts have the same words, one at least: case, signs and blanks make no other text.
  private func hasSameWords(_ name: String, _ description: String) -> Bool {
    // Nearly all differ in their first letter.
    if let letter = firstByte(ofWordIn: name), let other = firstByte(ofWordIn: description), letter < 0x80,
      other < 0x80,
      letter | 0x20 != other | 0x20
    {
      return false
    }
    var (words, others) = (TextWords(name), TextWords(description))
    guard var word = words.next() else { return false }
    while true {
      guard let other = others.next(), words.text(word).lowercased() == others.text(other).lowercased() else {
        return false
      }
      guard let next = words.next() else { return others.next() == nil }
      word = next
    }
  }
}

extension DescriptionRepeatsName {
  private func firstByte(ofWordIn text: String) -> UInt8? {
    text.utf8.first { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }
  }
}

extension Finding.Message {
  fileprivate static let repeatsName: Self = "the description says no more than the name"
}
