import ManifestLint

extension LanguageServer {
  private var diagnosticMessages: DiagnosticMessages {
    DiagnosticMessages(client: client, encoding: encoding, rules: workspace.rules)
  }

  /// What is wrong with a document; `nil` if there is no such document.
  mutating func messages(for address: DocumentAddress) -> [Message.Diagnostic]? {
    guard let analysis = workspace.analysis(of: address) else { return nil }
    var others: [DocumentAddress: LineTable] = [:]
    for path in Set(analysis.diagnostics.flatMap { $0.notes.compactMap(\.path) }) {
      others[DocumentAddress(path: path)] = workspace.document(DocumentAddress(path: path))?.lines
    }
    let workspace = workspace
    return diagnosticMessages.messages(analysis, uri: { workspace.uri($0) }, other: { others[$0] })
  }

  // MARK: Asked for

  mutating func diagnostics(_ parameters: Node?) throws(ResponseError) -> any Message.Value {
    let address = try address(parameters)
    lookAtConfigurations()
    let report = report(messages(for: address) ?? [], previous: parameters?["previousResultId"]?.string)
    reported[address] = report.resultID
    return report
  }

  private func report(_ messages: [Message.Diagnostic], previous: String?) -> Message.DocumentReport {
    let resultID = messages.resultID
    return resultID == previous ? .unchanged(resultID: resultID) : .full(resultID: resultID, messages)
  }

  mutating func workspaceDiagnostics(_ parameters: Node?) -> any Message.Value {
    lookAtConfigurations()
    var previous: [DocumentAddress: String] = [:]
    for item in parameters?["previousResultIds"].map({ Array($0.items) }) ?? [] {
      if let uri = item["uri"]?.string { previous[DocumentAddress(uri: uri)] = item["value"]?.string }
    }
    var items: [Message.WorkspaceDocumentReport] = []
    for address in workspace.knownDocuments.union(previous.keys).sorted(by: { $0.path < $1.path }) {
      // Of a document that is gone, nothing is wrong any more.
      let messages = messages(for: address) ?? []
      if messages.isEmpty, previous[address] == nil, workspace.documents[address] == nil { continue }
      items.append(
        .init(
          uri: workspace.uri(address), version: workspace.documents[address]?.version,
          report: report(messages, previous: previous[address])))
    }
    return Message.WorkspaceReport(items: items)
  }

  // MARK: Sent unasked

  /// Sends the diagnostics of the open documents, and of the documents that belong to them, where they have changed.
  ///
  /// - Parameter edited: The documents of which they are sent anyway, since an editor moves the marks of what somebody
  ///   edits by itself, and may lose some.
  mutating func publishDiagnostics(anyway edited: Set<DocumentAddress>) {
    let index = workspace.references()
    var addresses = Set(workspace.documents.keys)
    for address in workspace.documents.keys {
      for document in index.entries[address.path]?.documents ?? [] {
        addresses.insert(DocumentAddress(path: document.path))
      }
    }
    addresses.formUnion(workspace.host.configurations.map { DocumentAddress(path: $0) })
    for address in addresses.union(reported.keys).sorted(by: { $0.path < $1.path }) {
      let messages = addresses.contains(address) ? messages(for: address) ?? [] : []
      let resultID = messages.resultID
      let isSame = reported[address] == resultID || (reported[address] == nil && messages.isEmpty)
      let isEdited = edited.contains(address) && workspace.documents[address] != nil
      if isSame, !isEdited || workspace.role(of: address) == .none { continue }
      reported[address] = messages.isEmpty ? nil : resultID
      let version = client.takesDiagnosticVersions ? workspace.documents[address]?.version : nil
      notify(
        "textDocument/publishDiagnostics",
        Message.PublishedDiagnostics(uri: workspace.uri(address), version: version, diagnostics: messages))
    }
  }

  // MARK: Code actions

  mutating func codeActions(_ parameters: Node?) throws(ResponseError) -> any Message.Value {
    let address = try address(parameters)
    guard let range = Message.Range(parameters?["range"]) else { throw .invalidParameters("range") }
    // Commands, which older editors know, are not offered.
    guard client.takesCodeActionLiterals, let actions = codeActions(for: address) else { return [Message.CodeAction]() }
    return actions.actions(in: range, only: parameters?["context"]?["only"].map { $0.items.compactMap(\.string) })
  }

  mutating func resolvedCodeAction(_ parameters: Node?) throws(ResponseError) -> any Message.Value {
    guard let parameters, let title = parameters["title"]?.string else { throw .invalidParameters("title") }
    let kind = parameters["kind"]?.string.flatMap { Message.CodeActionKind(rawValue: $0) }
    var action = Message.CodeAction(title: title, kind: kind ?? .fixAll)
    action.data = Message.CodeActionData(parameters["data"])
    guard let data = action.data else { throw .invalidParameters("data") }
    let address = DocumentAddress(uri: data.uri)
    // An edit for another version would land in the wrong places.
    if workspace.documents[address]?.version == data.version {
      action.edit = codeActions(for: address)?.edit(resolving: data)
    }
    return action
  }

  private mutating func codeActions(for address: DocumentAddress) -> CodeActions? {
    guard let analysis = workspace.analysis(of: address), !analysis.isSilent else { return nil }
    let harmfulFixes = workspace.harmfulFixes(of: address)
    return CodeActions(
      analysis: analysis, address: address, uri: workspace.uri(address),
      version: workspace.documents[address]?.version, harmfulFixes: harmfulFixes, diagnostics: diagnosticMessages,
      workspace: workspace)
  }
}

extension Message.DocumentReport {
  /// What the report goes by.
  var resultID: String {
    switch self {
    case .full(let resultID, _), .unchanged(let resultID): resultID
    }
  }
}
