public import ManifestLint

/// A language server: messages in, messages out.
///
/// It has no input and output of its own. Whoever runs it hands in what comes (``receive(_:)``), writes what
/// ``work()`` gives, and ends when there is an ``exitCode``.
public struct LanguageServer {
  /// What the server has been told of its own beginning and end.
  private enum Phase {
    case uninitialized, running, shutDown
  }

  /// Something to be answered or taken note of.
  private enum Task {
    case message(IncomingMessage)
    /// A request that was taken back before its turn.
    case cancelled(RequestID)
    case failure(IncomingMessage.Failure)
    case brokenStream(String)
  }

  /// What an answer from the editor is about.
  private enum OwnRequest {
    case registration, configuration, refresh
  }

  var workspace: Workspace
  var client = ClientCapabilities()
  var encoding = PositionEncoding.utf16
  /// What was last said of each document, to an editor that asks or to one that is told.
  var reported: [DocumentAddress: String] = [:]

  private let version: String
  private var framing = MessageFraming()
  private var tasks: [Task] = []
  private var nextTask = 0
  private var phase = Phase.uninitialized
  private var output: [UInt8] = []
  private var ownRequests: [RequestID: OwnRequest] = [:]
  private var ownRequestCount = 0
  /// What was last said of configurations that are not open, by path.
  private var toldTroubles: [String: String] = [:]
  /// What the editor was started with: what counts where it has nothing set.
  private var initialSettings = ClientSettings()
  /// What is wrong with that, to be told as soon as the editor listens.
  private var initialMistakes: [String] = []
  /// What was last said to be wrong with settings.
  private var toldMistakes: [String] = []
  /// Whether documents have changed since the editor was last told of what follows from it.
  private var hasNews = false
  /// The documents that the editor changed itself, and asks about anyway.
  private var changed: Set<DocumentAddress> = []

  /// How the server ended: 0 if it was shut down before, else 1; `nil` while it runs.
  public private(set) var exitCode: Int?

  /// The number of the process that has started the server, once it has introduced itself, if it has said so.
  public private(set) var clientProcess: Int?

  /// A server that has not been initialised.
  ///
  /// - Parameters:
  ///   - host: The machine that it runs on.
  ///   - rules: All rules there are, for their explanations.
  ///   - schemas: What documents are held against.
  ///   - version: The version of the program.
  public init(
    _ host: any LanguageServerHost, rules: [any Rule.Type], schemas: [DocumentKind: Schema], version: String
  ) {
    workspace = Workspace(host, rules: rules.map { $0.metadata }, schemas: schemas)
    self.version = version
  }
}

// MARK: - Running

extension LanguageServer {
  /// Takes bytes that came in, whole messages or pieces of them.
  public mutating func receive(_ bytes: [UInt8]) {
    framing.append(bytes)
    while let frame = framing.next() {
      switch frame {
      case .broken(let problem): tasks.append(.brokenStream(problem))
      case .content(let content):
        do throws(IncomingMessage.Failure) {
          take(try IncomingMessage(content))
        } catch {
          tasks.append(.failure(error))
        }
      }
    }
  }

  /// Does one thing that is to be done: the next message, or what follows from those before.
  ///
  /// - Returns: What is to be written, perhaps nothing; `nil` when there is nothing to do until more comes in.
  public mutating func work() -> [UInt8]? {
    if exitCode != nil { return nil }
    if nextTask < tasks.count {
      let task = tasks[nextTask]
      nextTask += 1
      if nextTask == tasks.count {
        tasks.removeAll(keepingCapacity: true)
        nextTask = 0
      }
      perform(task)
    } else if hasNews, phase == .running {
      hasNews = false
      announceNews()
      changed = []
    } else {
      return nil
    }
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  /// Whether there is something to do before more comes in.
  public var hasWork: Bool { exitCode == nil && (nextTask < tasks.count || (hasNews && phase == .running)) }

  /// Puts a message behind those that wait; one that takes a request back is obeyed at once.
  private mutating func take(_ message: IncomingMessage) {
    guard case .notification("$/cancelRequest", let parameters) = message else {
      tasks.append(.message(message))
      return
    }
    guard let id = RequestID(parameters?["id"]) else { return }
    for index in nextTask..<tasks.count {
      if case .message(.request(id, _, _)) = tasks[index] { tasks[index] = .cancelled(id) }
    }
  }

  private mutating func perform(_ task: Task) {
    switch task {
    case .message(.request(let id, let method, let parameters)):
      do throws(ResponseError) {
        respond(to: id, try result(of: method, parameters))
      } catch {
        refuse(id, error)
      }
    case .message(.notification(let method, let parameters)): note(method, parameters)
    case .message(.response(let id, let result)): takeResponse(id, result)
    case .cancelled(let id): refuse(id, ResponseError(code: .requestCancelled, message: "the request was cancelled"))
    case .failure(let failure): refuse(failure.id, failure.error)
    case .brokenStream(let problem):
      // Nobody has asked for it, so there is no answer to put it in.
      if phase == .running {
        notify("window/logMessage", Message.Log(kind: .warning, text: "manifestlint: " + problem))
      }
    }
  }
}

// MARK: - Writing

extension LanguageServer {
  private mutating func respond(to id: RequestID, _ result: any Message.Value) {
    send { writer in
      writer.member("id", id)
      writer.key("result")
      result.write(to: &writer)
    }
  }

  private mutating func refuse(_ id: RequestID?, _ error: ResponseError) {
    send { writer in
      writer.member("id") { writer in
        if let id { id.write(to: &writer) } else { writer.null() }
      }
      writer.member("error", error)
    }
  }

  /// Sends something that wants no answer.
  mutating func notify(_ method: String, _ parameters: some Message.Value) {
    send { writer in
      writer.member("method", method)
      writer.member("params", parameters)
    }
  }

  private mutating func ask(_ method: String, _ parameters: (any Message.Value)?, _ request: OwnRequest) {
    ownRequestCount += 1
    let id = RequestID.text("manifestlint-\(ownRequestCount)")
    ownRequests[id] = request
    send { writer in
      writer.member("id", id)
      writer.member("method", method)
      if let parameters {
        writer.key("params")
        parameters.write(to: &writer)
      }
    }
  }

  private mutating func send(_ members: (inout JSONWriter) -> Void) {
    var writer = JSONWriter(indented: false)
    writer.object { writer in
      writer.member("jsonrpc", "2.0")
      members(&writer)
    }
    output += MessageFraming.frame(writer.bytes)
  }
}

// MARK: - Requests

extension LanguageServer {
  private mutating func result(of method: String, _ parameters: Node?) throws(ResponseError) -> any Message.Value {
    switch (phase, method) {
    case (.uninitialized, "initialize"): return initialize(parameters)
    case (.uninitialized, _):
      throw ResponseError(code: .serverNotInitialized, message: "'initialize' must come before '\(method)'")
    case (.running, "initialize"):
      throw ResponseError(code: .invalidRequest, message: "the server has been initialized before")
    case (.shutDown, _):
      throw ResponseError(code: .invalidRequest, message: "the server has been shut down")
    case (.running, "shutdown"):
      phase = .shutDown
      return Message.Null()
    case (.running, _): return try answer(method, parameters)
    }
  }

  private mutating func answer(_ method: String, _ parameters: Node?) throws(ResponseError) -> any Message.Value {
    switch method {
    case "textDocument/diagnostic": return try diagnostics(parameters)
    case "workspace/diagnostic": return workspaceDiagnostics(parameters)
    case "textDocument/codeAction": return try codeActions(parameters)
    case "codeAction/resolve": return try resolvedCodeAction(parameters)
    case "textDocument/completion": return try completions(parameters)
    case "textDocument/hover": return try hover(parameters)
    case "textDocument/documentSymbol": return try symbols(parameters)
    case "textDocument/documentLink": return try documentLinks(parameters)
    case "textDocument/definition": return try definition(parameters)
    case "textDocument/foldingRange": return try foldingRanges(parameters)
    case "textDocument/selectionRange": return try selectionRanges(parameters)
    case "textDocument/inlayHint": return try inlayHints(parameters)
    default: throw ResponseError(code: .methodNotFound, message: "'\(method)' is not known here")
    }
  }

  private mutating func initialize(_ parameters: Node?) -> any Message.Value {
    phase = .running
    if let capabilities = parameters?["capabilities"] { client = ClientCapabilities(capabilities) }
    encoding = PositionEncoding(offered: client.positionEncodings)
    clientProcess = parameters?["processId"]?.wholeNumber
    initialMistakes = initialSettings.read(parameters?["initializationOptions"])
    workspace.settings = initialSettings
    let folders = parameters?["workspaceFolders"].map { $0.items.compactMap { $0["uri"]?.string } } ?? []
    let root = parameters?["rootUri"]?.string ?? parameters?["rootPath"]?.string
    workspace.folders = (folders.isEmpty ? [root].compactMap(\.self) : folders).map { DocumentAddress(uri: $0).path }
      .filter { $0.hasPrefix("/") }
    return Message.InitializeResult(
      encoding: encoding, isAskedForDiagnostics: client.pullsDiagnostics, version: version)
  }

  /// The document that a request is about.
  func address(_ parameters: Node?) throws(ResponseError) -> DocumentAddress {
    guard let uri = parameters?["textDocument"]?["uri"]?.string else { throw .invalidParameters("textDocument.uri") }
    return DocumentAddress(uri: uri)
  }
}

// MARK: - Notifications

extension LanguageServer {
  private mutating func note(_ method: String, _ parameters: Node?) {
    if method == "exit" {
      exitCode = phase == .shutDown ? 0 : 1
      return
    }
    guard phase == .running else { return }
    switch method {
    case "initialized": introduce()
    case "textDocument/didOpen": open(parameters)
    case "textDocument/didChange": change(parameters)
    case "textDocument/didClose": close(parameters)
    case "textDocument/didSave":
      // Without eyes on the disk, saving is when files are looked at again.
      if !client.registersFileWatchers { workspace.forgetFiles() }
      hasNews = true
    case "workspace/didChangeWatchedFiles": noteFileChanges(parameters)
    case "workspace/didChangeWorkspaceFolders": changeFolders(parameters)
    case "workspace/didChangeConfiguration": changeConfiguration(parameters)
    default: break
    }
  }

  /// Says what is of interest here, once the editor listens.
  private mutating func introduce() {
    var registrations: [Message.Registration] = []
    if client.registersFileWatchers { registrations.append(.fileWatchers) }
    if client.registersConfiguration { registrations.append(.configuration) }
    if !registrations.isEmpty {
      ask("client/registerCapability", Message.Registrations(registrations: registrations), .registration)
    }
    tellMistakes(initialMistakes)
    askForConfiguration()
  }

  private mutating func askForConfiguration() {
    guard client.answersConfiguration else { return }
    ask("workspace/configuration", Message.ConfigurationQuestion(), .configuration)
  }

  private mutating func takeResponse(_ id: RequestID, _ result: Node?) {
    guard let request = ownRequests.removeValue(forKey: id) else { return }
    // An error says nothing of what is set.
    if case .configuration = request, let result { takeSettings(result[0]) }
  }

  private mutating func takeSettings(_ node: Node?) {
    // What is set no longer is as it was in the beginning.
    var settings = initialSettings
    tellMistakes(settings.read(node))
    guard workspace.settings != settings else { return }
    workspace.settings = settings
    hasNews = true
    if client.refreshesInlayHints { ask("workspace/inlayHint/refresh", nil, .refresh) }
  }

  /// Tells of settings that are wrong, once: an editor may send them again for any change.
  private mutating func tellMistakes(_ mistakes: [String]) {
    if mistakes == toldMistakes { return }
    toldMistakes = mistakes
    if mistakes.isEmpty { return }
    let text = "manifestlint: " + mistakes.joined(separator: "; ")
    notify("window/showMessage", Message.Log(kind: .warning, text: text))
  }

  private mutating func changeConfiguration(_ parameters: Node?) {
    if client.answersConfiguration { return askForConfiguration() }
    if let settings = parameters?["settings"] { takeSettings(settings) }
  }

  private mutating func open(_ parameters: Node?) {
    guard let document = parameters?["textDocument"], let uri = document["uri"]?.string,
      let text = document["text"]?.string
    else { return }
    let address = DocumentAddress(uri: uri)
    workspace.open(
      OpenDocument(
        uri: uri, languageID: document["languageId"]?.string ?? "", version: document["version"]?.wholeNumber ?? 0,
        path: address.path, text: text, encoding))
    noteNews(of: address)
  }

  private mutating func change(_ parameters: Node?) {
    guard let document = parameters?["textDocument"], let uri = document["uri"]?.string,
      let changes = parameters?["contentChanges"]
    else { return }
    let address = DocumentAddress(uri: uri)
    let isOpen = workspace.change(address) { open in
      if let version = document["version"]?.wholeNumber { open.version = version }
      open.change { text in
        for change in changes.items {
          guard let replacement = change["text"]?.string else { continue }
          if let range = Message.Range(change["range"]) {
            text.replace(range, with: replacement)
          } else if change["range"].map({ $0.kind == .null }) ?? true {
            // A range that makes no sense is not taken for the whole document.
            text.replaceAll(with: replacement)
          }
        }
      }
    }
    if isOpen { noteNews(of: address) }
  }

  private mutating func close(_ parameters: Node?) {
    guard let address = try? address(parameters) else { return }
    let uri = workspace.uri(address)
    workspace.close(address)
    // What was said of an open document would stay on the screen.
    if !client.pullsDiagnostics, reported.removeValue(forKey: address) != nil {
      notify("textDocument/publishDiagnostics", Message.PublishedDiagnostics(uri: uri, version: nil, diagnostics: []))
    }
    noteNews(of: address)
  }

  private mutating func noteNews(of address: DocumentAddress) {
    changed.insert(address)
    hasNews = true
    lookAtConfigurations()
  }

  /// Takes note of configurations that have changed on the disk, where the editor does not tell.
  mutating func lookAtConfigurations() {
    guard !client.registersFileWatchers, workspace.host.hasNewConfigurations() else { return }
    workspace.forgetFiles()
    hasNews = true
  }

  private mutating func noteFileChanges(_ parameters: Node?) {
    var addresses: [DocumentAddress] = []
    for change in parameters?["changes"].map({ Array($0.items) }) ?? [] {
      guard let uri = change["uri"]?.string else { continue }
      let address = DocumentAddress(uri: uri)
      addresses.append(address)
      // Besides these, only what is in a file has changed, and not which files there are.
      if workspace.host.isConfiguration(address.path) || workspace.changesFiles(address, change["type"]?.text) {
        workspace.host.forgetManifests()
      }
    }
    if addresses.contains(where: { workspace.host.isConfiguration($0.path) }) {
      workspace.forgetFiles()
    } else {
      workspace.noteFileChanges(addresses.filter { workspace.documents[$0] == nil })
    }
    hasNews = true
  }

  private mutating func changeFolders(_ parameters: Node?) {
    func paths(_ key: String) -> [String] {
      parameters?["event"]?[key]?.items.compactMap { $0["uri"]?.string }.map { DocumentAddress(uri: $0).path } ?? []
    }
    let removed = paths("removed")
    workspace.folders = workspace.folders.filter { !removed.contains($0) } + paths("added").filter { $0.hasPrefix("/") }
    hasNews = true
  }
}

// MARK: - What follows from changes

extension LanguageServer {
  /// Tells an editor that does not ask what is wrong now; tells one that asks to ask again where something else is.
  private mutating func announceNews() {
    announceTroubles()
    if client.pullsDiagnostics {
      guard client.refreshesDiagnostics, hasOtherNews() else { return }
      ask("workspace/diagnostic/refresh", nil, .refresh)
    } else {
      publishDiagnostics(anyway: changed)
    }
  }

  /// Tells of configurations that are wrong and that nobody looks at, as nothing would then show why rules are silent.
  private mutating func announceTroubles() {
    let host = workspace.host
    for address in workspace.documents.keys { _ = host.settings(for: address.path, workspace.settings) }
    for path in host.configurations {
      let isOpen = workspace.documents[DocumentAddress(path: path)] != nil
      let trouble = isOpen ? nil : host.trouble(withConfigurationAt: path)
      if trouble == toldTroubles[path] { continue }
      toldTroubles[path] = trouble
      if let trouble {
        notify("window/showMessage", Message.Log(kind: .warning, text: "manifestlint: " + trouble))
      }
    }
  }

  /// Whether the diagnostics of a document that the editor has asked about, and did not change itself, are others now.
  private mutating func hasOtherNews() -> Bool {
    var result = false
    for (address, resultID) in reported where !changed.contains(address) {
      guard workspace.documents[address] != nil, messages(for: address)?.resultID ?? "" != resultID else { continue }
      // Said once: the editor asks for it now.
      reported[address] = nil
      result = true
    }
    return result
  }
}
