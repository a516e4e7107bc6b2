import ManifestLint

/// Flags an access scope without the feature that it is for.
struct UnusedScope: Rule {
  static let metadata = RuleMetadata(
    id: "unused-scope",
    section: .appAndOAuth,
    severity: .info,
    origin: .review,
    summary: "An access scope is listed and the feature that it is for is not.",
    rationale: """
      Reviewers ask for no more scopes than an app uses. 'messengers-integration', 'video-calls' and \
      'phone-integration' are there for a messaging extension, a video calling extension, and calls.
      """,
    remedy: "Remove the scope, or add the extension that it is for; an app that only logs calls may keep its scope.",
    source: .approvalProcess,
    examples: [
      .init(
        bad: "oauth:\n  scopes: [base, video-calls]\n",
        good: "oauth:\n  scopes: [base, video-calls]\nextensions:\n  videoCalling: manifests/video.json\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest else { return [] }
    return ScopeFeature.allCases.compactMap { feature in
      guard let scope = manifest.scope(feature.scope), !feature.mayBeMeant(in: manifest) else { return nil }
      return Finding(
        .unused(scope.value, for: feature), at: scope.node, help: "remove it, or add \(feature.label)")
    }
  }
}

extension Finding.Message {
  fileprivate static func unused(_ scope: String, for feature: ScopeFeature) -> Self {
    "access scope '\(scope)' is for \(feature.label), which the app does not have"
  }
}
