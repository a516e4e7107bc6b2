import ManifestLint

/// Flags two items of a block that have the same value.
struct ModalItemValues: Rule {
  static let metadata = RuleMetadata(
    id: "modal-item-values",
    section: .jsonModals,
    severity: .error,
    origin: .platform,
    summary: "Two items of a block have the same value.",
    rationale: """
      The value is what your API endpoint gets when an item is chosen: with the same value twice nobody can tell which \
      item it was. Pipedrive asks for unique values.
      """,
    remedy: "Give each item a value of its own.",
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
                    items:
                      - { label: In paper, value: wrapped }
                      - { label: In cloth, value: wrapped }

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
                    items:
                      - { label: In paper, value: paper }
                      - { label: In cloth, value: cloth }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.modals.flatMap(\.blocks).flatMap { block -> [Finding] in
      guard block.kind?.hasItems == true else { return [] }
      var first: [ItemValue: Node] = [:]
      return block.items.compactMap { item in
        guard let node = item["value"], let value = ItemValue(node) else { return nil }
        guard let earlier = first[value] else {
          first[value] = node
          return nil
        }
        return Finding(
          .repeated(node.text), at: node, help: "give each item a value of its own",
          notes: [.init("first here", at: earlier)])
      }
    }
  }
}

extension Finding.Message {
  fileprivate static func repeated(_ value: String) -> Self {
    "two items have the value '\(value)'"
  }
}
