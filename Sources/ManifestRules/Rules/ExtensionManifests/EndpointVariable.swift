import ManifestLint

/// Flags an endpoint's address without the variables that tell what is asked for.
struct EndpointVariable: Rule {
  static let metadata = RuleMetadata(
    id: "endpoint-variable",
    section: .extensionManifests,
    severity: .usually(.error, otherwise: .init(when: "'getMessageById' with two of its three", .warning)),
    origin: .platform,
    summary: "The address of an endpoint lacks a variable, or has one that is unknown there.",
    rationale: """
      Pipedrive puts the ids of channel, conversation, message or meeting in place of segments such as \
      ':providerChannelId'. Without them your server cannot tell what is asked for. A variable is a whole segment of \
      the path: neither ':8080' nor 'items:search' is one.
      """,
    remedy: "Put the variables that are named in the path, each as a segment of its own.",
    source: .implementingMessaging.section("Manifest"),
    examples: [
      .init(
        bad: """
          version: v202049
          endpoints:
            deleteMeeting: https://www.carservicesapp.com/:linkId/meetings

          """,
        good: """
          version: v202049
          endpoints:
            deleteMeeting: https://www.carservicesapp.com/:linkId/meetings/:meetingId

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.extensionManifests.flatMap(\.endpoints).flatMap { named -> [Finding] in
      guard let endpoint = named.endpoint, let text = named.node.string, !named.node.isBlank,
        !EndpointPath.holdsBraces(text)
      else { return [] }
      return findings(EndpointPath(text, context.variables), endpoint, at: named.node)
    }
  }

  private func findings(_ path: EndpointPath, _ endpoint: ExtensionManifest.Endpoint, at node: Node) -> [Finding] {
    let known = endpoint.knownVariables
    var absent = known.filter { name in !path.variables.contains { $0.name == name } }
    let unknown = path.variables.filter { !known.contains($0.name) }
    var findings: [Finding] = []
    let places = path.isAsWritten ? node.sourceRanges(ofContent: unknown.map(\.offsets)) : []
    for (index, variable) in unknown.enumerated() {
      var meant = NearMatch.unique(variable.name, among: absent)
      // One name in place of another is one slip, however different they are.
      if meant == nil, unknown.count == 1, absent.count == 1, endpoint.variables.contains(absent[0]) {
        meant = absent[0]
      }
      absent.removeAll { $0 == meant }
      findings.append(
        Finding(
          .unknown(variable.name, endpoint.name, meant: meant),
          marking: path.isAsWritten ? .piece(places[index], of: node) : .node(node),
          help: meant.map { "write ':\($0)'" } ?? "remove it; known here: \(Self.list(known))"))
    }
    // What a variable of the manifest hides may hold them.
    guard !absent.isEmpty, !path.isPartlyHidden else { return findings }
    let isAdvice = absent.allSatisfy { endpoint.advisedVariables.contains($0) }
    findings.append(
      Finding(
        isAdvice ? .advised(absent, endpoint.name) : .missing(absent, endpoint.name), at: node,
        help:
          "put \(Self.list(absent)) in the path, \(absent.count == 1 ? "as a segment" : "each as a segment") of its own",
        severity: isAdvice ? .warning : nil))
    return findings
  }

  fileprivate static func list(_ names: [String]) -> String { quotedList(names.map { ":\($0)" }) }
}

extension Finding.Message {
  fileprivate static func unknown(_ name: String, _ endpoint: String, meant: String?) -> Self {
    let unknown = "unknown variable ':\(name)' in '\(endpoint)'"
    return meant.map { "\(unknown); ':\($0)' is missing" } ?? .init(stringLiteral: unknown)
  }

  fileprivate static func missing(_ names: [String], _ endpoint: String) -> Self {
    "the address of '\(endpoint)' lacks the variable\(names.count == 1 ? "" : "s") \(EndpointVariable.list(names))"
  }

  fileprivate static func advised(_ names: [String], _ endpoint: String) -> Self {
    "the address of '\(endpoint)' lacks \(EndpointVariable.list(names)), for which some of Pipedrive's pages ask"
  }
}
