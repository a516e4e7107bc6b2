import ManifestLint

/// Flags an extension manifest without an endpoint that it must have.
struct EndpointMissing: Rule {
  static let metadata = RuleMetadata(
    id: "endpoint-missing",
    section: .extensionManifests,
    severity: .error,
    origin: .platform,
    summary: "An extension manifest lacks a required endpoint.",
    rationale: """
      Messaging needs 'getConversations', 'getConversationById' and 'postMessage'; video calling needs all three of \
      its endpoints. The other endpoints of messaging are for what only some apps do.
      """,
    remedy: "Add the endpoints that are named.",
    source: .implementingMessaging.section("Endpoints"),
    examples: [
      .init(
        bad: """
          version: v202049
          endpoints:
            postMeeting: https://www.carservicesapp.com/:linkId/meetings
            patchUpdateMeeting: https://www.carservicesapp.com/:linkId/meetings/:meetingId

          """,
        good: """
          version: v202049
          endpoints:
            postMeeting: https://www.carservicesapp.com/:linkId/meetings
            patchUpdateMeeting: https://www.carservicesapp.com/:linkId/meetings/:meetingId
            deleteMeeting: https://www.carservicesapp.com/:linkId/meetings/:meetingId

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    let problems = context.keyProblems
    return context.extensionManifests.compactMap { manifest in
      guard let list = manifest.node["endpoints"], list.kind == .mapping else { return nil }
      let missing = manifest.kind.endpoints.filter {
        $0.isRequired && list[$0.name] == nil && !problems.isMisspelt($0.name, in: list)
      }
      guard !missing.isEmpty else { return nil }
      return Finding(
        .missing(missing.map(\.name)), marking: .object(list), help: "add \(quotedList(missing.map(\.name)))")
    }
  }
}

extension Finding.Message {
  fileprivate static func missing(_ names: [String]) -> Self {
    names.count == 1
      ? "the required endpoint \(quotedList(names)) is missing"
      : "the required endpoints \(quotedList(names)) are missing"
  }
}
