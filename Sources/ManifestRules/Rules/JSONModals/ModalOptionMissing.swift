import ManifestLint

/// Flags a block or button without an option that it needs.
struct ModalOptionMissing: Rule {
  static let metadata = RuleMetadata(
    id: "modal-option-missing",
    section: .jsonModals,
    severity: .error,
    origin: .platform,
    summary: "A block or button lacks an option that its kind requires.",
    rationale: """
      Blocks need a label, a text block a text, buttons a label and a handler. Pipedrive checks schema and response \
      together: all but the handler may also come with the response of your API endpoint. If yours always sends them, \
      switch this rule off.
      """,
    remedy: "Add the option.",
    source: .modalComponents.section("Blocks"),
    examples: [
      .init(
        bad: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                size: { $ref: "#/definitions/element-input", options: { placeholder: S or M } }

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
    let problems = context.keyProblems
    return context.modals.flatMap(\.components).compactMap { component in
      guard let options = ModalOptions(component) else { return nil }
      if options.node == nil, problems.isMisspelt("options", in: component.node) { return nil }
      // An option that stands beside 'options' is in the wrong place, and not missing besides.
      let missing = options.missing.filter { component.node[$0] == nil }
      guard !missing.isEmpty else { return nil }
      return Finding(
        .missing(missing, options.kind), marking: .object(options.node ?? component.node),
        help: "add \(quotedList(missing))" + (options.node == nil ? " under 'options'" : ""))
    }
  }
}

extension Finding.Message {
  fileprivate static func missing(_ names: [String], _ kind: JSONModal.ComponentKind) -> Self {
    let needed = "\(kind.phrase) needs \(quotedList(names))"
    let others = names.filter { $0 != "handler" }
    if others.isEmpty { return "\(needed), which cannot come with the response" }
    return others.count == names.count
      ? "\(needed), here or in the response of your API endpoint"
      : "\(needed); only \(quotedList(others)) may also come with the response of your API endpoint"
  }
}
