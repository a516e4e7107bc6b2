import ManifestLint

/// The changes that are offered for a piece of a document.
struct CodeActions {
  let analysis: Analysis
  let address: DocumentAddress
  let uri: String
  let version: Int?
  /// The safe fixes that would bring an error.
  let harmfulFixes: Set<FixIt>
  let diagnostics: DiagnosticMessages
  let workspace: Workspace

  private var client: ClientCapabilities { diagnostics.client }
  private var writer: EditWriter { EditWriter(client: client, encoding: diagnostics.encoding) }
  private var lines: LineTable { analysis.document.lines }

  /// What is offered for a range, of the kinds that are asked for; all kinds where none is named.
  func actions(in range: Message.Range, only kinds: [String]?) -> [Message.CodeAction] {
    func isWanted(_ kind: Message.CodeActionKind) -> Bool {
      kinds.map { $0.contains { kind.isWanted(by: $0) } } ?? true
    }
    var positions = PositionMap(lines, diagnostics.encoding)
    let place = positions.textRange(range)
    var result: [Message.CodeAction] = []
    if isWanted(.quickFix) { result += quickFixes(at: place, &positions) }
    if isWanted(.extract), client.takesDocumentChanges, client.createsFiles,
      let extraction = DocumentExtraction(at: place, analysis, address, workspace)
    {
      result.append(move(extraction))
    }
    // What changes the whole document is not what somebody looks for who asks about one place.
    if isWanted(.fixAll), let action = fixAll(resolved: !client.resolvesEdits) { result.append(action) }
    return result
  }

  /// The edit of an action that was offered without.
  func edit(resolving data: Message.CodeActionData) -> Message.WorkspaceEdit? {
    guard let suppression = data.suppression else { return fixAll(resolved: true)?.edit }
    return suppressions.edits(suppression).flatMap(edit)
  }

  private var suppressions: SuppressionOffers { SuppressionOffers(analysis: analysis) }

  private func isSafe(_ fix: FixIt) -> Bool { fix.safety == .safe && !harmfulFixes.contains(fix) }

  // MARK: Quick fixes

  private func quickFixes(at place: TextRange, _ positions: inout PositionMap) -> [Message.CodeAction] {
    var result: [Message.CodeAction] = []
    for (index, diagnostic) in analysis.diagnostics.enumerated() where touches(diagnostic.range, place) {
      let message = diagnostics.message(diagnostic, &positions)
      if let fix = diagnostic.fixIt, let edit = edit(fix.edits) {
        let isSafe = isSafe(fix)
        result.append(
          Message.CodeAction(
            title: fix.message.capitalizingFirstLetter + (isSafe ? "" : " (look at it before you save)"),
            kind: .quickFix, diagnostics: [message], isPreferred: isSafe && client.showsPreferredActions, edit: edit))
      }
      result += missingKeys(diagnostic, analysis.result.nodes[index], message)
    }
    // Below all that mends something.
    return distinguished(result + suppressing(at: place, &positions))
  }

  /// Tells actions of the same title apart by where they mend something.
  private func distinguished(_ actions: [Message.CodeAction]) -> [Message.CodeAction] {
    let starts = Dictionary(grouping: actions, by: \.title).mapValues {
      $0.compactMap { $0.diagnostics.first?.range.start }
    }
    return actions.map { action in
      guard let same = starts[action.title], same.count > 1, let start = action.diagnostics.first?.range.start else {
        return action
      }
      var action = action
      let isOnOneLine = Set(same.map(\.line)).count < same.count
      action.title += " (line \(start.line + 1)\(isOnOneLine ? ", column \(start.character + 1)" : ""))"
      return action
    }
  }

  // MARK: Suppressions

  private func suppressing(at place: TextRange, _ positions: inout PositionMap) -> [Message.CodeAction] {
    var result: [Message.CodeAction] = []
    let here = analysis.diagnostics.filter { touches($0.range, place) }
    for (diagnostic, suppression) in suppressions.offers(for: here) {
      var action = Message.CodeAction(
        title: "Disable '\(diagnostic.rule)' \(suppression.isInWholeFile ? "in this file" : "on this line")",
        kind: .quickFix, diagnostics: [diagnostics.message(diagnostic, &positions)])
      if client.resolvesEdits {
        action.data = Message.CodeActionData(uri: uri, version: version, suppression)
      } else {
        guard let edit = suppressions.edits(suppression).flatMap(edit) else { continue }
        action.edit = edit
      }
      result.append(action)
    }
    var workspace = workspace
    for diagnostic in here {
      guard let entry = IgnoreEntryOffer(diagnostic, analysis, address, &workspace),
        let edit = edit(adding: entry)
      else { continue }
      result.append(
        Message.CodeAction(
          title: "Ignore '\(diagnostic.rule)' here, in \(entry.name)", kind: .quickFix,
          diagnostics: [diagnostics.message(diagnostic, &positions)], edit: edit))
    }
    return result
  }

  private func edit(adding entry: IgnoreEntryOffer) -> Message.WorkspaceEdit? {
    let uri = workspace.uri(entry.configuration)
    guard let document = entry.document else {
      guard client.takesDocumentChanges, client.createsFiles else { return nil }
      let content = Message.TextEdit(range: .beginning, newText: entry.edit.replacement)
      return Message.WorkspaceEdit(
        createdFiles: [uri], documents: [.init(uri: uri, version: nil, edits: [content])], hasVersions: true)
    }
    return writer.workspaceEdit(
      [entry.edit], in: document.lines, uri: uri, version: workspace.documents[entry.configuration]?.version)
  }

  private func touches(_ range: TextRange, _ place: TextRange) -> Bool {
    range.lowerBound <= place.upperBound && place.lowerBound <= range.upperBound
  }

  /// The change that edits make; `nil` if a message about it would show a secret.
  private func edit(_ edits: [TextEdit]) -> Message.WorkspaceEdit? {
    guard !edits.isEmpty, maySay(edits) else { return nil }
    return writer.workspaceEdit(edits, in: lines, uri: uri, version: version)
  }

  private func maySay(_ edits: [TextEdit]) -> Bool {
    edits.allSatisfy { analysis.result.text.replacement(of: $0) != nil }
  }

  // MARK: Missing keys

  /// Adds what an object lacks, each key by itself and all together.
  private func missingKeys(
    _ diagnostic: Diagnostic, _ node: Node?, _ message: Message.Diagnostic
  ) -> [Message.CodeAction] {
    guard analysis.document.isWellFormed, lines.source.encoding == .utf8, diagnostic.fixIt == nil,
      let object = node, object.kind == .mapping, let kind = analysis.kind(of: object.tree)
    else { return [] }
    let place = workspace.guide.place(of: object, in: kind)
    // The finding names the keys; another one about the same object is not mended by this.
    let missing = place.keys.filter { key in
      key.isRequired && object[key.name] == nil && diagnostic.message.holds("'\(key.name)'")
    }
    guard !missing.isEmpty, let insertion = EntryInsertion(in: object) else { return [] }
    func action(_ title: String, _ keys: [SchemaPlace.Key]) -> Message.CodeAction? {
      var skeleton = EntrySkeleton(insertion.layout, isSnippet: false)
      let entries = keys.map { skeleton.entry($0.name, place.value(of: $0.name, holding: nil)) }
      return edit([insertion.edit(adding: entries)]).map {
        Message.CodeAction(title: title, kind: .quickFix, diagnostics: [message], edit: $0)
      }
    }
    var actions = missing.map { action("Add '\($0.name)'", [$0]) }
    if missing.count > 1 { actions.insert(action("Add all \(missing.count) missing keys", missing), at: 0) }
    return actions.compactMap(\.self)
  }

  // MARK: Files of their own

  private func move(_ extraction: DocumentExtraction) -> Message.CodeAction {
    let uri = DocumentAddress(path: extraction.location).uri
    let content = Message.TextEdit(range: .beginning, newText: extraction.text)
    return Message.CodeAction(
      title: "Move the \(extraction.kind.label) to \(extraction.path)", kind: .extract,
      edit: Message.WorkspaceEdit(
        createdFiles: [uri],
        documents: [
          .init(uri: uri, version: nil, edits: [content]),
          .init(uri: self.uri, version: version, edits: writer.edits([extraction.edit], in: lines)),
        ], hasVersions: true))
  }

  // MARK: All at once

  private func fixAll(resolved: Bool) -> Message.CodeAction? {
    let fixes = analysis.diagnostics.compactMap(\.fixIt).filter(isSafe)
    guard analysis.mayFixAll, !fixes.isEmpty, fixes.allSatisfy({ maySay($0.edits) }) else { return nil }
    var action = Message.CodeAction(title: "Fix all that is safe to fix", kind: .fixAll)
    if !resolved {
      // The linter of a configuration does not know of entries for nothing, so what would come of it is found out.
      if analysis.role == .configuration, fixAll(resolved: true) == nil { return nil }
      action.data = Message.CodeActionData(uri: uri, version: version)
      return action
    }
    var fixed = analysis.remainder ?? RevisedText(lines.source)
    fixed.append(Fixer(analysis.linter, applying: [.safe]).fix(fixed.current, analysis.options).text)
    // What the fixes leave alone is no part of the edit, so that a secret between two of them is not shown.
    let edits = fixed.changes.map { change in
      TextEdit(
        range: TextRange(utf8Offsets: change.original),
        replacement: String(decoding: fixed.current.bytes[change.current], as: UTF8.self))
    }
    guard let edit = edit(edits) else { return nil }
    action.edit = edit
    return action
  }
}

extension String {
  /// The text as a title: with a capital first letter, unless it begins with a quotation.
  var capitalizingFirstLetter: String { prefix(1).uppercased() + dropFirst() }
}
