/// Writes values as YAML, each time in another layout: block and flow, all quotes, comments everywhere, anchors and
/// aliases, line endings, a byte order mark.
public struct YAMLNotation: Sendable {
  public var random: SeededGenerator
  /// How many comments the last text has: `# note 0`, `# note 1` and so on.
  public private(set) var commentCount = 0

  private var lines = ""
  private var anchors: [TestValue: String] = [:]
  private var anchorCount = 0
  private var hasComments = true
  private var hasAnchors = true
  private var step = 2
  private var indentsLists = true

  /// Layouts that depend on a seed.
  public init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// The text of a value.
  public mutating func text(_ value: TestValue) -> String {
    lines = ""
    anchors = [:]
    anchorCount = 0
    commentCount = 0
    hasComments = !random.once(in: 4)
    hasAnchors = random.once(in: 3)
    step = random.pick([2, 2, 4])
    indentsLists = !random.once(in: 3)
    comments(indent: 0)
    if random.once(in: 5) { lines += "---\n" }
    switch value {
    case .object(let members) where !members.isEmpty && !random.once(in: 12): block(members, indent: 0)
    case .list(let items) where !items.isEmpty && !random.once(in: 12): block(items, indent: 0)
    default: lines += flow(value, indent: 0) + trailingComment() + "\n"
    }
    comments(indent: 0)
    var text = lines
    if random.once(in: 6), text.hasSuffix("\n") { text.removeLast() }
    if random.once(in: 4) { text = text.replacing("\n", with: "\r\n") }
    return random.once(in: 8) ? "\u{FEFF}" + text : text
  }

  // MARK: Comments

  private mutating func comment() -> String {
    defer { commentCount += 1 }
    return "# note \(commentCount)" + random.pick(["", ": \"quoted\"", " [a, b] {c}", " – ünïcödé 🚗", " # and more"])
  }

  private mutating func comments(indent: Int) {
    guard hasComments else { return }
    while random.once(in: 4) {
      if random.once(in: 3) { lines += "\n" } else { lines += spaces(indent) + comment() + "\n" }
    }
  }

  private mutating func trailingComment() -> String {
    hasComments && random.once(in: 5) ? " " + comment() : ""
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: Blocks

  private mutating func block(_ members: [TestValue.Member], indent: Int, startsOnLine: Bool = false) {
    for (index, member) in members.enumerated() {
      if index > 0 || !startsOnLine {
        comments(indent: indent)
        lines += spaces(indent)
      }
      lines += key(member.key) + ":"
      write(member.value, indent: indent, isInList: false)
    }
  }

  private mutating func block(_ items: [TestValue], indent: Int, startsOnLine: Bool = false) {
    for (index, item) in items.enumerated() {
      if index > 0 || !startsOnLine {
        comments(indent: indent)
        lines += spaces(indent)
      }
      lines += "-"
      write(item, indent: indent, isInList: true)
    }
  }

  /// Writes what stands behind `key:` or `-`.
  private mutating func write(_ value: TestValue, indent: Int, isInList: Bool) {
    if let anchor = anchors[value], random.once(in: 2) {
      lines += " *\(anchor)" + trailingComment() + "\n"
      return
    }
    var anchor = ""
    if hasAnchors, random.once(in: 5) {
      anchorCount += 1
      anchor = " &a\(anchorCount)"
    }
    let name = anchor.isEmpty ? nil : "a\(anchorCount)"
    // A value can be used again only behind the place where it ends.
    defer { if let name { anchors[value] = name } }
    switch value {
    case .object(let members) where !members.isEmpty && !random.once(in: 5):
      if isInList, anchor.isEmpty, !random.once(in: 6) {
        lines += " "
        block(members, indent: indent + 2, startsOnLine: true)
      } else {
        lines += anchor + trailingComment() + "\n"
        block(members, indent: indent + step)
      }
    case .list(let items) where !items.isEmpty && !random.once(in: 3):
      lines += anchor + trailingComment() + "\n"
      block(items, indent: isInList || indentsLists ? indent + step : indent)
    case .string(let text): scalar(text, anchor: anchor, indent: indent + step)
    default: lines += anchor + " " + flow(value, indent: indent + step) + trailingComment() + "\n"
    }
  }

  private mutating func key(_ key: String) -> String {
    if !Self.canStandPlain(key, inFlow: true) || random.once(in: 12) {
      return random.once(in: 2) || key.contains("'") ? TestValue.quoted(key) : "'\(key)'"
    }
    return key
  }

  // MARK: Scalars

  private mutating func scalar(_ text: String, anchor: String, indent: Int) {
    let isTextOfLines =
      !text.isEmpty && text.first != " " && text.first != "\n" && text.first != "\t"
      && text.unicodeScalars.allSatisfy { $0 == "\n" || Self.isPrintable($0) }
    if isTextOfLines, !text.hasSuffix(" "), text.contains("\n") || random.once(in: 10) {
      let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
      if !body.hasSuffix("\n"), !body.isEmpty {
        lines += anchor + (text.hasSuffix("\n") ? " |" : " |-") + trailingComment() + "\n"
        for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
          lines += line.isEmpty ? "\n" : spaces(indent) + line + "\n"
        }
        return
      }
    }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    if isTextOfLines, words.count > 2, !text.contains("\n"), !words.contains(""), random.once(in: 5) {
      let middle = words.count / 2
      lines += anchor + " >-" + trailingComment() + "\n"
      lines += spaces(indent) + words[..<middle].joined(separator: " ") + "\n"
      lines += spaces(indent) + words[middle...].joined(separator: " ") + "\n"
      return
    }
    lines += anchor + " " + inline(text, inFlow: false) + trailingComment() + "\n"
  }

  private mutating func inline(_ text: String, inFlow: Bool) -> String {
    let canBePlain = Self.canStandPlain(text, inFlow: inFlow)
    if canBePlain, !random.once(in: 3) { return text }
    if text.unicodeScalars.allSatisfy(Self.isPrintable), random.once(in: 2) {
      return "'" + text.replacing("'", with: "''") + "'"
    }
    return TestValue.quoted(text)
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && ![0x2028, 0x2029, 0xFEFF].contains(scalar.value)
  }

  /// Whether a text is the same without quotes, also to readers of YAML 1.1.
  private static func canStandPlain(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || (first == "$" && !inFlow) else {
      return false
    }
    let forbidden: [Unicode.Scalar] = inFlow ? ["\"", "'", ",", "[", "]", "{", "}", ":"] : ["\"", "'"]
    guard text.unicodeScalars.allSatisfy({ isPrintable($0) && !forbidden.contains($0) }) else { return false }
    if text.contains(": ") || text.contains(" #") || text.hasSuffix(":") || text.hasSuffix(" ") { return false }
    return !["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(text.lowercased())
  }

  // MARK: Flow

  /// A value in brackets or quotes; lines after the first are indented.
  private mutating func flow(_ value: TestValue, indent: Int) -> String {
    let hasLines = random.once(in: 4)
    func separator() -> String { hasLines ? "\n" + spaces(indent + 2) : " " }
    switch value {
    case .list(let items) where !items.isEmpty:
      var text = "[" + (hasLines ? separator() : "")
      for (index, item) in items.enumerated() {
        text += flow(item, indent: indent + 2)
        if index < items.count - 1 { text += "," + (hasLines ? trailingComment() : "") + separator() }
      }
      return text + (hasLines ? (random.once(in: 2) ? "," : "") + trailingComment() + "\n" + spaces(indent) : "") + "]"
    case .object(let members) where !members.isEmpty:
      var text = "{" + separator()
      for (index, member) in members.enumerated() {
        text += key(member.key) + ": " + flow(member.value, indent: indent + 2)
        if index < members.count - 1 { text += "," + (hasLines ? trailingComment() : "") + separator() }
      }
      return text + (hasLines ? trailingComment() + "\n" + spaces(indent) : " ") + "}"
    case .string(let text): return inline(text, inFlow: true)
    default: return value.json
    }
  }
}
