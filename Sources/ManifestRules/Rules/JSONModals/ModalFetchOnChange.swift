import ManifestLint

/// Flags `fetchOnChange` in a block that cannot change.
struct ModalFetchOnChange: Rule {
  static let metadata = RuleMetadata(
    id: "modal-fetch-on-change",
    section: .jsonModals,
    severity: .error,
    origin: .platform,
    summary: "A text block or separator has 'fetchOnChange'.",
    rationale: """
      The option asks your API endpoint anew when users change a block. A text and a separator cannot be changed, and \
      Pipedrive does not take the option there.
      """,
    remedy: "Remove it, or move it to the block that users change.",
    source: .modalComponents.section("fetchOnChange"),
    examples: [
      .init(
        bad: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                intro: { $ref: "#/definitions/element-text", options: { value: Hello, fetchOnChange: true } }

          """,
        good: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                intro: { $ref: "#/definitions/element-text", options: { value: Hello } }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.modals.flatMap(\.blocks).compactMap { block in
      guard let kind = block.kind, kind.refusesFetchOnChange, let entry = block.options?.entry("fetchOnChange") else {
        return nil
      }
      return Finding(.refused(kind), at: entry.key, help: "remove it, or move it to the block that users change")
    }
  }
}

extension Finding.Message {
  fileprivate static func refused(_ kind: JSONModal.ComponentKind) -> Self {
    "\(kind.phrase) cannot change, so it takes no 'fetchOnChange'"
  }
}
