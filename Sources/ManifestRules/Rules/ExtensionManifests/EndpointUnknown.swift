import ManifestLint

/// Flags an endpoint that Pipedrive never calls.
struct EndpointUnknown: Rule {
  static let metadata = RuleMetadata(
    id: "endpoint-unknown",
    section: .extensionManifests,
    severity: .error,
    origin: .platform,
    fixes: [.safe],
    summary: "An extension manifest names an endpoint that there is not.",
    rationale: "Pipedrive calls the endpoints by the names of its own format, and refuses a manifest with others.",
    remedy: "Correct the spelling of the name, or remove the endpoint.",
    source: .implementingMessaging.section("Endpoints"),
    examples: [
      .init(
        bad: """
          version: v202101
          endpoints:
            getConversations: https://www.carservicesapp.com/:providerChannelId/conversations
            postMesage: https://www.carservicesapp.com/:providerChannelId/messages

          """,
        good: """
          version: v202101
          endpoints:
            getConversations: https://www.carservicesapp.com/:providerChannelId/conversations
            postMessage: https://www.carservicesapp.com/:providerChannelId/messages

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    let problems = context.keyProblems
    return context.extensionManifests.flatMap { manifest -> [Finding] in
      guard let list = manifest.node["endpoints"] else { return [] }
      return manifest.endpoints.filter { $0.endpoint == nil }.map { named in
        guard let meant = problems.meantKey(named.key, in: list) else {
          return Finding(.unknown(named.key.text), at: named.key, help: help(named.key.text, manifest.kind))
        }
        return Finding(
          meant.isRequired ? .requiredMisspelt(named.key.text, meant.name) : .unknown(named.key.text), at: named.key,
          help: "did you mean '\(meant.name)'?",
          fixIt: FixIt(
            "rename it to '\(meant.name)'", safety: .safe, edits: [named.key.edit(replacingTextWith: meant.name)]))
      }
    }
  }

  private func help(_ name: String, _ kind: ExtensionManifest.Kind) -> String {
    let other = ExtensionManifest.Kind.allCases.first { other in
      other != kind && other.endpoints.contains { $0.name == name }
    }
    if let other { return "move it to the \(other.documentKind.label), to which it belongs" }
    return "remove it; known here: \(kind.endpoints.map(\.name).joined(separator: ", "))"
  }
}

extension Finding.Message {
  fileprivate static func unknown(_ name: String) -> Self { "unknown endpoint '\(name)'" }

  fileprivate static func requiredMisspelt(_ name: String, _ meant: String) -> Self {
    "unknown endpoint '\(name)'; the required endpoint '\(meant)' is missing"
  }
}
