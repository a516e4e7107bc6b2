import ManifestLint

/// Flags a JSON modal without a button, or with too many.
struct ModalActionCount: Rule {
  static let metadata = RuleMetadata(
    id: "modal-action-count",
    section: .jsonModals,
    severity: .error,
    origin: .platform,
    summary: "A JSON modal has no action button, or more than 2.",
    rationale: "A modal needs a button that submits or closes it, and has room for two.",
    remedy: "Keep one button or two: as a rule a primary one and a secondary one.",
    source: .modalComponents.section("Action buttons"),
    examples: [
      .init(
        bad: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                line: { $ref: "#/definitions/element-separator" }

          """,
        good: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                line: { $ref: "#/definitions/element-separator" }
            actions:
              type: object
              properties:
                save: { $ref: "#/definitions/action-primary", options: { label: Save, handler: request } }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    let problems = context.keyProblems
    return context.modals.compactMap { modal in
      guard let parts = modal.node["properties"], parts.kind == .mapping else { return nil }
      guard parts["actions"] != nil else {
        if problems.isMisspelt("actions", in: parts) { return nil }
        return Finding(.none, marking: .object(parts), help: "add 'actions' with one button or two")
      }
      guard let list = modal.actionList, list.kind == .mapping else { return nil }
      let actions = modal.actions
      if actions.isEmpty { return Finding(.none, marking: .object(list), help: "add a button") }
      guard actions.count > Limits.modalActions else { return nil }
      return Finding(
        .tooMany(actions.count), at: actions[Limits.modalActions].key, label: "3rd button",
        help: "remove \(actions.count - Limits.modalActions)")
    }
  }
}

extension Finding.Message {
  fileprivate static let none: Self = "the modal has no action button, at least one is required"

  fileprivate static func tooMany(_ count: Int) -> Self {
    "the modal has \(count) action buttons, at most \(Limits.modalActions) are allowed"
  }
}
