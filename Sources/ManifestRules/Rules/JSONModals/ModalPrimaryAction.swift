import ManifestLint

/// Flags a JSON modal that nobody can submit.
struct ModalPrimaryAction: Rule {
  static let metadata = RuleMetadata(
    id: "modal-primary-action",
    section: .jsonModals,
    severity: .warning,
    origin: .advice,
    summary: "A JSON modal has no primary button.",
    rationale: """
      Only a primary button sends the form or opens a page; a secondary one resets or closes the modal. Without a \
      primary button whatever users enter is lost.
      """,
    remedy: "Add a button of the kind '#/definitions/action-primary'.",
    source: .modalComponents.section("Action buttons"),
    examples: [
      .init(
        bad: """
          type: object
          properties:
            actions:
              type: object
              properties:
                close: { $ref: "#/definitions/action-secondary", options: { label: Close, handler: cancel } }

          """,
        good: """
          type: object
          properties:
            actions:
              type: object
              properties:
                close: { $ref: "#/definitions/action-secondary", options: { label: Close, handler: cancel } }
                save: { $ref: "#/definitions/action-primary", options: { label: Save, handler: request } }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.modals.compactMap { modal in
      // A button of an unknown kind may be meant as a primary one.
      guard let list = modal.actionList, !modal.actions.isEmpty,
        modal.actions.allSatisfy({ $0.kind == .secondaryAction })
      else { return nil }
      return Finding(
        .none, marking: .object(list), help: "add a button with the type '#/definitions/action-primary'")
    }
  }
}

extension Finding.Message {
  fileprivate static let none: Self = "the modal has no primary button, so nothing that is entered can be sent"
}
