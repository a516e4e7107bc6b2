import ManifestLint

/// A place that something leads to.
struct Target {
  var address: DocumentAddress
  /// The place; the beginning of a file that has no lines to point at.
  var range: TextRange?
}

/// Finds what texts in a document lead to: files, actions, fields, anchors.
struct TargetReader {
  let address: DocumentAddress
  let variables: Variables

  /// Where a text leads, and which text that is; the workspace is asked for other documents.
  func target(at offset: Int, in tree: SyntaxTree, _ kind: DocumentKind, _ workspace: inout Workspace) -> (
    origin: TextRange, target: Target
  )? {
    if let alias = alias(at: offset, in: tree) { return alias }
    guard let node = tree.node(at: offset), node.isOwn, node.kind == .string else { return nil }
    if kind == .appManifest, let target = target(of: node, AppManifest(tree.root), &workspace) {
      return (node.innerRange, target)
    }
    for (root, kind) in documents(tree.root, kind) where node.ancestors.contains(root) {
      guard let found = target(of: node, in: root, kind) else { continue }
      return (node.innerRange, Target(address: address, range: found.range))
    }
    return nil
  }

  private func documents(_ root: Node, _ kind: DocumentKind) -> [(Node, DocumentKind)] {
    kind == .appManifest ? AppManifest(root).inlineDocuments.map { ($0.node, $0.kind) } : [(root, kind)]
  }

  /// An alias leads to what it stands for.
  private func alias(at offset: Int, in tree: SyntaxTree) -> (origin: TextRange, target: Target)? {
    guard tree.hasAliases else { return nil }
    for node in tree.nodes {
      let place = node.place
      guard let anchor = place.anchor, place.range.touches(offset) else { continue }
      return (place.range, Target(address: address, range: anchor))
    }
    return nil
  }

  private func target(of node: Node, _ manifest: AppManifest, _ workspace: inout Workspace) -> Target? {
    if !node.isKey, manifest.filePaths.contains(node) { return file(node, &workspace) }
    let usage = AppUsage(manifest, variables)
    guard let item = usage.appExtension(around: node), item.kind == .jsonPanel, let key = node.key else { return nil }
    if key.parent == item.node["mainActions"] {
      guard let view = View(rawValue: key.text) else { return nil }
      let action = usage.mainActions(in: view).first { $0.name?.value.utf8.elementsEqual(node.text.utf8) == true }
      return action?.name.map { Target(address: address, range: $0.node.place.range) }
    }
    guard key.hasContent("field"), key.parent?.parent == item.node["actions"],
      let reference = item.node["dataStructure"]
    else { return nil }
    if reference.kind == .mapping {
      return field(node.text, in: reference).map { Target(address: address, range: $0.range) }
    }
    guard let path = path(reference), let location = workspace.location(of: path, namedBy: address) else { return nil }
    let target = DocumentAddress(path: location)
    guard let root = workspace.document(target)?.trees.first?.root, let key = field(node.text, in: root) else {
      return nil
    }
    return Target(address: target, range: key.range)
  }

  private func field(_ name: String, in root: Node) -> Node? {
    JSONPanel(root).fields.first { $0.key.hasContent(name) }?.key
  }

  private func target(of node: Node, in root: Node, _ kind: DocumentKind) -> Node? {
    switch kind {
    case .jsonPanel where node.parent == JSONPanel(root).object?["required"]: return field(node.text, in: root)
    case .jsonModal where node.ancestors.contains { $0.key?.hasContent("visibleOn") == true }:
      return JSONModal(root).blocks.first { $0.key.hasContent(node.text) }?.key
    default: return nil
    }
  }

  /// The path that a text holds; `nil` where a variable hides it.
  private func path(_ node: Node) -> String? { Template(node.text).resolvedText(variables) }

  /// The file that a text names, if there is one.
  func file(_ node: Node, _ workspace: inout Workspace) -> Target? {
    guard let path = path(node), let location = workspace.location(of: path, namedBy: address) else { return nil }
    let target = DocumentAddress(path: location)
    if workspace.documents[target] != nil { return Target(address: target) }
    // One byte is enough to know that it is there.
    switch workspace.host.contents(of: location, limit: 1) {
    case .success, .failure(.overLimit): return Target(address: target)
    case .failure: return nil
    }
  }
}
