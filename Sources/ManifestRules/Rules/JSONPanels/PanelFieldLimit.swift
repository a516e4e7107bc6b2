import ManifestLint

/// Flags the field of a JSON panel that is one too many.
struct PanelFieldLimit: Rule {
  static let metadata = RuleMetadata(
    id: "panel-field-limit",
    section: .jsonPanels,
    severity: .error,
    origin: .platform,
    summary: "An object of a JSON panel has more than 20 fields.",
    rationale: """
      Pipedrive shows at most 20 fields of an object. The header, which is the object's title, and 'id', which is not \
      shown, do not count.
      """,
    remedy: "Remove the fields that users need least, or show them behind a link.",
    source: .jsonPanels,
    examples: [.init(bad: panel(fields: 21), good: panel(fields: 20))])

  private static func panel(fields count: Int) -> String {
    "type: object\nproperties:\n  id: { $ref: \"#/definitions/numerical\" }\n"
      + (1...count).map { "  reading\($0): { $ref: \"#/definitions/text\" }\n" }.joined()
  }

  func check(_ context: LintContext) -> [Finding] {
    context.panels.compactMap { panel in
      let fields = panel.countedFields
      guard fields.count > Limits.panelFields else { return nil }
      return Finding(
        .tooMany(fields.count), at: fields[Limits.panelFields].key, label: ordinal(Limits.panelFields + 1) + " field",
        help: "remove \(fields.count - Limits.panelFields), or show them behind a link")
    }
  }
}

extension Finding.Message {
  fileprivate static func tooMany(_ count: Int) -> Self {
    "the panel has \(count) fields, at most \(Limits.panelFields) are allowed; 'header' and 'id' are not counted"
  }
}
