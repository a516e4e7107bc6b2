import ManifestLint

/// Flags the block of a JSON modal that is one too many.
struct ModalBlockLimit: Rule {
  static let metadata = RuleMetadata(
    id: "modal-block-limit",
    section: .jsonModals,
    severity: .error,
    origin: .platform,
    summary: "A JSON modal has more than 10 blocks.",
    rationale: """
      Pipedrive takes at most 10 blocks in a modal, separators and hidden blocks included. The buttons and the modal's \
      title do not count.
      """,
    remedy: "Remove blocks, or split the form in two modals.",
    source: .modalComponents.section("Blocks"),
    examples: [.init(bad: modal(blocks: 11), good: modal(blocks: 10))])

  private static func modal(blocks count: Int) -> String {
    "type: object\nproperties:\n  blocks:\n    type: object\n    properties:\n"
      + (1...count).map { "      line\($0): { $ref: \"#/definitions/element-separator\" }\n" }.joined()
  }

  func check(_ context: LintContext) -> [Finding] {
    context.modals.compactMap { modal in
      let blocks = modal.blocks
      guard blocks.count > Limits.modalBlocks else { return nil }
      return Finding(
        .tooMany(blocks.count), at: blocks[Limits.modalBlocks].key, label: ordinal(Limits.modalBlocks + 1) + " block",
        help: "remove \(blocks.count - Limits.modalBlocks), or split the form in two modals")
    }
  }
}

extension Finding.Message {
  fileprivate static func tooMany(_ count: Int) -> Self {
    "the modal has \(count) blocks, at most \(Limits.modalBlocks) are allowed"
  }
}
