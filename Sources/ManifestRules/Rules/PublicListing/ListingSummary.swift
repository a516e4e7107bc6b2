import ManifestLint

/// Flags a short summary that does not say what is integrated with what.
struct ListingSummary: Rule {
  static let metadata = RuleMetadata(
    id: "listing-summary",
    section: .publicListing,
    severity: .info,
    origin: .platform,
    summary: "The short summary does not hold the app's name or 'Pipedrive'.",
    rationale: """
      The summary is also what search engines show. The form asks for the app's name and for 'Pipedrive' in it if \
      possible.
      """,
    remedy: "Name both, if it can be done in 150 characters.",
    source: .registeringPublicApp,
    examples: [
      .init(
        bad: "app:\n  name: Car Services App\nlisting:\n  summary: Cars and workshop visits beside your deals\n",
        good: """
          app:
            name: Car Services App
          listing:
            summary: Car Services App keeps cars and workshop visits beside your Pipedrive deals

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let summary = context.publicListing?.text("summary"), summary.value.contains(where: { !$0.isWhitespace }),
      let text = Template(summary.value).resolvedText(context.variables)?.lowercased()
    else { return [] }
    let name = (context.manifest?.name?.value).flatMap { Template($0).resolvedText(context.variables) }
    var missing: [String] = []
    if let name, name.contains(where: { !$0.isWhitespace }), !text.holds(name.lowercased()) {
      missing.append("the app's name")
    }
    if !text.holds("pipedrive") { missing.append("'Pipedrive'") }
    guard !missing.isEmpty else { return [] }
    return [Finding(.missing(missing), at: summary.node, help: "name both if there is room for them")]
  }
}

extension Finding.Message {
  fileprivate static func missing(_ names: [String]) -> Self {
    "the short summary \(names.count == 2 ? "holds neither" : "does not hold") \(names.joined(separator: " nor "))"
  }
}
