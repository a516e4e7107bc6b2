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
  /// must not be: an anchor, a secret.
  ///
  /// A document with comments stays YAML, so that none is lost; one behind the key stays there.
  init?(at place: TextRange, _ analysis: Analysis, _ address: DocumentAddress, _ workspace: Workspace) {
    guard address.isFile, analysis.document.isWellFormed, analysis.document.source.encoding == .utf8,
      let tree = analysis.document.tree(at: Int(place.lowerBound.utf8Offset)), analysis.kind(of: tree) == .appManifest
    else { return nil }
    let manifest = AppManifest(tree.root)
    for reference in manifest.inlineDocuments {
      guard reference.node.isOwn, let key = reference.node.key, key.isOwn else { continue }
      let range = key.range.lowerBound..<max(key.range.upperBound, reference.node.range.upperBound)
      guard range.lowerBound <= place.lowerBound, place.upperBound <= range.upperBound,
        let remark = Self.remark(behind: key, reference.node, analysis)
      else { continue }
      let comments = analysis.document.parsed.comments
      let start = remark.isEmpty ? key.range.utf8Offsets.upperBound : remark.endIndex
      let end = ExtractedYAML.end(of: reference.node, comments)
      // Comments behind the document go with it.
      let movedRange = range.lowerBound..<max(range.upperBound, TextPosition(utf8Offset: end))
      guard Self.canMove(reference.node, movedRange, analysis) else { continue }
      let hasComments = comments.contains { (start..<end).contains($0.utf8Offsets.lowerBound) }
      let moved =
        hasComments ? ExtractedYAML(reference.node, behind: key, comments)?.text : Self.json(reference.node)
      let suffix = hasComments ? "yaml" : "json"
      guard let text = moved, let target = Self.target(for: reference, manifest, address, workspace, suffix) else {
        continue
      }
      kind = reference.kind
      (path, location) = target
      self.text = text
      let isJSON = tree.language == .json
      edit = TextEdit(
        range: TextRange(utf8Offsets: key.range.utf8Offsets.upperBound..<end),
        replacement: (isJSON ? ": \"\(path)\"" : ": \(path)") + String(decoding: remark, as: UTF8.self))
      return
    }
    return nil
  }

  private static func canMove(_ node: Node, _ range: TextRange, _ analysis: Analysis) -> Bool {
    let hidesNothing = analysis.result.text.pieces(of: range).allSatisfy { $0.bytes != nil }
    return hidesNothing && node.subtree.allSatisfy { $0.isOwn && $0.anchor == nil && $0.tag == nil }
  }

  /// The comment on the line of the key, with the blanks before it, perhaps none; `nil` where the key does not stand
  /// before its colon on one line, or what follows the document would come to stand in the comment.
  private static func remark(behind key: Node, _ node: Node, _ analysis: Analysis) -> ArraySlice<UInt8>? {
    let bytes = key.tree.source.bytes
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let between = bytes[key.range.utf8Offsets.upperBound..<node.range.utf8Offsets.lowerBound]
    guard let colon = between.firstIndex(where: { !isBlank($0) }), bytes[colon] == UInt8(ascii: ":") else { return nil }
    let rest = between[(colon + 1)...].prefix { !isBreak($0) }
    guard key.tree.language == .yaml, rest.contains(UInt8(ascii: "#")) else { return [] }
    let follows = bytes[node.range.utf8Offsets.upperBound...].first { !isBlank($0) }
    return follows.map { isBreak($0) || $0 == UInt8(ascii: "#") } ?? true ? rest : nil
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
    for reference: DocumentReference, _ manifest: AppManifest, _ address: DocumentAddress, _ workspace: Workspace,
    _ suffix: String
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
      let path = "\(folder)/\(name)\(number > 1 ? "-\(number)" : "").\(suffix)"
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
