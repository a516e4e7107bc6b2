import ManifestLint

/// Flags a key whose value is not there.
struct EmptyValue: Rule {
  static let metadata = RuleMetadata(
    id: "empty-value",
    section: .everyDocument,
    severity: DraftAllowance.severity,
    origin: .platform,
    summary: "A required text is blank, a required list has no item, or a key has no value at all.",
    rationale: """
      Developer Hub takes an empty required field for a missing one. A key without a value is null, which no field \
      of the form is: somebody began to write and stopped.
      """,
    remedy: "Write a value, or remove the key if it is not required.",
    source: .registeringPrivateApp,
    examples: [
      .init(
        bad: "manifest: 1\nextensions:\n  linkActions:\n    - locations: []\n",
        good: "manifest: 1\nextensions:\n  linkActions:\n    - locations: [deal-details]\n"),
      .init(
        bad: "manifest: 1\noauth:\n  scopes: [base]\n  installationUrl:\n",
        good: "manifest: 1\noauth:\n  scopes: [base]\n"),
    ])

  func check(_ context: LintContext) -> [Finding] {
    var seen: Set<Node> = []
    return context.violations(for: Self.metadata.id).compactMap { violation in
      let node = violation.node
      guard seen.insert(node).inserted else { return nil }
      let severity = node.key.flatMap { key in
        node.parent.map { DraftAllowance.severity(ofMissing: key.text, in: $0, context.stage) }
      }
      return Finding(.empty(node), at: node, help: help(node), severity: severity)
    }
  }

  private func help(_ node: Node) -> String {
    switch node.kind {
    // A reference of a panel or modal without quotes is a comment in YAML.
    case .null where node.key?.hasContent("$ref") == true && node.tree.language == .yaml:
      "put the reference in quotes: in YAML a '#' begins a comment"
    case .null: "write a value, or remove the \(node.key == nil ? "item" : "key")"
    case .sequence: "add at least one item"
    default: "write a text"
    }
  }
}

extension Finding.Message {
  fileprivate static func empty(_ node: Node) -> Self {
    let subject = node.key.map { "'\($0.text)'" } ?? (node.parent == nil ? "the document" : "this item")
    return switch node.kind {
    case .null: "\(subject) has no value"
    case .sequence: "\(subject) has no item, at least one is required"
    default: node.content.isEmpty ? "\(subject) is empty" : "\(subject) is blank"
    }
  }
}
