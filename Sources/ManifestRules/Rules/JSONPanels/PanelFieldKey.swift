import ManifestLint

/// Flags a key that a field of a JSON panel does not take.
struct PanelFieldKey: Rule {
  static let metadata = RuleMetadata(
    id: "panel-field-key",
    section: .jsonPanels,
    severity: .error,
    origin: .platform,
    summary: "A field of a JSON panel has a key other than '$ref' and 'label'.",
    rationale: """
      The data structure looks like a JSON Schema and is none: a field has a type, under '$ref', and perhaps a label. \
      Developer Hub refuses what stands beside them, such as 'type', 'format' or 'description'.
      """,
    remedy: "Remove the key; the type of a field is its '$ref'.",
    source: .addingJSONPanel,
    examples: [
      .init(
        bad: """
          type: object
          properties:
            price: { $ref: "#/definitions/numerical", type: number }

          """,
        good: """
          type: object
          properties:
            price: { $ref: "#/definitions/numerical" }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    let problems = context.keyProblems
    return context.violations(for: Self.metadata.id).compactMap { violation in
      guard let key = violation.key, key.isTextKey else { return nil }
      guard let meant = problems.meantKey(key, in: violation.node) else {
        return Finding(.unknown(key.text), at: key, help: "remove it; a field takes '$ref' and 'label'")
      }
      return Finding(
        meant.isRequired ? .requiredMisspelt(key.text, meant.name) : .unknown(key.text), at: key,
        help: problems.isNear(key) ? "did you mean '\(meant.name)'?" : help(violation.node[key.text]))
    }
  }

  /// The order for a field that has no type: the one that a key of JSON Schema names, or what types there are.
  private func help(_ value: Node?) -> String {
    let name = value?.literalText.flatMap { Self.types[$0] ?? JSONPanel.FieldType(rawValue: $0) }
    guard let name else {
      let names = JSONPanel.FieldType.allCases.map(\.rawValue).joined(separator: ", ")
      return "write '$ref' with '\(ComponentReference.prefix)' and one of \(names)"
    }
    return "write '$ref' with '\(ComponentReference.prefix)\(name.rawValue)'"
  }

  /// The types of fields that come next to those of JSON Schema.
  private static let types: [String: JSONPanel.FieldType] = [
    "string": .text, "number": .numerical, "integer": .numerical, "array": .tags,
  ]
}

extension Finding.Message {
  fileprivate static func unknown(_ key: String) -> Self {
    "unknown key '\(key)' in a field of a panel"
  }

  fileprivate static func requiredMisspelt(_ key: String, _ name: String) -> Self {
    "unknown key '\(key)' in a field of a panel; the required key '\(name)' is missing"
  }
}
