import ManifestLint

/// Flags an object that lacks required keys.
struct MissingKey: Rule {
  static let metadata = RuleMetadata(
    id: "missing-key",
    section: .everyDocument,
    severity: DraftAllowance.severity,
    origin: .platform,
    summary: "A required key is absent.",
    rationale: """
      Developer Hub asks for these fields. A draft can be saved with a name and a callback URL alone: what it may lack \
      is a warning until the app goes live.
      """,
    remedy: "Add the keys that are named.",
    source: .registeringPrivateApp,
    examples: [
      .init(
        bad: """
          manifest: 1
          app:
            name: Car Services App
            type: private
            callbackUrl: https://www.carservicesapp.com/callback

          """,
        good: """
          manifest: 1
          app:
            name: Car Services App
            type: private
            callbackUrl: https://www.carservicesapp.com/callback
          oauth:
            scopes: [base]

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    let problems = context.keyProblems
    let settingsPage = context.manifest?.settingsPage
    // 'settings-page-fields' says under which key the address belongs.
    let misplacedKey = settingsPage?.misplacedAddress == nil ? nil : settingsPage?.kind?.value.addressKey
    // Of what a private app cannot have, nothing is missing: 'private-app-listing' speaks of it.
    let superfluous = context.manifest.map { $0.partsOfPublicApps(context.variables) } ?? []
    // One diagnostic an object, whatever number of schema keywords miss something in it.
    var missing: [(object: Node, keys: [String])] = []
    var indices: [Node: Int] = [:]
    for violation in context.violations(for: Self.metadata.id) {
      guard case .required(let keys) = violation.fact, !superfluous.contains(violation.node) else { continue }
      let absent = keys.filter {
        !problems.isMisspelt($0, in: violation.node) && !(violation.node == settingsPage?.node && $0 == misplacedKey)
      }
      if let index = indices[violation.node] {
        missing[index].keys += absent.filter { !missing[index].keys.contains($0) }
      } else {
        indices[violation.node] = missing.count
        missing.append((violation.node, absent))
      }
    }
    return missing.filter { !$0.keys.isEmpty }.map { object, keys in
      Finding(
        .missing(keys), marking: .object(object), help: "add \(quotedList(keys))",
        severity: keys.map { DraftAllowance.severity(ofMissing: $0, in: object, context.stage) }.max())
    }
  }
}

extension Finding.Message {
  fileprivate static func missing(_ keys: [String]) -> Self {
    keys.count == 1 ? "required key \(quotedList(keys)) is missing" : "required keys \(quotedList(keys)) are missing"
  }
}
