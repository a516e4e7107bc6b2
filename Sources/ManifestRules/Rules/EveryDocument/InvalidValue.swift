import ManifestLint

/// Flags a value that is not one of those allowed.
struct InvalidValue: Rule {
  static let metadata = RuleMetadata(
    id: "invalid-value",
    section: .everyDocument,
    severity: .error,
    origin: .platform,
    fixes: [.safe],
    summary: "A value is not one of those that its key allows.",
    rationale: "Developer Hub offers these values to choose from, and no others.",
    remedy: "Write one of the values that are listed.",
    source: .registeringPrivateApp,
    examples: [
      .init(
        bad: "manifest: 1\napp:\n  type: privat\n",
        good: "manifest: 1\napp:\n  type: private\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.violations(for: Self.metadata.id).map { violation in
      let node = violation.node
      let allowed =
        switch violation.fact {
        case .enumeration(let values): values
        case .constant(let value): [value]
        default: [Node]()
        }
      let texts = allowed.filter(\.isScalar).map(\.text)
      let match = node.string.flatMap { NearMatch.unique($0, among: texts) }
      let appType = appType(decidingOn: node, context)
      return Finding(
        .invalid(node, texts, appType?.text), at: node, help: match.map { "did you mean '\($0)'?" } ?? help(texts),
        notes: appType.map { [.init("the type", at: $0)] } ?? [],
        fixIt: match.map {
          FixIt("write '\($0)'", safety: .safe, edits: [node.edit(replacingTextWith: $0)])
        })
    }
  }

  /// The type of the app where that decides which values are allowed.
  private func appType(decidingOn node: Node, _ context: LintContext) -> Node? {
    guard let app = context.manifest?.node["app"], app["status"] == node, let type = app["type"],
      type.hasContent("private") || type.hasContent("public")
    else { return nil }
    return type
  }

  private func help(_ allowed: [String]) -> String {
    "write " + quotedList(allowed, "or")
  }
}

extension Finding.Message {
  fileprivate static func invalid(_ node: Node, _ allowed: [String], _ appType: String?) -> Self {
    let value = node.isScalar ? "'\(node.text)'" : node.kind.phrase
    let subject = (node.key.map { " for '\($0.text)'" } ?? "") + (appType.map { " in a \($0) app" } ?? "")
    return allowed.count == 1
      ? "\(value) is not allowed\(subject); it must be \(quotedList(allowed))"
      : "\(value) is not allowed\(subject); it must be one of \(quotedList(allowed, "or"))"
  }
}
