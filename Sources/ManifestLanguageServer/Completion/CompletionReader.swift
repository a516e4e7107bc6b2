import ManifestLint

/// Says what can be put in at a place of a document.
struct CompletionReader {
  let reader: DocumentReader
  let address: DocumentAddress

  private var client: ClientCapabilities { reader.client }
  private var document: ParsedDocument { reader.analysis.document }
  private var variables: Variables { reader.analysis.options.variables }

  /// What can be put in at a place, the best first.
  func items(at offset: Int, _ workspace: inout Workspace) -> [Message.CompletionItem] {
    if let comment = CommentCompletion(reader, at: offset) { return comment.items() }
    guard let point = point(at: offset), let kind = reader.analysis.kind(of: point.tree) else { return [] }
    var list = CandidateList(reader, point)
    if point.node.isKey, let object = point.node.parent {
      if point.lacksBraces {
        list.wrapping = .braces
        list.addDocument(kind, reader.guide.place(of: object, in: kind))
      }
      addKeys(of: reader.guide.place(of: object, in: kind), in: object, to: &list)
    } else {
      addValues(kind, &list, &workspace)
    }
    return list.items
  }

  /// The place; behind a colon, what may stand there says whether it ends a key or is part of a value: `deals:read`.
  private func point(at offset: Int) -> CompletionPoint? {
    guard CompletionPoint.isBehindColon(document, offset),
      let joined = CompletionPoint(document, at: offset, isSeparate: false),
      let kind = reader.analysis.kind(of: joined.tree)
    else { return CompletionPoint(document, at: offset) }
    if joined.node.isKey { return CompletionPoint(document, at: offset, isSeparate: true) }
    let place = reader.guide.place(of: joined.node, in: kind)
    let isText = !place.types.contains("object") && !(place.types.isEmpty && place.choices.isEmpty)
    return isText ? joined : CompletionPoint(document, at: offset)
  }

  // MARK: Keys

  private func addKeys(of place: SchemaPlace, in object: Node?, to list: inout CandidateList) {
    let point = list.point
    let present = object.map { object in
      Set(object.entries.map(\.key).filter { $0 != point.node }.map { Array($0.content) })
    }
    let keys = place.keys.filter { present?.contains(Array($0.name.utf8)) != true }
    for key in keys.filter(\.isRequired) + keys.filter({ !$0.isRequired }) {
      let value = place.value(of: key.name, holding: nil)
      list.add(key: key, value)
    }
  }

  // MARK: Values

  private func addValues(_ kind: DocumentKind, _ list: inout CandidateList, _ workspace: inout Workspace) {
    let point = list.point
    let node = point.node
    if addVariables(&list) { return }
    let place = reader.guide.place(of: node, in: kind)
    let types = place.types
    if types == ["object"] {
      if node.parent?.kind == .sequence { list.addItem(place, obstacle: obstacle(around: node, kind)) }
      let mayHoldKeys = point.layout == .block && (point.isFirstOnLine || node.parent?.kind == .sequence)
      if mayHoldKeys, !point.lacksDash { addKeys(of: place, in: nil, to: &list) }
      return
    }
    if types == ["array"] {
      let item = place.item(at: 0, holding: nil)
      list.wrapping = point.layout == .block && point.isFirstOnLine ? .dash : .brackets
      if item.types == ["object"] {
        if list.wrapping == .dash { list.addItem(item, obstacle: obstacle(around: node, kind)) }
      } else {
        addChoices(item, of: node, kind, &list)
      }
      return
    }
    if addPaths(kind, &list, &workspace) { return }
    addNames(kind, &list, &workspace)
    addChoices(place, of: node, kind, &list)
  }

  /// Why there is no place for one more item of the list that a node is or is in.
  private func obstacle(around node: Node, _ kind: DocumentKind) -> String? {
    guard kind == .appManifest, let key = node.nearestKey, key.parent == node.tree.root["extensions"],
      let sort = ExtensionKind(rawValue: key.text)
    else { return nil }
    let hasRoom = AppUsage(AppManifest(node.tree.root), variables).hasRoom(for: sort)
    return hasRoom ? nil : "no view has room for one more"
  }

  private func addChoices(_ place: SchemaPlace, of node: Node, _ kind: DocumentKind, _ list: inout CandidateList) {
    if kind == .appManifest, addViews(place, of: node, &list) { return }
    let siblings = node.parent?.kind == .sequence ? Set(node.parent?.items.filter { $0 != node }.map(\.text) ?? []) : []
    var choices = place.choices
    if choices.isEmpty, let value = place.defaultValue, value.isScalar {
      choices = [.init(text: value.text, kind: value.kind)]
    }
    if place.types == ["boolean"] { choices = ["true", "false"].map { .init(text: $0, kind: .boolean) } }
    for choice in choices where !siblings.contains(choice.text) {
      list.add(
        value: choice.text, choice.kind, .enumMember, detail: Scope(rawValue: choice.text)?.label,
        documentation: choice.description)
    }
  }

  /// Adds the views that have room for one more of the extension's sort; says whether views belong there.
  private func addViews(_ place: SchemaPlace, of node: Node, _ list: inout CandidateList) -> Bool {
    let usage = AppUsage(AppManifest(list.point.tree.root), variables)
    guard let item = usage.appExtension(around: node), item.kind != .floatingWindow,
      node.nearestKey?.hasContent(item.kind.locationsKey) == true
    else { return false }
    let own = Set(item.views.map(\.value))
    for choice in place.choices {
      guard let view = View(rawValue: choice.text), !own.contains(view),
        let count = usage.count(in: view, with: item.kind),
        count.used < count.limit
      else { continue }
      list.add(
        value: choice.text, .string, .enumMember, detail: "\(count.used) of \(count.limit) used",
        documentation: choice.description)
    }
    return true
  }

  /// Adds what goes by a name: actions of a view, fields of a panel, blocks of a modal.
  private func addNames(_ kind: DocumentKind, _ list: inout CandidateList, _ workspace: inout Workspace) {
    let node = list.point.node
    let root = list.point.tree.root
    if kind == .appManifest {
      let usage = AppUsage(AppManifest(root), variables)
      if let item = usage.appExtension(around: node), item.kind == .jsonPanel, let key = node.key {
        if key.parent == item.node["mainActions"], let view = View(rawValue: key.text) {
          for action in usage.mainActions(in: view) {
            guard let name = action.name?.value else { continue }
            list.add(name: name, detail: action.kind.label)
          }
        } else if key.hasContent("field"), key.parent?.parent == item.node["actions"] {
          for field in fields(of: item, &workspace) { list.add(name: field.key.text, detail: field.label?.value) }
        }
      }
    }
    let documents =
      kind == .appManifest ? AppManifest(root).inlineDocuments.map { ($0.node, $0.kind) } : [(root, kind)]
    for (root, kind) in documents where node.ancestors.contains(root) {
      addNames(in: root, kind, &list)
    }
  }

  private func addNames(in root: Node, _ kind: DocumentKind, _ list: inout CandidateList) {
    let node = list.point.node
    switch kind {
    case .jsonPanel where node.parent == JSONPanel(root).object?["required"]:
      let present = Set(JSONPanel(root).required.filter { $0.node != node }.map(\.value))
      for field in JSONPanel(root).fields where !present.contains(field.key.text) { list.add(name: field.key.text) }
    case .messagingManifest, .videoManifest:
      guard let key = node.key, key.parent == root["endpoints"] else { return }
      let endpoints = ExtensionManifest.Kind.allCases.flatMap(\.endpoints)
      for name in endpoints.first(where: { key.hasContent($0.name) })?.knownVariables ?? [] {
        list.add(segment: ":" + name)
      }
    default: break
    }
  }

  private func fields(of panel: AppExtension, _ workspace: inout Workspace) -> [JSONPanel.Field] {
    guard let reference = panel.node["dataStructure"] else { return [] }
    if reference.kind == .mapping { return JSONPanel(reference).fields }
    guard let path = Template(reference.text).resolvedText(variables),
      let location = workspace.location(of: path, namedBy: address),
      let root = workspace.document(DocumentAddress(path: location))?.trees.first?.root
    else { return [] }
    return JSONPanel(root).fields
  }

  // MARK: Files

  /// Adds the files that a path may lead to; says whether a path belongs there.
  private func addPaths(_ kind: DocumentKind, _ list: inout CandidateList, _ workspace: inout Workspace) -> Bool {
    if kind == .configuration { return addIgnoredPaths(&list, &workspace) }
    let manifest = AppManifest(list.point.tree.root)
    guard kind == .appManifest, manifest.filePaths.contains(list.point.node) else { return false }
    let isDocument = manifest.documentReferences.contains { $0.node == list.point.node }
    let extensions = isDocument ? [".json", ".yaml", ".yml"] : [".png", ".jpg", ".jpeg"]
    let typed = list.point.typed
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    guard let location = workspace.location(of: folder + ".", namedBy: address) else { return true }
    let own = address.path.split(separator: "/").last.map(String.init)
    for entry in workspace.host.entries(of: location).sorted(by: { $0.name < $1.name }) {
      let isTaken = entry.isFolder || extensions.contains { entry.name.lowercased().hasSuffix($0) }
      if !isTaken || entry.name.hasPrefix(".") || entry.name == "node_modules" { continue }
      if folder.isEmpty, entry.name == own { continue }
      list.add(path: folder + entry.name, isFolder: entry.isFolder)
    }
    return true
  }

  /// Adds the manifests and documents that an entry of a configuration may be about; says whether one belongs there.
  private func addIgnoredPaths(_ list: inout CandidateList, _ workspace: inout Workspace) -> Bool {
    let node = list.point.node
    guard node.key?.hasContent("file") == true, let entries = node.parent?.parent,
      entries == list.point.tree.root["ignore"], let slash = address.path.lastIndex(of: "/")
    else { return false }
    let folder = String(address.path[...slash])
    for path in workspace.knownDocuments.filter(\.isFile).map(\.path).sorted()
    where path.hasPrefix(folder) && !workspace.host.isConfiguration(path) {
      list.add(path: String(path.dropFirst(folder.count)), isFolder: false)
    }
    return true
  }

  // MARK: Variables

  /// Adds variables where one is being typed, or nothing but one may stand; says whether nothing else belongs there.
  private func addVariables(_ list: inout CandidateList) -> Bool {
    let point = list.point
    guard let key = point.node.key ?? point.node.nearestKey else { return false }
    let isSecret = Secrets.isSecretKey(key.text) && point.node.key != nil
    let start = point.typed.lastIndex(of: "$")
    let isTyping = start.map { !point.typed[$0...].contains("}") } ?? false
    guard isSecret || isTyping else { return false }
    // Without quotes, YAML would read the brace as the start of a mapping.
    let mayStand = point.layout == .block || !point.quote.isEmpty
    var names: [String] = isSecret ? [Self.secretName(key, around: point.node)] : []
    for node in point.tree.nodes where node.kind == .string && node != point.node {
      guard node.content.contains(UInt8(ascii: "$")) else { continue }
      for variable in Template(node.text).variables where !names.contains(variable.name) { names.append(variable.name) }
    }
    for name in names {
      if isSecret, !isTyping {
        if point.typed.isEmpty { list.add(variable: name, isQuoted: !mayStand) }
      } else if mayStand, let start {
        list.add(variable: name, behind: point.typed.utf8.distance(from: point.typed.startIndex, to: start))
      }
    }
    return true
  }

  /// A name for a secret, made of where it stands: `SEND_QUOTE_JWT_SECRET`.
  private static func secretName(_ key: Node, around node: Node) -> String {
    let owner = node.ancestors.lazy.compactMap { $0.text("name")?.value }.first
    func words(_ text: String) -> String {
      var result = ""
      var wasLower = false
      for scalar in text.unicodeScalars {
        let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        if !isLetter || (wasLower && ("A"..."Z").contains(scalar)), !result.isEmpty, !result.hasSuffix("_") {
          result += "_"
        }
        if isLetter { result += String(scalar).uppercased() }
        wasLower = ("a"..."z").contains(scalar)
      }
      return result
    }
    let prefix = owner.map(words) ?? ""
    let name = prefix.isEmpty ? words(key.text) : prefix + (prefix.hasSuffix("_") ? "" : "_") + words(key.text)
    return name.first.map { ("0"..."9").contains($0) } == true ? "_" + name : name
  }
}
