import Foundation
import ManifestLanguageServer
import ManifestLint
import ManifestRules
import ManifestTestSupport
import Testing

/// An editor as the server sees it: it sends messages, and checks every message that comes back.
final class EditorSession {
  /// What an editor can do.
  struct Capabilities {
    var encoding: String? = "utf-16"
    var pulls = true
    var isRich = true
    /// Whether it asks for the edit of an action.
    var resolves = true
    /// Whether it tells of files that change.
    var watches = true
    /// Whether it can be asked what is set.
    var answersConfiguration = false

    /// An editor that can do everything, with this unit of positions.
    static func full(_ encoding: String) -> Capabilities { Capabilities(encoding: encoding) }
    /// An editor of the year 2016.
    static let none = Capabilities(encoding: nil, pulls: false, isRich: false)

    var json: [String: Any] {
      var result: [String: Any] = [:]
      if let encoding { result["general"] = ["positionEncodings": [encoding]] }
      guard isRich else { return result }
      var document: [String: Any] = [
        "publishDiagnostics": [
          "relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true, "versionSupport": true,
          "tagSupport": ["valueSet": [1, 2]],
        ],
        "codeAction": [
          "codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]], "isPreferredSupport": true,
          "dataSupport": true, "resolveSupport": ["properties": resolves ? ["edit"] : []],
        ],
        "completion": [
          "completionItem": [
            "snippetSupport": true, "documentationFormat": ["markdown", "plaintext"],
            "insertTextModeSupport": ["valueSet": [1, 2]],
          ]
        ],
        "hover": ["contentFormat": ["markdown", "plaintext"]],
        "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
        "definition": ["linkSupport": true],
      ]
      if pulls { document["diagnostic"] = ["dynamicRegistration": false, "relatedDocumentSupport": true] }
      result["textDocument"] = document
      var workspace: [String: Any] = [
        "workspaceEdit": ["documentChanges": true, "resourceOperations": ["create"]],
        "diagnostics": ["refreshSupport": true], "inlayHint": ["refreshSupport": true],
        "configuration": answersConfiguration,
      ]
      if watches { workspace["didChangeWatchedFiles"] = ["dynamicRegistration": true] }
      result["workspace"] = workspace
      return result
    }
  }

  var server: LanguageServer
  /// The requests and notifications that the server has sent, by method, and their parameters.
  private(set) var received: [(method: String, parameters: Node?)] = []
  /// The ids of the last request of the server by each method.
  private var requestIDs: [String: String] = [:]
  /// The answers by id of the request.
  private(set) var answers: [Int: Node] = [:]
  private var methods: [Int: String] = [:]
  private var nextID = 1

  init(_ host: any LanguageServerHost = MemoryHost()) {
    server = LanguageServer(host, rules: BuiltInRules.all, schemas: TestSchemas.all, version: "0.0.0")
  }

  /// A session with an editor that has introduced itself, and a folder open.
  convenience init(
    _ host: any LanguageServerHost = MemoryHost(), _ capabilities: Capabilities, folder: String = "/project",
    options: [String: Any]? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    self.init(host)
    var parameters: [String: Any] = [
      "processId": NSNull(), "rootUri": uri(folder), "capabilities": capabilities.json,
    ]
    if let options { parameters["initializationOptions"] = options }
    request("initialize", parameters, sourceLocation: sourceLocation)
    notify("initialized", [:])
  }

  // MARK: Sending

  /// Sends a request and gives the result; `nil` for an error, which is in ``answers``.
  @discardableResult
  func request(_ method: String, _ parameters: [String: Any], sourceLocation: SourceLocation = #_sourceLocation)
    -> Node?
  {
    let id = ask(method, parameters)
    run(sourceLocation: sourceLocation)
    return answers[id]?["result"]
  }

  /// Sends a request and does not wait for the answer.
  func ask(_ method: String, _ parameters: [String: Any]) -> Int {
    let id = nextID
    nextID += 1
    methods[id] = method
    send(["jsonrpc": "2.0", "id": id, "method": method, "params": parameters])
    return id
  }

  func notify(_ method: String, _ parameters: [String: Any]) {
    post(method, parameters)
    run()
  }

  /// Sends a notification and does not wait for what follows.
  func post(_ method: String, _ parameters: [String: Any]) {
    send(["jsonrpc": "2.0", "method": method, "params": parameters])
  }

  /// Answers the last request of the server by a method.
  func answer(_ method: String, _ result: Any) {
    send(["jsonrpc": "2.0", "id": requestIDs[method] ?? "", "result": result])
    run()
  }

  private func send(_ message: [String: Any]) {
    let content = (try? JSONSerialization.data(withJSONObject: message)) ?? Data()
    sendRaw("Content-Length: \(content.count)\r\n\r\n" + String(decoding: content, as: UTF8.self))
  }

  /// Sends bytes that may be anything.
  func sendRaw(_ text: String) { server.receive(Array(text.utf8)) }

  // MARK: Receiving

  /// Lets the server work until it is done.
  func run(sourceLocation: SourceLocation = #_sourceLocation) {
    while let output = server.work() { take(output, sourceLocation) }
  }

  private func take(_ output: [UInt8], _ sourceLocation: SourceLocation) {
    var rest = output[...]
    while !rest.isEmpty {
      let header = String(decoding: rest.prefix { $0 != 13 }, as: UTF8.self)
      guard header.hasPrefix("Content-Length: "), let length = Int(header.dropFirst(16)) else {
        Issue.record("malformed header '\(header)'", sourceLocation: sourceLocation)
        return
      }
      rest = rest.dropFirst(header.utf8.count + 4)
      let parsed = JSONParser.parse(SourceText(path: "message", bytes: Array(rest.prefix(length))))
      rest = rest.dropFirst(length)
      guard let message = parsed.documents.first?.root, parsed.errors.isEmpty else {
        Issue.record("a message is not JSON: \(parsed.errors)", sourceLocation: sourceLocation)
        return
      }
      #expect(message["jsonrpc"]?.string == "2.0", sourceLocation: sourceLocation)
      check(message, sourceLocation)
    }
  }

  private func check(_ message: Node, _ sourceLocation: SourceLocation) {
    var problems: [String] = []
    if let method = message["method"]?.string {
      received.append((method, message["params"]))
      requestIDs[method] = message["id"]?.string
      problems =
        MetaModel.shared?.problems(
          ofParameters: message["params"], of: method, isRequest: message["id"] != nil) ?? []
    } else if let id = message["id"].flatMap({ Int($0.text) }) {
      answers[id] = message
      if let result = message["result"], let method = methods[id] {
        problems = MetaModel.shared?.problems(ofResult: result, of: method) ?? []
      } else {
        #expect(message["error"]?["code"]?.kind == .integer, sourceLocation: sourceLocation)
      }
    } else {
      answers[0] = message
    }
    for problem in problems { Issue.record("\(problem)", sourceLocation: sourceLocation) }
  }

  /// The parameters of what the server has sent by a method, in order.
  func received(_ method: String) -> [Node?] { received.filter { $0.method == method }.map(\.parameters) }

  /// The warnings that are shown since the last call.
  func takeWarnings() -> [String] {
    defer { received.removeAll { $0.method == "window/showMessage" } }
    return received("window/showMessage").map { $0?["message"]?.text ?? "" }
  }

  /// Forgets what the server has sent.
  func forget() { received = [] }

  // MARK: Documents

  func open(_ path: String, _ text: String, version: Int = 1) {
    notify(
      "textDocument/didOpen",
      ["textDocument": ["uri": uri(path), "languageId": "yaml", "version": version, "text": text]])
  }

  /// Replaces the whole text.
  func replace(_ path: String, _ text: String, version: Int = 2) {
    notify(
      "textDocument/didChange",
      ["textDocument": ["uri": uri(path), "version": version], "contentChanges": [["text": text]]])
  }

  func uri(_ path: String) -> String { path.hasPrefix("/") ? "file://" + path : path }

  /// What names a document in requests.
  func document(_ path: String) -> [String: Any] { ["uri": uri(path)] }

  /// The diagnostics of a document that are asked for.
  func diagnostics(_ path: String) -> [Node] {
    request("textDocument/diagnostic", ["textDocument": document(path)])?["items"].map { Array($0.items) } ?? []
  }

  /// The diagnostics as `line:character code` each.
  func findings(_ path: String) -> [String] { diagnostics(path).map(Self.describe) }

  /// The diagnostics that were sent last for a document.
  func published(_ path: String) -> [String]? {
    received("textDocument/publishDiagnostics").last { $0?["uri"]?.string == uri(path) }??["diagnostics"].map {
      $0.items.map(Self.describe)
    }
  }

  private static func describe(_ diagnostic: Node) -> String {
    let start = diagnostic["range"]?["start"]
    return "\(start?["line"]?.text ?? ""):\(start?["character"]?.text ?? "") \(diagnostic["code"]?.text ?? "")"
  }

  /// The code actions for a piece of a document.
  func actions(
    _ path: String, _ start: (Int, Int), _ end: (Int, Int)? = nil, only: [String]? = nil
  ) -> [Node] {
    let (from, to) = (start, end ?? start)
    var context: [String: Any] = ["diagnostics": [Any]()]
    if let only { context["only"] = only }
    let range = [
      "start": ["line": from.0, "character": from.1], "end": ["line": to.0, "character": to.1],
    ]
    let result = request(
      "textDocument/codeAction", ["textDocument": document(path), "range": range, "context": context])
    return result.map { Array($0.items) } ?? []
  }

  /// The edit of an action, asked for if it came without.
  func edit(of action: Node) -> Node? {
    if let edit = action["edit"] { return edit }
    var parameters: [String: Any] = ["title": action["title"]?.text ?? ""]
    if let data = action["data"] {
      var values: [String: Any] = ["uri": data["uri"]?.text ?? "", "version": Int(data["version"]?.text ?? "") ?? 0]
      values["rule"] = data["rule"]?.text
      values["offset"] = data["offset"].flatMap { Int($0.text) }
      values["file"] = data["file"]?.boolean
      parameters["data"] = values
    }
    parameters["kind"] = action["kind"]?.text
    return request("codeAction/resolve", parameters)?["edit"]
  }
}

/// A text as an editor holds it, which knows positions by Swift's own strings.
struct EditorText {
  var lines: [String]
  let encoding: String

  init(_ text: String, _ encoding: String = "utf-16") {
    var lines = [""]
    for scalar in text.unicodeScalars {
      lines[lines.count - 1].unicodeScalars.append(scalar)
      if scalar == "\n" { lines.append("") }
    }
    self.lines = lines
    self.encoding = encoding
  }

  var text: String { lines.joined() }

  /// How many units a line has, without its break.
  func length(ofLine line: Int) -> Int { units(lines[line].unicodeScalars.filter { $0 != "\n" && $0 != "\r" }) }

  private func units(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { sum, scalar in
      switch encoding {
      case "utf-8": sum + UTF8.width(scalar)
      case "utf-16": sum + UTF16.width(scalar)
      default: sum + 1
      }
    }
  }

  /// Whether a position is in the text, and between two characters.
  func contains(_ position: Node?) -> Bool {
    guard let line = position?["line"].flatMap({ Int($0.text) }),
      let character = position?["character"].flatMap({ Int($0.text) }),
      lines.indices.contains(line)
    else { return false }
    var count = 0
    for scalar in lines[line].unicodeScalars {
      if count == character { return true }
      if scalar == "\n" || scalar == "\r" { return false }
      count += units([scalar])
    }
    return count == character
  }

  /// The text after the edits of a document.
  func applying(_ edits: [Node]) -> String {
    var scalars = Array(text.unicodeScalars)
    let ordered = edits.sorted { offset($0["range"]?["start"]) > offset($1["range"]?["start"]) }
    for edit in ordered {
      let range = offset(edit["range"]?["start"])..<offset(edit["range"]?["end"])
      scalars.replaceSubrange(range, with: edit["newText"]?.text.unicodeScalars.map { $0 } ?? [])
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The number of scalars before a position.
  func offset(_ position: Node?) -> Int {
    let (line, character) = (Int(position?["line"]?.text ?? "") ?? 0, Int(position?["character"]?.text ?? "") ?? 0)
    return offset(line, character)
  }

  func offset(_ line: Int, _ character: Int) -> Int {
    var result = lines[..<min(line, lines.count)].reduce(0) { $0 + $1.unicodeScalars.count }
    guard line < lines.count else { return result }
    var count = 0
    for scalar in lines[line].unicodeScalars where scalar != "\n" && scalar != "\r" {
      if count >= character { break }
      count += units([scalar])
      result += 1
    }
    return result
  }
}

extension Node {
  /// The edits of the first document of a workspace edit.
  var documentEdits: [Node] {
    if let changes = self["documentChanges"] {
      return changes.items.first { $0["edits"] != nil }?["edits"].map { Array($0.items) } ?? []
    }
    return self["changes"]?.entries.first { _ in true }.map { Array($0.value.items) } ?? []
  }
}
