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
      guard let own = manifest.clientID, let app = context.app?.clientID, let ownValue = value(own.value, context),
        let appValue = value(app, context), !ownValue.utf8.elementsEqual(appValue.utf8)
      else { return nil }
      let node = context.manifest?.clientID?.node
      return Finding(
        .different(ownValue, appValue), at: own.node, help: "write '\(app)'",
        notes: node.map { [.init("the client ID of the app", at: $0)] } ?? [])
    }
  }

  /// The text with its variables filled in; `nil` where one has no value, or nothing but blanks is left.
  private func value(_ text: String, _ context: LintContext) -> String? {
    let parts = Template(text).resolved(context.variables)
    guard parts.count == 1, let value = parts[0], !value.allSatisfy(\.isWhitespace) else { return nil }
    return value
  }
}

extension Finding.Message {
  fileprivate static let missing: Self = "the client ID of the app is missing in the video calling manifest"

  fileprivate static func different(_ own: String, _ app: String) -> Self {
    "the client ID '\(own)' is not that of the app, '\(app)'"
  }
}
