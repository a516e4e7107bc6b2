import ManifestLint

/// Flags an extension manifest of a version that Pipedrive does not take.
struct ExtensionVersion: Rule {
  static let metadata = RuleMetadata(
    id: "extension-version",
    section: .extensionManifests,
    severity: .error,
    origin: .platform,
    fixes: [.safe],
    summary: "The version of an extension manifest is missing or not the one that Pipedrive takes.",
    rationale: """
      The version is that of Pipedrive's format, not of your manifest: 'v202101' for messaging, 'v202049' for video \
      calling. There is no other, and a manifest without it is refused.
      """,
    remedy: "Write the version that is named.",
    source: .implementingMessaging.section("Manifest"),
    examples: [
      .init(
        bad: """
          version: "1.0"
          endpoints:
            getConversations: https://www.carservicesapp.com/:providerChannelId/conversations

          """,
        good: """
          version: "v202101"
          endpoints:
            getConversations: https://www.carservicesapp.com/:providerChannelId/conversations

          """),
      .init(
        bad: """
          {
            "endpoints": { "postMeeting": "https://www.carservicesapp.com/:linkId/meetings" }
          }

          """,
        good: """
          {
            "version": "v202049",
            "endpoints": { "postMeeting": "https://www.carservicesapp.com/:linkId/meetings" }
          }

          """,
        language: .json),
    ])

  func check(_ context: LintContext) -> [Finding] {
    let problems = context.keyProblems
    return context.extensionManifests.compactMap { manifest in
      guard manifest.node.kind == .mapping else { return nil }
      let version = manifest.kind.version
      guard let node = manifest.node["version"] else {
        if problems.isMisspelt("version", in: manifest.node) { return nil }
        return Finding(
          .missing(version), marking: .object(manifest.node), help: "add 'version' with '\(version)'",
          fixIt: manifest.node.insertionEdit("version", version).map {
            FixIt("add the version '\(version)'", safety: .safe, edits: [$0])
          })
      }
      guard let text = node.literalText, text != version else { return nil }
      return Finding(
        .wrong(text, version, manifest.kind), at: node, help: "write '\(version)'",
        fixIt: FixIt("write '\(version)'", safety: .safe, edits: [node.edit(replacingTextWith: version)]))
    }
  }
}

extension Finding.Message {
  fileprivate static func missing(_ version: String) -> Self {
    "the version of the extension manifest is missing; it must be '\(version)'"
  }

  fileprivate static func wrong(_ text: String, _ version: String, _ kind: ExtensionManifest.Kind) -> Self {
    "the version of a \(kind.documentKind.label) must be '\(version)', not '\(text)'"
  }
}
