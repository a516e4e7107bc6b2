public import ManifestSyntax
public import ManifestText

extension DocumentKind {
  /// Whether there is anything in a text of what documents of this kind consist of.
  ///
  /// Where there is nothing, somebody may have named a file that is none of theirs to have it shown.
  public func isEvident(in source: SourceText, _ parsed: ParseResult) -> Bool {
    guard parsed.errors.isEmpty else {
      // Half a tree says little; the words that no document can do without are in it, or they are not.
      let text = String(decoding: source.bytes, as: UTF8.self)
      return words.contains { text.holds($0) }
    }
    return parsed.documents.contains { isEvident(in: $0.root) }
  }

  private func isEvident(in root: Node) -> Bool {
    switch self {
    case .appManifest: DocumentKind.recognise(root) == .known(.appManifest)
    case .jsonPanel, .jsonModal:
      ["properties", "items", "blocks", "actions"].contains { root[$0] != nil }
        || ["object", "array"].contains { root["type"]?.hasContent($0) == true }
    case .messagingManifest, .videoManifest: root["endpoints"] != nil
    case .configuration: true
    }
  }

  private var words: [String] {
    switch self {
    case .appManifest: ["manifest", "oauth", "extensions", "listing"]
    case .jsonPanel, .jsonModal: ["properties", "items", "object"]
    case .messagingManifest, .videoManifest: ["endpoints"]
    case .configuration: []
    }
  }
}
