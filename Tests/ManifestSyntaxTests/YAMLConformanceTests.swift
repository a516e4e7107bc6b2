import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

/// Runs yaml-test-suite: every case is read rightly or refused with advice.
@Suite struct YAMLConformanceTests {
  @Test func `reads every case of yaml-test-suite rightly, or refuses it with advice`() throws {
    guard let suite = ConformanceSuite("yaml-test-suite") else { return }
    let files = suite.paths(in: "cases").filter { $0.hasSuffix("/in.yaml") }
    #expect(!files.isEmpty)
    var (right, refused, wrong) = (0, 0, 0)
    for file in files {
      let folder = "cases/" + file.dropLast("in.yaml".count)
      let source = SourceText(path: file, bytes: suite.bytes("cases/" + file))
      let result = YAMLParser.parse(source, mergeKeys: false, takesAnyKey: true, takesAnyTag: true)
      let mustFail = !suite.files(in: folder, suffix: "error").isEmpty
      if let error = result.errors.first {
        mustFail ? (right += 1) : (refused += 1)
        #expect(result.errors.count == 1, "\(file)")
        #expect(error.help?.isEmpty == false && !error.message.contains("\n"), "\(file)")
        #expect(error.range.utf8Offsets.upperBound <= source.bytes.count, "\(file)")
        continue
      }
      let expected = events(suite.bytes(folder + "test.event"))
      let isRight =
        !mustFail && hasValues(result, folder, suite) && self.events(result) == (expected.isEmpty ? null : expected)
      isRight ? (right += 1) : (wrong += 1)
      #expect(isRight, "\(file) is silently read wrong: \(self.events(result))")
    }
    print("yaml-test-suite: right \(right), refused with advice \(refused), silently wrong \(wrong)")
    #expect(wrong == 0)
    #expect(refused < 60, "what libyaml reads rightly must not be refused")
  }

  private var null: [String] { ["+DOC", "=VAL :", "-DOC"] }

  /// The expected events without what the tree does not keep: tags and markers of documents.
  private func events(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.split(separator: "\n").map { String($0) }.compactMap { line in
      if line == "+STR" || line == "-STR" { return nil }
      if line.hasPrefix("+DOC") || line.hasPrefix("-DOC") { return String(line.prefix(4)) }
      var words = line.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
      if let tag = words.prefix(4).firstIndex(where: { $0.hasPrefix("<") }) { words.remove(at: tag) }
      return words.joined(separator: " ")
    }
  }

  private func events(_ result: ParseResult) -> [String] {
    var events: [String] = []
    for tree in result.documents {
      events.append("+DOC")
      var open: [Node] = []
      func close(upTo parent: Node?) {
        while let last = open.last, last != parent {
          if last.place.anchor == nil { events.append(last.kind == .mapping ? "-MAP" : "-SEQ") }
          open.removeLast()
        }
      }
      for node in tree.nodes {
        close(upTo: node.parent)
        if !node.isScalar { open.append(node) }
        if node.place.anchor != nil {
          if node.parent?.place.anchor == nil { events.append("=ALI " + tree.source.string(node.place.range)) }
          continue
        }
        events.append(event(node))
      }
      close(upTo: nil)
      events.append("-DOC")
    }
    return events
  }

  private func event(_ node: Node) -> String {
    let anchor = node.anchor.map { " " + node.tree.source.string($0) } ?? ""
    let isFlow = node.style == .flow
    switch node.kind {
    case .mapping: return "+MAP" + (isFlow ? " {}" : "") + anchor
    case .sequence: return "+SEQ" + (isFlow ? " []" : "") + anchor
    default:
      let marks: [Node.Style: String] = [.singleQuoted: "'", .doubleQuoted: "\"", .literal: "|", .folded: ">"]
      var text = ""
      for scalar in node.text.unicodeScalars {
        switch scalar {
        case "\\": text += "\\\\"
        case "\0": text += "\\0"
        case "\u{8}": text += "\\b"
        case "\n": text += "\\n"
        case "\r": text += "\\r"
        case "\t": text += "\\t"
        default: text.unicodeScalars.append(scalar)
        }
      }
      return "=VAL" + anchor + " " + (marks[node.style] ?? ":") + text
    }
  }

  // MARK: - Values

  private func hasValues(_ result: ParseResult, _ folder: String, _ suite: ConformanceSuite) -> Bool {
    guard !suite.files(in: folder, suffix: "in.json").isEmpty else { return true }
    var reader = JSONValueReader(suite.bytes(folder + "in.json"))
    let values = reader.readAll()
    // A stream without documents is one that is null.
    return (values.isEmpty ? [.null] : values) == result.documents.map { value($0.root) }
  }

  private func value(_ node: Node) -> JSONValue {
    switch node.kind {
    case .null: .null
    case .boolean: .boolean(node.boolean!)
    case .integer: .number(integer(node.text))
    case .number: .number(Double(node.text.hasSuffix(".") ? node.text + "0" : node.text) ?? .nan)
    case .string: .string(Array(node.content))
    case .sequence: .array(node.items.map { value($0) })
    case .mapping:
      .object(Dictionary(node.entries.map { (Array($0.key.content), value($0.value)) }, uniquingKeysWith: { $1 }))
    }
  }

  private func integer(_ text: String) -> Double {
    if text.hasPrefix("0x") { return Double(Int(text.dropFirst(2), radix: 16)!) }
    if text.hasPrefix("0o") { return Double(Int(text.dropFirst(2), radix: 8)!) }
    return Double(text)!
  }
}

private enum JSONValue: Hashable {
  case null
  case boolean(Bool)
  case number(Double)
  case string([UInt8])
  case array([JSONValue])
  case object([[UInt8]: JSONValue])
}

/// Reads JSON texts that stand one after the other, as the suite has them.
private struct JSONValueReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func readAll() -> [JSONValue] {
    var values: [JSONValue] = []
    skipBlanks()
    while index < bytes.count {
      values.append(read())
      skipBlanks()
    }
    return values
  }

  private mutating func read() -> JSONValue {
    skipBlanks()
    switch bytes[index] {
    case UInt8(ascii: "{"): return readObject()
    case UInt8(ascii: "["):
      var items: [JSONValue] = []
      while next(unless: "]") { items.append(read()) }
      return .array(items)
    case UInt8(ascii: "\""): return .string(readString())
    default:
      let start = index
      while index < bytes.count, !" \t\r\n,]}".utf8.contains(bytes[index]) { index += 1 }
      let word = String(decoding: bytes[start..<index], as: UTF8.self)
      return word == "null"
        ? .null : word == "true" || word == "false" ? .boolean(word == "true") : .number(Double(word)!)
    }
  }

  private mutating func readObject() -> JSONValue {
    var entries: [[UInt8]: JSONValue] = [:]
    while next(unless: "}") {
      let key = readString()
      skipBlanks()
      index += 1
      entries[key] = read()
    }
    return .object(entries)
  }

  /// Goes past a bracket or comma; `false` at the end of the collection.
  private mutating func next(unless end: Unicode.Scalar) -> Bool {
    if bytes[index] != UInt8(ascii: end) { index += 1 }
    skipBlanks()
    if bytes[index] == UInt8(ascii: ",") {
      index += 1
      skipBlanks()
    }
    guard bytes[index] == UInt8(ascii: end) else { return true }
    index += 1
    return false
  }

  private mutating func readString() -> [UInt8] {
    let start = index
    index += 1
    while bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
    index += 1
    let source = SourceText(path: "x", bytes: Array(bytes[start..<index]))
    return JSONParser.parse(source).documents.first.map { Array($0.root.content) } ?? []
  }

  private mutating func skipBlanks() {
    while index < bytes.count, " \t\r\n".utf8.contains(bytes[index]) { index += 1 }
  }
}
