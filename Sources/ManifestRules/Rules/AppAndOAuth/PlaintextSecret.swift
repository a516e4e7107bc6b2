import ManifestLint

/// Flags a secret that stands in the manifest.
struct PlaintextSecret: Rule {
  static let metadata = RuleMetadata(
    id: "plaintext-secret",
    section: .appAndOAuth,
    severity: .error,
    origin: .advice,
    fixes: [.unsafe],
    summary: "A secret field holds something other than one variable.",
    rationale: """
      Manifests are committed, and what is in a repository's history stays there for everyone who can read it. A \
      default in a variable and text beside one are as plain as a literal.
      """,
    remedy: """
      Write one variable, such as ${CLIENT_SECRET}, and give its value where it is used. Refresh a secret that was \
      committed: it must be taken for known.
      """,
    source: .clientIDAndSecret,
    examples: [
      .init(
        bad: "oauth:\n  clientSecret: 4f1c8a2be07d\n",
        good: "oauth:\n  clientSecret: ${CLIENT_SECRET}\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.secretFields ?? []).compactMap { node in
      guard Template.soleVariable(node.content) == nil, let text = node.string, !node.isBlank else { return nil }
      let template = Template(text)
      if template.isSingleVariable, template.variables.allSatisfy({ ($0.defaultValue ?? "").isEmpty }) { return nil }
      guard let key = node.key?.text else { return nil }
      let variable = "${\(Self.variableName(node))}"
      return Finding(
        .plaintext(key, template), at: node,
        help: "write a variable such as '\(variable)', and refresh a secret that was committed",
        fixIt: FixIt("write '\(variable)'", safety: .unsafe, edits: [edit(node, variable)]))
    }
  }

  /// The replacement, in quotes where YAML needs them.
  private func edit(_ node: Node, _ variable: String) -> TextEdit {
    let isInFlow = node.parent?.style == .flow
    return TextEdit(range: node.range, replacement: isInFlow || node.style != .plain ? "\"\(variable)\"" : variable)
  }

  /// A name made from the way to the field: `LINK_ACTIONS_1_JWT_SECRET` for the first link action's.
  private static func variableName(_ node: Node) -> String {
    var words: [String] = []
    var current = node
    while let parent = current.parent {
      words.append(current.key.map { snakeCase($0.text) } ?? String(current.ordinal + 1))
      current = parent
    }
    return words.reversed().drop { $0 == "EXTENSIONS" || $0 == "OAUTH" }.joined(separator: "_")
  }

  private static func snakeCase(_ key: String) -> String {
    var result = ""
    for character in key {
      if character.isUppercase, !result.isEmpty { result += "_" }
      result += character.uppercased()
    }
    return result
  }
}

extension Finding.Message {
  fileprivate static func plaintext(_ key: String, _ template: Template) -> Self {
    if template.looksLikeVariable {
      return "what '\(key)' holds is no variable: a name has letters, digits and '_' only"
    }
    if template.variables.isEmpty { return "'\(key)' holds a secret as plain text" }
    return template.isSingleVariable
      ? "the variable in '\(key)' has a default, which is a secret as plain text"
      : "'\(key)' holds text beside a variable; a secret must be exactly one variable"
  }
}

extension Template {
  /// Whether it is one piece of text that begins and ends as a variable does: `${client-secret}`.
  fileprivate var looksLikeVariable: Bool {
    guard parts.count == 1, case .literal(let text, let offsets)? = parts.first else { return false }
    return text.hasPrefix("${") && text.hasSuffix("}") && text.utf8.count == offsets.count
  }
}
