import ManifestLint

/// Flags a condition for being visible that cannot be met.
struct ModalVisibleOn: Rule {
  static let metadata = RuleMetadata(
    id: "modal-visible-on",
    section: .jsonModals,
    severity: .error,
    origin: .platform,
    summary:
      "'visibleOn' names a block that there is not or itself, a condition unfit for that block, or nothing known.",
    rationale: """
      'visibleOn' is 'always', 'never', or an object with the key of another block and a condition on its value. \
      'not_empty' is for blocks that take input, 'equals' for blocks with items to choose from, 'includes' for texts \
      and inputs.
      """,
    remedy: "Write the key of another block, and a condition that the block takes.",
    source: .modalComponents.section("visibleOn"),
    examples: [
      .init(
        bad: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                size: { $ref: "#/definitions/element-input", options: { label: Size } }
                other: { $ref: "#/definitions/element-input", options: { label: Other, visibleOn: { sise: not_empty } } }

          """,
        good: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                size: { $ref: "#/definitions/element-input", options: { label: Size } }
                other: { $ref: "#/definitions/element-input", options: { label: Other, visibleOn: { size: not_empty } } }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.modals.flatMap { modal in
      modal.components.flatMap { component -> [Finding] in
        guard let kind = component.kind else { return [] }
        var findings: [Finding] = []
        // A separator has no options, of which another rule speaks.
        if kind != .separator, let value = component.options?["visibleOn"] {
          findings += check(value, of: component, in: modal)
        }
        if kind.hasItems {
          for item in component.items {
            guard let value = item["visibleOn"] else { continue }
            findings += check(value, of: nil, in: modal)
          }
        }
        return findings
      }
    }
  }

  /// Checks a condition of a component; of an item, the component is `nil`.
  private func check(_ value: Node, of component: JSONModal.Component?, in modal: JSONModal) -> [Finding] {
    switch value.kind {
    case .null: return []
    case .string:
      guard let text = value.literalText, text != "always", text != "never" else { return [] }
      let match = NearMatch.unique(text, among: ["always", "never"])
      return [
        Finding(.unknownText(text), at: value, help: match.map { "did you mean '\($0)'?" } ?? Self.shapeHelp)
      ]
    case .mapping:
      return value.entries.compactMap { entry in
        entry.isRepeated || !entry.key.isTextKey ? nil : check(entry, of: component, in: modal)
      }
    case .boolean, .integer, .number, .sequence:
      return [Finding(.wrongShape(value), at: value, help: Self.shapeHelp)]
    }
  }

  private func check(_ entry: Entry, of component: JSONModal.Component?, in modal: JSONModal) -> Finding? {
    if let component, component.role == .block, entry.key.content == component.key.content {
      return Finding(.itself(entry.key.text), at: entry.key, help: "name another block")
    }
    let blocks = modal.blocks
    guard let block = blocks.first(where: { $0.key.content == entry.key.content }) else {
      let match = NearMatch.unique(entry.key.text, among: blocks.map(\.key.text))
      return Finding(
        .unknownBlock(entry.key.text), at: entry.key,
        help: match.map { "did you mean '\($0)'?" } ?? "write the key of another block")
    }
    return check(entry.value, on: block)
  }

  /// Checks the condition on the value of a block.
  private func check(_ condition: Node, on block: JSONModal.Component) -> Finding? {
    switch condition.kind {
    case .null: return nil
    case .string:
      guard let text = condition.literalText else { return nil }
      guard text == JSONModal.VisibilityRule.notEmpty.rawValue else {
        return Finding(.unknownCondition(text), at: condition, help: Self.conditionHelp)
      }
      return unfit(.notEmpty, block, at: condition)
    case .mapping:
      let entries = condition.entries.filter(\.key.isTextKey)
      guard let first = entries.first else {
        if condition.count > 0 { return nil }
        return Finding(.emptyCondition(block.key.text), at: condition, help: Self.conditionHelp)
      }
      let unknown = entries.first { $0.key.text != "equals" && $0.key.text != "includes" }
      if let unknown {
        let match = NearMatch.unique(unknown.key.text, among: ["equals", "includes"])
        return Finding(
          .unknownCondition(unknown.key.text), at: unknown.key,
          help: match.map { "did you mean '\($0)'?" } ?? Self.conditionHelp)
      }
      for entry in entries {
        guard let rule = JSONModal.VisibilityRule(rawValue: entry.key.text) else { continue }
        if let finding = wrongValue(entry.value, of: rule) ?? unfit(rule, block, at: first.key) { return finding }
      }
      return nil
    case .boolean, .integer, .number, .sequence:
      return Finding(.wrongCondition(condition), at: condition, help: Self.conditionHelp)
    }
  }

  private func wrongValue(_ value: Node, of rule: JSONModal.VisibilityRule) -> Finding? {
    let isWrong =
      switch rule {
      case .notEmpty: false
      case .equals: value.kind == .mapping
      case .includes: value.kind != .string && value.kind != .null
      }
    guard isWrong else { return nil }
    return Finding(
      .wrongValue(value, rule), at: value,
      help: rule == .equals ? "write the value of an item" : "write the text that the value must hold")
  }

  private func unfit(_ rule: JSONModal.VisibilityRule, _ block: JSONModal.Component, at node: Node) -> Finding? {
    guard let kind = block.kind, !kind.visibilityRules.contains(rule) else { return nil }
    return Finding(
      .unfit(rule, kind), at: node,
      help: kind.visibilityRules.isEmpty
        ? "name a block that has a value"
        : "write \(quotedList(kind.visibilityRules.map(\.rawValue), "or"))",
      notes: [.init("the block", at: block.key)])
  }

  private static let shapeHelp = "write 'always', 'never', or an object with the key of another block"
  private static let conditionHelp = "write 'not_empty', or an object with 'equals' or 'includes'"
}

extension Finding.Message {
  fileprivate static func unknownText(_ text: String) -> Self {
    "'\(text)' is nothing that 'visibleOn' can be"
  }

  fileprivate static func wrongShape(_ value: Node) -> Self {
    "'visibleOn' must be text or an object, not \(value.kind.phrase)"
  }

  fileprivate static func itself(_ key: String) -> Self {
    "the block '\(key)' cannot be visible on its own value"
  }

  fileprivate static func unknownBlock(_ key: String) -> Self {
    "there is no block '\(key)' in this modal"
  }

  fileprivate static func unknownCondition(_ text: String) -> Self {
    "unknown condition '\(text)'"
  }

  fileprivate static func emptyCondition(_ key: String) -> Self {
    "the condition on '\(key)' is empty"
  }

  fileprivate static func wrongCondition(_ value: Node) -> Self {
    "a condition must be 'not_empty' or an object, not \(value.kind.phrase)"
  }

  fileprivate static func wrongValue(_ value: Node, _ rule: JSONModal.VisibilityRule) -> Self {
    "'\(rule.rawValue)' cannot be \(value.kind.phrase)"
  }

  fileprivate static func unfit(_ rule: JSONModal.VisibilityRule, _ kind: JSONModal.ComponentKind) -> Self {
    "\(kind.phrase) takes no condition '\(rule.rawValue)'"
  }
}
