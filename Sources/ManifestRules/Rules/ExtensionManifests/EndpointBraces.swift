import ManifestLint

/// Flags variables in braces in an endpoint's address.
struct EndpointBraces: Rule {
  static let metadata = RuleMetadata(
    id: "endpoint-braces",
    section: .extensionManifests,
    severity: .error,
    origin: .platform,
    fixes: [.safe],
    summary: "The address of an endpoint has a variable in braces.",
    rationale: """
      Pipedrive fills in ':linkId', not '{linkId}': the braces would be sent to your server as they stand. OpenAPI \
      writes variables so, and one of Pipedrive's own samples does.
      """,
    remedy: "Write a colon before the name in place of the braces.",
    source: .implementingMessaging.section("Manifest"),
    examples: [
      .init(
        bad: """
          version: v202049
          endpoints:
            deleteMeeting: https://www.carservicesapp.com/{linkId}/meetings/{meetingId}

          """,
        good: """
          version: v202049
          endpoints:
            deleteMeeting: https://www.carservicesapp.com/:linkId/meetings/:meetingId

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.extensionManifests.flatMap(\.endpoints).compactMap { named in
      guard named.endpoint != nil, let text = named.node.string else { return nil }
      let braces = EndpointPath.braces(in: text)
      guard !braces.isEmpty else { return nil }
      let bytes = Array(text.utf8)
      let written = braces.map { String(decoding: bytes[$0], as: UTF8.self) }
      let fixed = EndpointPath.withColons(text)
      return Finding(
        .braces(written), at: named.node,
        help: fixed.map { "write '\($0)'" } ?? "write each as a segment of its own with a colon: ':linkId'",
        fixIt: fixed.map {
          FixIt(
            "write colons in place of braces", safety: .safe, edits: [named.node.edit(replacingTextWith: $0)])
        })
    }
  }
}

extension Finding.Message {
  fileprivate static func braces(_ written: [String]) -> Self {
    "\(quotedList(written)) \(written.count == 1 ? "is no variable" : "are no variables"): Pipedrive's begin with a colon"
  }
}
