import ManifestLint

/// Flags actions of a JSON panel that it cannot have.
struct PanelActions: Rule {
  static let metadata = RuleMetadata(
    id: "panel-actions",
    section: .extensions,
    severity: .error,
    origin: .platform,
    summary: "A JSON panel has actions that it cannot have, or more than it can.",
    rationale: """
      Object actions need a panel of several objects, at most three of them; of the fields at most three have an \
      action, and each of those has one. A field is a property of the panel's data structure.
      """,
    remedy: "Remove the action, or move it to another field or to the view.",
    source: .panelActions,
    examples: [
      .init(
        bad: """
          extensions:
            jsonPanels:
              - dataStructure: { type: object, properties: { car: { $ref: "#/definitions/text" } } }
                actions:
                  - { name: Open car, target: object }

          """,
        good: """
          extensions:
            jsonPanels:
              - dataStructure: { type: object, properties: { car: { $ref: "#/definitions/text" } } }
                actions:
                  - { name: Open car, target: field, field: car }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.extensions ?? []).filter { $0.kind == .jsonPanel }.flatMap { item -> [Finding] in
      if item.panelActions.isEmpty { return [] }
      let structure = item.node["dataStructure"].flatMap {
        context.document(DocumentReference(kind: .jsonPanel, node: $0)).map(JSONPanel.init)
      }
      return [objectFinding(item.objectActions, structure)].compactMap(\.self)
        + fieldFindings(item.fieldsWithActions(context.variables), structure)
    }
  }

  private func objectFinding(_ targets: [Node], _ structure: JSONPanel?) -> Finding? {
    guard let first = targets.first else { return nil }
    if let structure, !structure.isList, structure.properties?.kind == .mapping {
      return Finding(
        .singleObject, at: first, help: "make it the action of a field, or let the data structure be an array",
        notes: targets.dropFirst().map { .init("and here", at: $0) })
    }
    guard targets.count > Limits.objectActions else { return nil }
    return Finding(
      .tooManyObjectActions(targets.count), at: targets[Limits.objectActions], help: "remove one of them",
      notes: targets.enumerated().filter { $0.offset != Limits.objectActions }.map {
        .init(ordinal($0.offset + 1), at: $0.element)
      })
  }

  private func fieldFindings(_ fields: [Located<String>], _ structure: JSONPanel?) -> [Finding] {
    var findings: [Finding] = []
    var firsts: [Located<String>] = []
    var places: [[UInt8]: Int] = [:]
    let declared = structure?.properties?.kind == .mapping ? structure?.fields.map(\.key.text) : nil
    for field in fields {
      if let first = places[Array(field.value.utf8)].map({ firsts[$0] }) {
        findings.append(
          Finding(
            .secondAction(field.value), at: field.node, help: "remove one of them, or choose another field",
            notes: [.init("the first one", at: first.node)]))
        continue
      }
      places[Array(field.value.utf8)] = firsts.count
      firsts.append(field)
      if let finding = undeclared(field, declared) { findings.append(finding) }
    }
    if firsts.count > Limits.fieldsWithActions {
      findings.append(
        Finding(
          .tooManyFields(firsts.count), at: firsts[Limits.fieldsWithActions].node,
          help: "remove the action of one of them",
          notes: firsts.enumerated().filter { $0.offset != Limits.fieldsWithActions }.map {
            .init(ordinal($0.offset + 1), at: $0.element.node)
          }))
    }
    return findings
  }

  private func undeclared(_ field: Located<String>, _ declared: [String]?) -> Finding? {
    guard let declared, !declared.contains(where: { $0.utf8.elementsEqual(field.value.utf8) }) else { return nil }
    let match = NearMatch.unique(field.value, among: declared.prefix(100))
    return Finding(
      .undeclared(field.value), at: field.node,
      help: match.map { "did you mean '\($0)'?" }
        ?? "choose one of its fields: \(declared.prefix(20).joined(separator: ", "))")
  }
}

extension Finding.Message {
  fileprivate static let singleObject: Self = "a panel of a single object has no object actions"
  fileprivate static func tooManyObjectActions(_ count: Int) -> Self {
    "\(count) object actions, at most \(Limits.objectActions) are allowed"
  }
  fileprivate static func tooManyFields(_ count: Int) -> Self {
    "\(count) fields have actions, at most \(Limits.fieldsWithActions) are allowed"
  }
  fileprivate static func secondAction(_ field: String) -> Self { "field '\(field)' has an action already" }
  fileprivate static func undeclared(_ field: String) -> Self { "the data structure has no field '\(field)'" }
}
