import ManifestLint

/// Flags a field of a JSON panel whose type there is not.
struct PanelFieldType: Rule {
  static let metadata = RuleMetadata(
    id: "panel-field-type",
    section: .jsonPanels,
    severity: .error,
    origin: .platform,
    fixes: [.safe],
    summary: "A field of a JSON panel has a type that is not one of the 13 there are.",
    rationale: """
      Developer Hub checks the data structure when it is uploaded and refuses a reference that leads nowhere. The types \
      are Pipedrive's own: there is no 'number' and no 'string'.
      """,
    remedy: "Write '#/definitions/' and one of the types that are listed.",
    source: .addingJSONPanel.section("Data types"),
    examples: [
      .init(
        bad: """
          type: array
          items:
            type: object
            properties:
              header: { $ref: "#/definitions/header" }
              visitTime: { $ref: "#/definitions/datetime", label: Visit time }

          """,
        good: """
          type: array
          items:
            type: object
            properties:
              header: { $ref: "#/definitions/header" }
              visitTime: { $ref: "#/definitions/date-time", label: Visit time }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.panels.flatMap(\.fields).compactMap { field in
      guard field.type == nil, let reference = field.reference, reference.node.literalText != nil else { return nil }
      let names = JSONPanel.FieldType.allCases.map(\.rawValue)
      guard let name = ComponentReference.meantName(in: reference.value, among: names) else {
        return Finding(
          .unknown(reference.value), at: reference.node,
          help: "write '\(ComponentReference.prefix)' and one of \(names.joined(separator: ", "))")
      }
      let meant = ComponentReference.prefix + name
      return Finding(
        .unknown(reference.value), at: reference.node, help: "did you mean '\(meant)'?",
        fixIt: FixIt("write '\(meant)'", safety: .safe, edits: [reference.node.edit(replacingTextWith: meant)]))
    }
  }
}

extension Finding.Message {
  fileprivate static func unknown(_ reference: String) -> Self {
    "'\(reference)' is no type of field"
  }
}
