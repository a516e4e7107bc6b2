import ManifestLint

/// Flags an option that a component of a JSON modal does not take.
struct ModalOption: Rule {
  static let metadata = RuleMetadata(
    id: "modal-option",
    section: .jsonModals,
    severity: .error,
    origin: .platform,
    fixes: [.safe],
    summary: "A block or button has an option that its kind does not take.",
    rationale: """
      Each kind of component has options of its own. Pipedrive refuses what it does not know there, in the schema and \
      in the response of your API endpoint alike: the modal shows an error and no form.
      """,
    remedy: "Correct the spelling of the option, or remove it.",
    source: .modalComponents.section("Blocks"),
    examples: [
      .init(
        bad: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                size: { $ref: "#/definitions/element-input", options: { label: Size, placehoder: S or M } }

          """,
        good: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                size: { $ref: "#/definitions/element-input", options: { label: Size, placeholder: S or M } }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.modals.flatMap(\.components).compactMap(ModalOptions.init).flatMap { options in
      options.unknown.map { key, meant in
        guard let meant else {
          return Finding(.unknown(key.text, options.kind), at: key, help: help(options.kind))
        }
        return Finding(
          meant.isRequired ? .requiredMisspelt(key.text, meant.name, options.kind) : .unknown(key.text, options.kind),
          at: key, help: "did you mean '\(meant.name)'?",
          fixIt: FixIt("rename it to '\(meant.name)'", safety: .safe, edits: [key.edit(replacingTextWith: meant.name)]))
      }
    }
  }

  private func help(_ kind: JSONModal.ComponentKind) -> String {
    kind.options.isEmpty
      ? "remove it" : "remove it; known here: \(kind.options.map(\.name).joined(separator: ", "))"
  }
}

extension Finding.Message {
  fileprivate static func unknown(_ key: String, _ kind: JSONModal.ComponentKind) -> Self {
    kind.options.isEmpty ? "\(kind.phrase) takes no options" : "\(kind.phrase) takes no option '\(key)'"
  }

  fileprivate static func requiredMisspelt(_ key: String, _ name: String, _ kind: JSONModal.ComponentKind) -> Self {
    "\(kind.phrase) takes no option '\(key)'; the required option '\(name)' is missing"
  }
}
