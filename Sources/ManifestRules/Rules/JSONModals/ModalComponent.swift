import ManifestLint

/// Flags a block or button of a kind that there is not, or not there.
struct ModalComponent: Rule {
  static let metadata = RuleMetadata(
    id: "modal-component",
    section: .jsonModals,
    severity: .error,
    origin: .platform,
    fixes: [.safe],
    summary: "A component of a JSON modal is of a kind that does not exist, or stands in the wrong part.",
    rationale: """
      Developer Hub checks the schema when it is uploaded and refuses a reference that leads nowhere. Blocks stand \
      under 'blocks' and buttons under 'actions'.
      """,
    remedy: "Write one of the references that are listed, or move the component to the other part.",
    source: .modalComponents.section("Blocks"),
    examples: [
      .init(
        bad: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                intro: { $ref: "#/definitions/element/text", options: { value: Thank you. } }

          """,
        good: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                intro: { $ref: "#/definitions/element-text", options: { value: Thank you. } }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.modals.flatMap(\.components).compactMap { component in
      guard let reference = component.reference, reference.node.literalText != nil, component.kind == nil else {
        return nil
      }
      let name = ComponentReference.name(in: reference.value)
      if let kind = name.flatMap(JSONModal.ComponentKind.init(rawValue:)) {
        return Finding(
          .misplaced(kind, component.role), at: reference.node, help: "move it to '\(kind.role.listKey)'")
      }
      return unknown(reference, component.role)
    }
  }

  private func unknown(_ reference: Located<String>, _ role: JSONModal.Role) -> Finding {
    let kinds = JSONModal.ComponentKind.allCases.filter { $0.role == role }
    guard let name = meantName(reference.value, among: kinds.map(\.rawValue)) else {
      return Finding(
        .unknown(reference.value, role), at: reference.node,
        help: "write '\(ComponentReference.prefix)' and one of \(kinds.map(\.rawValue).joined(separator: ", "))")
    }
    let meant = ComponentReference.prefix + name
    return Finding(
      .unknown(reference.value, role), at: reference.node, help: "did you mean '\(meant)'?",
      fixIt: FixIt("write '\(meant)'", safety: .safe, edits: [reference.node.edit(replacingTextWith: meant)]))
  }

  /// The name that is meant; in the first part of a name a `/` is a slip that Pipedrive's own pages make.
  private func meantName(_ reference: String, among names: [String]) -> String? {
    ComponentReference.meantName(in: reference, among: names)
      ?? names.first { reference == ComponentReference.prefix + $0.replacingPlaces(of: "element-", by: "element/") }
  }
}

extension Finding.Message {
  fileprivate static func unknown(_ reference: String, _ role: JSONModal.Role) -> Self {
    "'\(reference)' is no kind of \(role.label)"
  }

  fileprivate static func misplaced(_ kind: JSONModal.ComponentKind, _ role: JSONModal.Role) -> Self {
    "\(kind.phrase) cannot stand among the \(role.label)s"
  }
}
