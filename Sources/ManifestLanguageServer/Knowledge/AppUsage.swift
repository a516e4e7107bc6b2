import ManifestLint

/// How much of what Pipedrive allows an app uses.
struct AppUsage {
  /// A count of things that have a limit.
  struct Count: Hashable {
    var used: Int
    var limit: Int
    /// What is counted, in the plural: `characters`.
    var noun: String
    /// Whether there may be more than can be seen.
    var isLowerBound = false
    /// What the others are called that count along.
    var others: [String] = []

    /// The count in words: `27 of 30 characters`.
    var phrase: String {
      let names = others.isEmpty ? "" : ": " + others.joined(separator: ", ")
      return "\(isLowerBound ? "at least " : "")\(used) of \(limit) \(noun)\(names)"
    }
  }

  let manifest: AppManifest
  private let extensions: [AppExtension]
  private let variables: Variables

  init(_ manifest: AppManifest, _ variables: Variables) {
    self.manifest = manifest
    self.variables = variables
    extensions = manifest.extensions
  }

  /// The extension that a node is in or is.
  func appExtension(around node: Node) -> AppExtension? {
    let around = Set([node] + node.ancestors)
    return extensions.first { around.contains($0.node) }
  }

  /// The link actions, JSON modals and custom modals in all.
  var actions: Count {
    Count(
      used: extensions.count { $0.kind.isAction }, limit: Limits.actionsTotal,
      noun: "link actions, JSON modals and custom modals")
  }

  /// What stands in a view of the same sort as an extension; `nil` where nothing is counted.
  func count(in view: View, with kind: ExtensionKind) -> Count? {
    guard kind.isAction || (kind.isPanel && view.isDetailView) else { return nil }
    let there = extensions.filter { item in
      item.kind.isAction == kind.isAction && item.kind.isPanel == kind.isPanel
        && item.views.contains { $0.value == view }
    }
    return Count(
      used: there.count, limit: kind.isAction ? Limits.actionsPerView : Limits.panelsPerView,
      noun: "\(kind.isAction ? "actions" : "panels") in \(view.label)", others: there.map(\.title))
  }

  /// Whether some view takes one more of a kind; so it is where nothing is counted.
  func hasRoom(for kind: ExtensionKind) -> Bool {
    let counts = View.allCases.compactMap { count(in: $0, with: kind) }
    return counts.isEmpty || counts.contains { $0.used < $0.limit }
  }

  /// The link actions and JSON modals of a view.
  func mainActions(in view: View) -> [AppExtension] {
    extensions.filter { item in
      (item.kind == .linkAction || item.kind == .jsonModal) && item.views.contains { $0.value == view }
    }
  }
}

/// What is counted at places of a document.
struct BudgetFinder {
  let kind: DocumentKind
  let root: Node
  let variables: Variables
  private let usage: AppUsage?

  init(_ kind: DocumentKind, _ root: Node, _ variables: Variables) {
    self.kind = kind
    self.root = root
    self.variables = variables
    usage = kind == .appManifest ? AppUsage(AppManifest(root), variables) : nil
  }

  /// What is counted of a value, or of what its key holds.
  func counts(of node: Node, _ place: SchemaPlace) -> [AppUsage.Count] {
    let node = node.valueOrSelf
    if let limit = place.maximumLength, limit > 1, node.kind == .string { return [length(of: node, limit)] }
    var counts: [AppUsage.Count] = []
    if let usage { counts += self.counts(of: node, usage) }
    for (document, kind) in documents where node == document || node.ancestors.contains(document) {
      counts += self.counts(of: node, in: document, kind)
    }
    return counts
  }

  /// How long a text is, as HTML's `maxlength` and JavaScript count.
  private func length(of node: Node, _ limit: Int) -> AppUsage.Count {
    let parts = Template(node.text).resolved(variables)
    let known = parts.compactMap(\.self).joined()
    return AppUsage.Count(used: known.utf16.count, limit: limit, noun: "characters", isLowerBound: parts.contains(nil))
  }

  private var documents: [(Node, DocumentKind)] {
    kind == .appManifest ? AppManifest(root).inlineDocuments.map { ($0.node, $0.kind) } : [(root, kind)]
  }

  private func counts(of node: Node, _ usage: AppUsage) -> [AppUsage.Count] {
    guard let key = node.nearestKey else { return [] }
    let name = key.text
    if let item = usage.appExtension(around: node) {
      if name == item.kind.locationsKey {
        let views = node.kind == .sequence ? item.views.map(\.value) : View(rawValue: node.text).map { [$0] } ?? []
        var seen: Set<View> = []
        return views.filter { seen.insert($0).inserted }.compactMap { usage.count(in: $0, with: item.kind) }
      }
      if item.kind == .jsonPanel, key.parent == item.node, name == "actions", node.kind == .sequence {
        return counts(ofActionsIn: item)
      }
      return []
    }
    switch name {
    case ExtensionKind.linkAction.key, ExtensionKind.jsonModal.key, ExtensionKind.customModal.key:
      return key.parent == root["extensions"] ? [usage.actions] : []
    case "images" where key.parent == root["listing"]:
      return [.init(used: node.count, limit: Limits.listingImages, noun: "pictures")]
    case "blocks" where key.parent == root["onboarding"]:
      return [.init(used: node.count, limit: Limits.onboardingBlocks, noun: "blocks")]
    default: return []
    }
  }

  private func counts(ofActionsIn panel: AppExtension) -> [AppUsage.Count] {
    let targets = panel.panelActions.compactMap { $0.target?.value }
    return [
      .init(used: targets.count { $0 == .object }, limit: Limits.objectActions, noun: "actions on objects"),
      .init(used: targets.count { $0 == .field }, limit: Limits.fieldsWithActions, noun: "fields with actions"),
    ]
  }

  private func counts(of node: Node, in document: Node, _ kind: DocumentKind) -> [AppUsage.Count] {
    switch kind {
    case .jsonPanel:
      let panel = JSONPanel(document)
      guard node == panel.properties else { return [] }
      return [.init(used: panel.countedFields.count, limit: Limits.panelFields, noun: "fields")]
    case .jsonModal:
      let modal = JSONModal(document)
      if node == modal.blockList { return [.init(used: modal.blocks.count, limit: Limits.modalBlocks, noun: "blocks")] }
      guard node == modal.actionList else { return [] }
      return [.init(used: modal.actions.count, limit: Limits.modalActions, noun: "buttons")]
    default: return []
    }
  }
}
