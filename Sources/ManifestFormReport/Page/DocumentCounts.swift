import ManifestModel

/// How full a document is that belongs to an app manifest.
struct DocumentCounts {
  /// What is counted, in words.
  let facts: [String]

  /// Counts what has a limit in a document of a known kind.
  init(_ document: FormDocument) {
    switch document.kind {
    case .jsonPanel:
      facts = ["\(JSONPanel(document.root).countedFields.count)/\(Limits.panelFields) fields"]
    case .jsonModal:
      let modal = JSONModal(document.root)
      facts = [
        "\(modal.blocks.count)/\(Limits.modalBlocks) blocks", "\(modal.actions.count)/\(Limits.modalActions) buttons",
      ]
    case .appManifest, .messagingManifest, .videoManifest, .configuration, nil: facts = []
    }
  }
}
