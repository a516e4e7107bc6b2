import ManifestLint

/// Flags a feature whose access scope is not listed.
struct MissingScope: Rule {
  static let metadata = RuleMetadata(
    id: "missing-scope",
    section: .appAndOAuth,
    severity: .usually(.error, otherwise: .init(when: "'phone-integration'", .warning)),
    origin: .platform,
    fixes: [.unsafe],
    summary: "A feature of the app needs an access scope that is not listed.",
    rationale: """
      Developer Hub offers the upload of a messaging or video calling manifest only to apps with the scope of that \
      extension, and a floating window opens from phone numbers in communication apps.
      """,
    remedy: "Add the scope; it asks every user for more, so make sure that the feature is meant.",
    source: .registeringPrivateApp.section("App extensions"),
    examples: [
      .init(
        bad: "oauth:\n  scopes: [base]\nextensions:\n  messaging: manifests/messaging.json\n",
        good: "oauth:\n  scopes: [base, messengers-integration]\nextensions:\n  messaging: manifests/messaging.json\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    // Without a list it is 'missing-key' that speaks.
    guard let manifest = context.manifest, let list = manifest.scopeList else { return [] }
    return ScopeFeature.allCases.compactMap { feature in
      guard let node = feature.node(in: manifest), !mayBeListed(feature.scope, manifest, context.variables) else {
        return nil
      }
      let scope = feature.scope.rawValue
      return Finding(
        .missing(scope, for: feature), at: node, label: "needs the scope '\(scope)'",
        help: "add '\(scope)' to 'scopes'", notes: [.init("'\(scope)' is not listed here", at: list.key ?? list)],
        severity: feature == .phone ? .warning : nil,
        fixIt: list.edit(appending: scope).map { FixIt("add '\(scope)'", safety: .unsafe, edits: [$0]) })
    }
  }

  /// Whether it is listed, misspelt, which is 'unknown-scope', or hidden by a variable.
  private func mayBeListed(_ scope: Scope, _ manifest: AppManifest, _ variables: Variables) -> Bool {
    manifest.scopes.contains { item in
      guard let text = Template(item.value).resolvedText(variables) else { return true }
      return text == scope.rawValue || UnknownScope.match(text) == scope.rawValue
    }
  }
}

extension Finding.Message {
  fileprivate static func missing(_ scope: String, for feature: ScopeFeature) -> Self {
    "\(feature.label) needs the access scope '\(scope)'"
  }
}
