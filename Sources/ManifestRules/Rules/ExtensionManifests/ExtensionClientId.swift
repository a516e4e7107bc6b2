import ManifestLint

/// Flags a video calling manifest that does not name its own app.
struct ExtensionClientId: Rule {
  static let metadata = RuleMetadata(
    id: "extension-client-id",
    section: .extensionManifests,
    severity: .error,
    origin: .platform,
    summary: "A video calling manifest has no client ID, or not that of its app.",
    rationale: """
      A video calling manifest names the app that it belongs to by the client ID which Developer Hub issued. Copied \
      from another app, it is refused or leads to that app.
      """,
    remedy: "Write the client ID of the app, the same as 'oauth.clientId' in the app manifest.",
    source: .videoCalling.section("Manifest"),
    examples: [
      .init(
        bad: """
          version: v202049
          endpoints:
            postMeeting: https://www.carservicesapp.com/:linkId/meetings

          """,
        good: """
          version: v202049
          clientId: 57da5c3c55a82bb4
          endpoints:
            postMeeting: https://www.carservicesapp.com/:linkId/meetings

          """),
      .init(
        bad: """
          manifest: 1
          oauth:
            clientId: 57da5c3c55a82bb4
          extensions:
            videoCalling:
              clientId: 5d80274eae050b58

          """,
        good: """
          manifest: 1
          oauth:
            clientId: 57da5c3c55a82bb4
          extensions:
            videoCalling:
              clientId: 57da5c3c55a82bb4

          """),
    ])

  func check(_ context: LintContext) -> [Finding] {
    let problems = context.keyProblems
    return context.extensionManifests.compactMap { manifest in
      guard manifest.kind == .videoCalling, manifest.node.kind == .mapping else { return nil }
      guard manifest.node["clientId"] != nil else {
        if problems.isMisspelt("clientId", in: manifest.node) { return nil }
        return Finding(.missing, marking: .object(manifest.node), help: "add 'clientId' with the client ID of the app")
      }
      guard let own = manifest.clientID, let app = context.appManifest?.clientID, !own.node.isBlank, !app.node.isBlank,
        let ownValue = value(own, context), let appValue = value(app, context), ownValue != appValue
      else { return nil }
      let isSameFile = own.node.tree === app.node.tree
      return Finding(
        .different(ownValue, appValue), at: own.node, help: "write '\(app.value)'",
        notes: isSameFile ? [.init("the client ID of the app", at: app.node)] : [])
    }
  }

  /// The text with its variables filled in; `nil` where one has no value.
  private func value(_ text: Located<String>, _ context: LintContext) -> String? {
    let parts = Template(text.value).resolved(context.variables)
    return parts.count == 1 ? parts[0] : nil
  }
}

extension Finding.Message {
  fileprivate static let missing: Self = "the client ID of the app is missing in the video calling manifest"

  fileprivate static func different(_ own: String, _ app: String) -> Self {
    "the client ID '\(own)' is not that of the app, '\(app)'"
  }
}
