import ManifestLint

/// Flags a place that one extension names twice.
struct DuplicateLocation: Rule {
  static let metadata = RuleMetadata(
    id: "duplicate-location",
    section: .extensions,
    severity: .warning,
    origin: .advice,
    fixes: [.safe, .unsafe],
    summary: "An extension names the same view or entry point twice.",
    rationale: "The second one changes nothing, and often another view was meant.",
    remedy: "Remove the repeated one, or name the view that was meant.",
    source: .registeringPrivateApp.section("Link actions"),
    examples: [
      .init(
        bad: "extensions:\n  linkActions:\n    - locations: [deal-details, deals-list, deal-details]\n",
        good: "extensions:\n  linkActions:\n    - locations: [deal-details, deals-list]\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.extensions ?? []).flatMap { item -> [Finding] in
      guard let list = item.locationList else { return [] }
      var firsts: [String: Node] = [:]
      return list.items.compactMap { location in
        guard let value = location.string else { return nil }
        guard let first = firsts[value] else {
          firsts[value] = location
          return nil
        }
        return Finding(
          .repeated(value), at: location, help: "remove it",
          notes: [.init("first here", at: first)],
          fixIt: location.removingEdit.map { removal in
            FixIt("remove the repeated item", safety: removal.removesComment ? .unsafe : .safe, edits: [removal.edit])
          })
      }
    }
  }
}

extension Finding.Message {
  fileprivate static func repeated(_ value: String) -> Self {
    "'\(value)' is already listed"
  }
}
