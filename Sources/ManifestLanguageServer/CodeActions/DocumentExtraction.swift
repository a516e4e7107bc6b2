import ManifestLint

/// Moves a document that stands inside of an app manifest to a file of its own.
struct DocumentExtraction {
  /// What the document is.
  let kind: DocumentKind
  /// The path of the new file, as the manifest names it.
  let path: String
  /// Where the file lies.
  let location: String
  /// What it holds.
  let text: String
  /// What becomes of the manifest.
  let edit: TextEdit

  /// Looks for a document around a place; `nil` where there is none, or where something would be lost or shown that
  /// must not be: a comment, an anchor, a secret.
  init?(at place: TextRange, _ analysis: Analysis, _ address: DocumentAddress, _ workspace: Workspace) {
    guard address.isFile, analysis.document.isWellFormed, analysis.document.source.encoding == .utf8,
      let tree = analysis.document.tree(at: Int(place.lowerBound.utf8Offset)), analysis.kind(of: tree) == .appManifest
    else { return nil }
    let manifest = AppManifest(tree.root)
    for reference in manifest.inlineDocuments {
      guard reference.node.isOwn, let key = reference.node.key, key.isOwn else { continue }
      let range = key.range.lowerBound..<max(key.range.upperBound, reference.node.range.upperBound)
      guard range.lowerBound <= place.lowerBound, place.upperBound <= range.upperBound,
        Self.canMove(reference.node, range, analysis), let text = Self.json(reference.node),
        let target = Self.target(for: reference, manifest, address, workspace)
      else { continue }
      kind = reference.kind
      (path, location) = target
      self.text = text
      let isJSON = tree.language == .json
      edit = TextEdit(
        range: key.range.upperBound..<reference.node.range.upperBound,
        replacement: isJSON ? ": \"\(path)\"" : ": \(path)")
      return
    }
    return nil
  }

  private static func canMove(_ node: Node, _ range: TextRange, _ analysis: Analysis) -> Bool {
    let hidesNothing = analysis.result.text.pieces(of: range).allSatisfy { $0.bytes != nil }
    let hasComment = analysis.document.parsed.comments.contains { $0.overlaps(range) }
    return hidesNothing && !hasComment && node.subtree.allSatisfy { $0.isOwn && $0.anchor == nil && $0.tag == nil }
  }

  private struct NoNumber: Error {}

  private static func json(_ node: Node) -> String? {
    var writer = JSONWriter(indented: true)
    do throws(NoNumber) {
      try writer.write(
        node,
        number: { number throws(NoNumber) in
          guard let text = JSONNumber.text(ofYAML: number.text) else { throw NoNumber() }
          return text
        })
    } catch {
      return nil
    }
    writer.newline()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// A path that is free, made of what the document belongs to: `modals/send-quote.json`.
  private static func target(
    for reference: DocumentReference, _ manifest: AppManifest, _ address: DocumentAddress, _ workspace: Workspace
  ) -> (path: String, location: String)? {
    let folder: String
    switch reference.kind {
    case .jsonModal: folder = "modals"
    case .jsonPanel: folder = "panels"
    default: folder = "manifests"
    }
    let owner = reference.node.parent?.text("name")?.value ?? reference.kind.label
    let name = slug(owner).isEmpty ? slug(reference.kind.label) : slug(owner)
    for number in 1..<100 {
      let path = "\(folder)/\(name)\(number > 1 ? "-\(number)" : "").json"
      guard let location = workspace.location(of: path, namedBy: address) else { return nil }
      if workspace.documents[DocumentAddress(path: location)] != nil { continue }
      if case .failure(.missing) = workspace.host.contents(of: location, limit: 1) { return (path, location) }
    }
    return nil
  }

  /// A text as the name of a file: lower-case letters, digits and hyphens.
  private static func slug(_ text: String) -> String {
    var result = ""
    for scalar in text.lowercased().unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result += "-"
      }
    }
    return result.hasSuffix("-") ? String(result.dropLast()) : result
  }
}
