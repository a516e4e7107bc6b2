import ManifestLint

/// Flags what only public apps have in the manifest of a private one.
struct PrivateAppListing: Rule {
  static let metadata = RuleMetadata(
    id: "private-app-listing",
    section: .appAndOAuth,
    severity: .warning,
    origin: .platform,
    summary: "A private app has a listing, an onboarding or a review.",
    rationale: """
      The form of a private app has three tabs: a private app is not listed in the Marketplace and not reviewed, so \
      there is nowhere to enter these.
      """,
    remedy: "Remove the part, or make the app public; that is decided once, when the app is created.",
    source: .registeringPrivateApp,
    examples: [
      .init(
        bad: "app:\n  type: private\nreview:\n  useCase: Books visits to the workshop\n",
        good: "app:\n  type: public\nreview:\n  contactEmail: a@carservicesapp.com\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest, let type = manifest.node["app"]?["type"] else { return [] }
    return manifest.partsOfPublicApps(context.variables).compactMap { part in
      // A null is 'empty-value'.
      guard part.kind != .null, let key = part.key else { return nil }
      return Finding(
        .inPrivateApp(key.text), at: key, help: "remove it; the Marketplace does not show private apps",
        notes: [.init("the app is private", at: type)])
    }
  }
}

extension AppManifest {
  /// What a private app has and only public ones can have; nothing in any other app.
  func partsOfPublicApps(_ variables: Variables) -> [Node] {
    isPrivate(variables) ? ["listing", "onboarding", "review"].compactMap { node[$0] } : []
  }
}

extension Finding.Message {
  fileprivate static func inPrivateApp(_ key: String) -> Self { "a private app has no '\(key)'" }
}
