import JSONSchema
import ManifestLanguageServer
import ManifestLint
import ManifestRules

/// The language server: messages that are no messages, and edits of a document with requests in between.
enum LanguageServing {
  /// The input is sent as it is to one server; to another it is a document, and says what is done to it.
  static func check(_ bytes: [UInt8]) throws(BrokenProperty) {
    var stranger = server()
    stranger.receive(bytes)
    drain(&stranger)

    let text = String(decoding: bytes, as: UTF8.self)
    let encoding = ["utf-8", "utf-16", "utf-32"][bytes.count % 3]
    var session = Session(server(), encoding)
    session.open(text)
    var current = text
    for step in 0..<3 {
      let edit = Edit(of: current, bytes, step, encoding)
      session.change(edit)
      current = edit.result
      // Not all of them each time: more inputs show more than more questions.
      for offset in 0..<2 { session.ask(methods[(bytes.count + step * 2 + offset) % methods.count], at: edit.start) }
    }
    let report = session.diagnostics()
    var fresh = Session(server(), encoding)
    fresh.open(current)
    try expect(report == fresh.diagnostics(), "a document that was edited is the one that would have been opened")
    try expect(!report.isEmpty, "a request is answered")
  }

  private static let methods = [
    "textDocument/hover", "textDocument/completion", "textDocument/codeAction", "textDocument/documentSymbol",
    "textDocument/definition", "textDocument/documentLink", "textDocument/foldingRange", "textDocument/selectionRange",
    "textDocument/inlayHint",
  ]

  private static func server() -> LanguageServer {
    LanguageServer(NoFiles(), rules: BuiltInRules.all, schemas: FixApplication.schemas, version: "0")
  }

  private static func drain(_ server: inout LanguageServer) {
    while server.work() != nil {}
  }

  /// A change of a text, as an editor tells it.
  private struct Edit {
    var start: (line: Int, character: Int)
    var end: (line: Int, character: Int)
    var inserted: String
    var result: String

    /// The change that some bytes say.
    init(of text: String, _ bytes: [UInt8], _ step: Int, _ encoding: String) {
      let scalars = Array(text.unicodeScalars)
      let seed = bytes.reduce(step &* 7919) { ($0 &* 31 &+ Int($1)) & 0xFFFF_FFFF }
      let first = scalars.isEmpty ? 0 : seed % (scalars.count + 1)
      let last = min(scalars.count, first + seed / 7 % 5)
      inserted = ["", "\n", "x", ": ", "é", "😀\n", "- a\n", "\"", "{", "  # c"][seed / 3 % 10]
      // A position between a return and a line feed is no position that an editor has.
      let lower = Self.outOfLineBreak(first, scalars)
      let upper = max(lower, Self.outOfLineBreak(last, scalars))
      start = Self.position(lower, scalars, encoding)
      end = Self.position(upper, scalars, encoding)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[..<lower])
      view.append(contentsOf: inserted.unicodeScalars)
      view.append(contentsOf: scalars[upper...])
      result = String(view)
    }

    private static func outOfLineBreak(_ index: Int, _ scalars: [Unicode.Scalar]) -> Int {
      index > 0 && index < scalars.count && scalars[index - 1] == "\r" && scalars[index] == "\n" ? index - 1 : index
    }

    private static func position(
      _ index: Int, _ scalars: [Unicode.Scalar], _ encoding: String
    ) -> (line: Int, character: Int) {
      var (line, character) = (0, 0)
      for (number, scalar) in scalars[..<index].enumerated() {
        let isReturnOfPair = scalar == "\r" && number + 1 < scalars.count && scalars[number + 1] == "\n"
        if scalar == "\n" || (scalar == "\r" && !isReturnOfPair) {
          (line, character) = (line + 1, 0)
        } else {
          switch encoding {
          case "utf-8": character += UTF8.width(scalar)
          case "utf-16": character += UTF16.width(scalar)
          default: character += 1
          }
        }
      }
      return (line, character)
    }
  }

  /// What an editor says to a server.
  private struct Session {
    private var server: LanguageServer
    private var id = 0
    private var version = 0

    init(_ server: LanguageServer, _ encoding: String) {
      self.server = server
      send("initialize", isRequest: true) { parameters in
        parameters.member("capabilities") { capabilities in
          capabilities.object { capabilities in
            capabilities.member("general") { general in
              general.object { general in
                general.member("positionEncodings") { list in list.array([encoding]) { $0.string($1) } }
              }
            }
            capabilities.member("textDocument") { document in
              document.object { document in document.member("diagnostic") { $0.object { _ in } } }
            }
          }
        }
      }
      send("initialized", isRequest: false) { _ in }
    }

    mutating func open(_ text: String) {
      send("textDocument/didOpen", isRequest: false) { parameters in
        parameters.member("textDocument") { document in
          document.object { document in
            document.member("uri", LanguageServing.uri)
            document.member("languageId", "yaml")
            document.member("version", 0)
            document.member("text", text)
          }
        }
      }
    }

    mutating func change(_ edit: Edit) {
      version += 1
      let version = version
      send("textDocument/didChange", isRequest: false) { parameters in
        parameters.member("textDocument") { document in
          document.object { document in
            document.member("uri", LanguageServing.uri)
            document.member("version", version)
          }
        }
        parameters.member("contentChanges") { changes in
          changes.array([edit]) { change, edit in
            change.object { change in
              change.member("range") { LanguageServing.write(edit.start, edit.end, into: &$0) }
              change.member("text", edit.inserted)
            }
          }
        }
      }
    }

    @discardableResult
    mutating func ask(_ method: String, at place: (line: Int, character: Int)) -> [UInt8] {
      send(method, isRequest: true) { parameters in
        parameters.member("textDocument") { $0.object { $0.member("uri", LanguageServing.uri) } }
        parameters.member("position") { LanguageServing.write(place, into: &$0) }
        parameters.member("positions") { list in
          list.array([place]) { LanguageServing.write($1, into: &$0) }
        }
        parameters.member("range") { LanguageServing.write(place, place, into: &$0) }
        parameters.member("context") { context in
          context.object { context in context.member("diagnostics") { $0.array { _ in } } }
        }
      }
    }

    mutating func diagnostics() -> [UInt8] {
      id = 1_000_000
      return ask("textDocument/diagnostic", at: (0, 0))
    }

    @discardableResult
    private mutating func send(
      _ method: String, isRequest: Bool, _ parameters: (inout JSONWriter) -> Void
    ) -> [UInt8] {
      var message = JSONWriter(indented: false)
      id += 1
      message.object { message in
        message.member("jsonrpc", "2.0")
        if isRequest { message.member("id", id) }
        message.member("method", method)
        message.member("params") { $0.object(parameters) }
      }
      server.receive(Array("Content-Length: \(message.bytes.count)\r\n\r\n".utf8) + message.bytes)
      var answer: [UInt8] = []
      while let bytes = server.work() { answer += bytes }
      return answer
    }
  }

  private static let uri = "file:///project/fuzz.pipedrive.yaml"

  private static func write(_ place: (line: Int, character: Int), into writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("line", place.line)
      writer.member("character", place.character)
    }
  }

  private static func write(
    _ start: (line: Int, character: Int), _ end: (line: Int, character: Int), into writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("start") { write(start, into: &$0) }
      writer.member("end") { write(end, into: &$0) }
    }
  }

  /// A machine without files.
  private struct NoFiles: LanguageServerHost {
    func contents(of path: String, limit: Int) -> Result<[UInt8], ReferencedFileProblem> { .failure(.missing) }

    func location(of path: String, namedBy manifest: String) -> Result<String, ReferencedFileProblem> {
      .failure(.missing)
    }

    func manifests(in folders: [String]) -> [String] { [] }

    func forgetManifests() {}

    func entries(of folder: String) -> [FolderEntry] { [] }

    func nameMeaning(of path: String) -> NameMeaning { .manifest }

    func isConfiguration(_ path: String) -> Bool { false }

    func settings(for path: String, _ client: ClientSettings) -> DocumentSettings {
      DocumentSettings(rules: RuleSet(BuiltInRules.all))
    }

    func forgetConfigurations(open texts: [String: SourceText]) {}

    var configurations: [String] { [] }

    func configuration(at path: String, _ client: ClientSettings) -> ConfigurationCheck? { nil }

    func hasNewConfigurations() -> Bool { false }
    func trouble(withConfigurationAt path: String) -> String? { nil }

    func ignoreEntryPlace(for path: String) -> IgnoreEntryPlace? { nil }
  }
}
