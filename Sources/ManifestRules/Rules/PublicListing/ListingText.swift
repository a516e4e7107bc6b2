import ManifestLint

/// Flags what reviewers object to in the text of a listing.
struct ListingText: Rule {
  static let metadata = RuleMetadata(
    id: "listing-text",
    section: .publicListing,
    severity: .warning,
    origin: .review,
    summary: "A text of the listing holds a superlative, a bare URL or a shortened one.",
    rationale: """
      Reviewers ask for a text that says what the app does for users of Pipedrive. Claims to be the best cannot be \
      checked, an address in the middle of a text cannot be followed, and a shortened one hides where it leads. In the \
      instructions addresses are fine.
      """,
    remedy: "Say what the app does; put addresses into the fields that are there for them.",
    source: .approvalProcess,
    examples: [
      .init(
        bad: "listing:\n  summary: The best app for car dealers who use Pipedrive\n",
        good: "listing:\n  summary: Keeps cars and workshop visits beside your Pipedrive deals\n"),
      .init(
        bad: "listing:\n  description: See https://www.carservicesapp.com/features for more.\n",
        good: "listing:\n  description: Our website says more.\n"),
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard context.publicListing != nil, let manifest = context.manifest else { return [] }
    return manifest.listingTexts.flatMap { located -> [Finding] in
      let text = VisibleText(located, context.variables)
      let takesAddresses = located.node.key?.hasContent("instructions") == true
      return ListingPhrase.all(in: text.text).compactMap { phrase in
        if phrase.kind == .bareURL, takesAddresses { return nil }
        return Finding(.objection(phrase), marking: text.mark(phrase.offsets), help: phrase.kind.help)
      }
    }
  }
}

extension ListingPhrase.Kind {
  fileprivate var help: String {
    switch self {
    case .superlative: "say what the app does instead"
    case .bareURL: "move it to the field that is there for it, such as 'documentationUrl'"
    case .shortener: "write where it leads"
    }
  }
}

extension Finding.Message {
  fileprivate static func objection(_ phrase: ListingPhrase) -> Self {
    switch phrase.kind {
    case .superlative: "'\(phrase.text)' is a claim that nobody can check"
    case .bareURL: "the text holds the address '\(phrase.text)', which nobody can follow there"
    case .shortener: "the address '\(phrase.text)' hides where it leads"
    }
  }
}
