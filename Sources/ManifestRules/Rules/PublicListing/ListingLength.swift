import ManifestLint

/// Flags a text of the listing that is longer than Pipedrive takes.
struct ListingLength: Rule {
  static let metadata = RuleMetadata(
    id: "listing-length",
    section: .publicListing,
    severity: .error,
    origin: .platform,
    summary: "A text of the listing or the review is longer than its field takes.",
    rationale: """
      The form takes 150 characters for the short summary, 1500 for the full description and for the instructions, 350 \
      for the use case. UTF-16 code units are counted, as HTML and JavaScript do.
      """,
    remedy: "Shorten the text.",
    source: .registeringPublicApp,
    examples: [
      .init(
        bad: """
          manifest: 1
          review:
            useCase: \(String(repeating: "The sales team of a workshop keeps its customers in Pipedrive. ", count: 6))

          """,
        good: "manifest: 1\nreview:\n  useCase: The sales team of a workshop keeps its customers in Pipedrive.\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.limitedListingTexts ?? []).compactMap { $0.excessFinding(context.variables) }
  }
}
