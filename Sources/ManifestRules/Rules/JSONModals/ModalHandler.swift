import ManifestLint

/// Flags a handler that a button of a JSON modal does not take.
struct ModalHandler: Rule {
  static let metadata = RuleMetadata(
    id: "modal-handler",
    section: .jsonModals,
    severity: .error,
    origin: .platform,
    summary: "A button has a handler that is unknown or the other kind's, or a URL that its handler does not open.",
    rationale: """
      A primary button sends the form ('request') or opens a page ('open-url'); a secondary one brings the form back \
      to how it was ('reset') or closes the modal ('cancel'). Only 'open-url' has a use for 'url'.
      """,
    remedy: "Write one of the handlers of the button's kind; remove 'url', or make the handler 'open-url'.",
    source: .modalComponents.section("Action buttons"),
    examples: [
      .init(
        bad: """
          type: object
          properties:
            actions:
              type: object
              properties:
                save: { $ref: "#/definitions/action-primary", options: { label: Save, handler: submit } }

          """,
        good: """
          type: object
          properties:
            actions:
              type: object
              properties:
                save: { $ref: "#/definitions/action-primary", options: { label: Save, handler: request } }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.modals.flatMap(\.actions).compactMap { action in
      guard let kind = action.kind, let handler = action.options?["handler"], let text = handler.literalText else {
        return nil
      }
      guard kind.handlers.contains(text) else {
        let other: JSONModal.ComponentKind = kind == .primaryAction ? .secondaryAction : .primaryAction
        let match = NearMatch.unique(text, among: kind.handlers)
        return Finding(
          other.handlers.contains(text) ? .otherKind(text, other) : .unknown(text), at: handler,
          help: match.map { "did you mean '\($0)'?" } ?? "write \(quotedList(kind.handlers, "or"))")
      }
      guard text == "request", let url = action.options?.entry("url"), url.value.string?.isEmpty == false else {
        return nil
      }
      return Finding(
        .urlWithoutUse, at: url.key, help: "remove 'url', or make the handler 'open-url'",
        notes: [.init("the handler", at: handler)])
    }
  }
}

extension Finding.Message {
  fileprivate static func unknown(_ handler: String) -> Self { "unknown handler '\(handler)'" }

  fileprivate static func otherKind(_ handler: String, _ kind: JSONModal.ComponentKind) -> Self {
    "the handler '\(handler)' is for \(kind.label)s only"
  }

  fileprivate static let urlWithoutUse: Self = "'url' is taken with the handler 'open-url' only"
}
