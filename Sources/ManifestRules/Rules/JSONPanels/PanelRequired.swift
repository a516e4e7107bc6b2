import ManifestLint

/// Flags a required property of a JSON panel that is not declared.
struct PanelRequired: Rule {
  static let metadata = RuleMetadata(
    id: "panel-required",
    section: .jsonPanels,
    severity: .error,
    origin: .platform,
    summary: "'required' names a property that the data structure does not declare.",
    rationale: """
      The panel takes no property that is not declared, and waits for one that is required: no answer of your API \
      endpoint can meet both, so the panel never shows anything.
      """,
    remedy: "Declare the property under 'properties', or take it out of 'required'.",
    source: .addingJSONPanel,
    examples: [
      .init(
        bad: """
          type: object
          required: [plate, model]
          properties:
            plate: { $ref: "#/definitions/text" }

          """,
        good: """
          type: object
          required: [plate]
          properties:
            plate: { $ref: "#/definitions/text" }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.panels.flatMap { panel -> [Finding] in
      guard let properties = panel.properties, properties.kind == .mapping else { return [] }
      let names = panel.fields.map(\.key.text)
      return panel.required.compactMap { required in
        guard required.node.literalText != nil, properties[required.value] == nil else { return nil }
        let match = NearMatch.unique(required.value, among: names)
        return Finding(
          .undeclared(required.value), at: required.node,
          help: match.map { "did you mean '\($0)'?" } ?? "declare it under 'properties', or remove it here")
      }
    }
  }
}

extension Finding.Message {
  fileprivate static func undeclared(_ name: String) -> Self {
    "'\(name)' is required and not declared under 'properties'"
  }
}
