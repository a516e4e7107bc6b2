import ManifestLint

/// Flags a default that is none of the items to choose from.
struct ModalDefaultValue: Rule {
  static let metadata = RuleMetadata(
    id: "modal-default-value",
    section: .jsonModals,
    severity: .warning,
    origin: .advice,
    summary: "The default of a block is not the value of any of its items.",
    rationale: """
      A default names the value of an item, not its label. One that is no item's chooses nothing, and is sent as it \
      stands if users do not touch the block. Where the items come with the response, nothing is said.
      """,
    remedy: "Write the value of one of the items, or add the item.",
    source: .modalComponents.section("Select"),
    examples: [
      .init(
        bad: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                gift:
                  $ref: "#/definitions/element-radio-group"
                  options:
                    label: Wrap as gift?
                    value: wrapping
                    items:
                      - { label: In paper, value: paper }
                      - { label: In cloth, value: cloth }

          """,
        good: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                gift:
                  $ref: "#/definitions/element-radio-group"
                  options:
                    label: Wrap as gift?
                    value: paper
                    items:
                      - { label: In paper, value: paper }
                      - { label: In cloth, value: cloth }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.modals.flatMap(\.blocks).flatMap { block -> [Finding] in
      guard block.kind?.hasItems == true, let value = block.options?["value"], !block.items.isEmpty else { return [] }
      let nodes = block.items.compactMap { $0["value"] }
      let values = nodes.compactMap(ItemValue.init)
      // An item without a value, or with one that a variable holds, may be the one that is meant.
      guard values.count == block.items.count, nodes.allSatisfy({ $0.kind != .string || $0.literalText != nil }) else {
        return []
      }
      let defaults = value.kind == .sequence ? Array(value.items) : [value]
      return defaults.compactMap { finding($0, among: nodes, values, block.items) }
    }
  }

  private func finding(_ node: Node, among nodes: [Node], _ values: [ItemValue], _ items: [Node]) -> Finding? {
    // An empty text is no default.
    guard let value = ItemValue(node), !values.contains(value), node.kind != .string || node.literalText != nil,
      node.string != ""
    else { return nil }
    if let index = values.firstIndex(where: { $0.looksLike(value) }) {
      return Finding(
        .otherType(node, nodes[index]), at: node, help: "write both in the same way",
        notes: [.init("the item's value", at: nodes[index])])
    }
    if let item = items.first(where: { $0["label"]?.content == node.content }), let meant = item["value"] {
      return Finding(
        .label(node.text), at: node, help: "write the item's value, '\(meant.text)'",
        notes: [.init("the item's value", at: meant)])
    }
    return Finding(
      .none(node.text), at: node,
      help: NearMatch.unique(node.text, among: nodes.map(\.text)).map { "did you mean '\($0)'?" }
        ?? "write the value of one of the items")
  }
}

extension Finding.Message {
  fileprivate static func none(_ value: String) -> Self {
    "the default '\(value)' is not the value of any item"
  }

  fileprivate static func label(_ value: String) -> Self {
    "the default '\(value)' is the label of an item, not its value"
  }

  fileprivate static func otherType(_ value: Node, _ item: Node) -> Self {
    "the default '\(value.text)' is \(value.kind.phrase), and the item's value is \(item.kind.phrase)"
  }
}
