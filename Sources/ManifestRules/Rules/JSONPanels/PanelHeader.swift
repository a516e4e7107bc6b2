import ManifestLint

/// Flags a panel of several objects whose objects have no title.
struct PanelHeader: Rule {
  static let metadata = RuleMetadata(
    id: "panel-header",
    section: .jsonPanels,
    severity: .warning,
    origin: .platform,
    summary: "A JSON panel of several objects has no header.",
    rationale: """
      The header is the title of an object, by which users tell one from the next. Pipedrive asks for it in panels of \
      several objects; in a panel of one it may be left out.
      """,
    remedy: "Add a property 'header' of the type '#/definitions/header'.",
    source: .addingJSONPanel,
    examples: [
      .init(
        bad: """
          type: array
          items:
            type: object
            properties:
              visitTime: { $ref: "#/definitions/date-time" }

          """,
        good: """
          type: array
          items:
            type: object
            properties:
              header: { $ref: "#/definitions/header" }
              visitTime: { $ref: "#/definitions/date-time" }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.panels.compactMap { panel in
      guard panel.isList, let properties = panel.properties, properties.kind == .mapping,
        !panel.fields.contains(where: \.isHeader)
      else { return nil }
      return Finding(
        .none, marking: .object(properties), help: "add 'header' with the type '#/definitions/header'")
    }
  }
}

extension Finding.Message {
  fileprivate static let none: Self = "a panel of several objects needs a 'header', the title of each"
}
