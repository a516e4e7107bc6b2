public import ManifestText

/// Makes out what it can of a text that is not well-formed, for whoever helps to write it.
///
/// It goes by indentation and brackets, takes a half-typed word for a key where keys stand, and closes what is left
/// open. What it says of a text that is well-formed is what the real parsers say, as far as the shape goes; but nothing
/// is judged by it.
public enum LenientParser {
  /// The documents of a text, at least one.
  public static func parse(_ source: SourceText, _ language: SyntaxTree.Language) -> [SyntaxTree] {
    var scanner = LenientScanner(source, language)
    return scanner.trees()
  }
}

/// Goes over the bytes once, line by line outside of brackets.
struct LenientScanner {
  /// An open collection.
  private struct Level {
    enum Kind {
      case blockMapping, blockSequence, flowMapping, flowSequence
    }

    var kind: Kind
    /// Where its keys or dashes stand; in brackets, of the innermost collection outside of them.
    var column: Int
    /// Whether the next node is the value of a key, or an item whose dash has been seen.
    var expectsValue = false
    /// In braces, whether the colon has been seen.
    var hasColon = false

    var isMapping: Bool { kind == .blockMapping || kind == .flowMapping }
  }

  private let source: SourceText
  private let language: SyntaxTree.Language
  private let bytes: [UInt8]
  private var builder: TreeBuilder
  private var builders: [TreeBuilder] = []
  private var levels: [Level] = []
  private var index: Int
  private var lineStart: Int
  /// Where the last token ends.
  private var tokenEnd: Int
  private var anchor: TextRange?

  private static let deepest = 256
  private static let mostAliasNodes = 10_000

  init(_ source: SourceText, _ language: SyntaxTree.Language) {
    self.source = source
    self.language = language
    bytes = source.bytes
    builder = Self.makeBuilder(source, language)
    index = source.byteOrderMarkLength
    lineStart = index
    tokenEnd = index
  }

  private static func makeBuilder(_ source: SourceText, _ language: SyntaxTree.Language) -> TreeBuilder {
    TreeBuilder(
      source, language: language, aliasBudget: mostAliasNodes, nestingLimit: deepest, mergeKeys: false)
  }

  mutating func trees() -> [SyntaxTree] {
    if language == .json {
      while index < bytes.count, bytes[index] != UInt8(ascii: "{"), bytes[index] != UInt8(ascii: "[") { index += 1 }
      if index < bytes.count { flow() }
    } else {
      while index < bytes.count { line() }
    }
    finishDocument(isLast: true)
    return builders.enumerated().map { number, builder in
      SyntaxTree(builder, documentIndex: builders.count > 1 ? number : nil)
    }
  }

  private mutating func finishDocument(isLast: Bool = false) {
    while !levels.isEmpty { close() }
    anchor = nil
    if builder.isEmpty {
      guard isLast, builders.isEmpty else { return }
      builder.scalar(.null, at: range(tokenEnd, tokenEnd), style: .plain)
    }
    builders.append(builder)
    builder = Self.makeBuilder(source, language)
  }
}

// MARK: - Bytes

extension LenientScanner {
  private func range(_ start: Int, _ end: Int) -> TextRange { TextRange(utf8Offsets: start..<max(start, end)) }

  private func isBreak(_ index: Int) -> Bool {
    index >= bytes.count || bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r")
  }

  private func isBlank(_ index: Int) -> Bool {
    index < bytes.count && (bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t"))
  }

  private func isBlankOrBreak(_ index: Int) -> Bool { isBreak(index) || isBlank(index) }

  private func isFlowIndicator(_ index: Int) -> Bool { index < bytes.count && ",[]{}".utf8.contains(bytes[index]) }

  private func isQuote(_ index: Int) -> Bool {
    index < bytes.count && (bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'"))
  }

  private func isComment(_ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if language == .json {
      return bytes[index] == UInt8(ascii: "/") && index + 1 < bytes.count && "/*".utf8.contains(bytes[index + 1])
    }
    return bytes[index] == UInt8(ascii: "#") && (index == 0 || isBlankOrBreak(index - 1))
  }

  private func isDash(_ index: Int) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: "-") && isBlankOrBreak(index + 1)
  }

  private func isMarker(_ index: Int) -> Bool {
    guard index + 3 <= bytes.count, isBlankOrBreak(index + 3) else { return false }
    return ["---", "..."].contains { bytes[index..<index + 3].elementsEqual($0.utf8) }
  }

  private func afterBlanks(_ start: Int) -> Int {
    var index = start
    while isBlank(index) { index += 1 }
    return index
  }

  private func endOfLine(_ start: Int) -> Int {
    var index = start
    while !isBreak(index) { index += 1 }
    return index
  }

  /// The start of the line after the break at an offset.
  private func afterBreak(_ index: Int) -> Int {
    guard index < bytes.count else { return index }
    let isPair = bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
    return index + (isPair ? 2 : 1)
  }

  private mutating func skipLine() {
    index = afterBreak(endOfLine(index))
    lineStart = index
  }

  private func trimmingBlanks(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, isBlank(end - 1) { end -= 1 }
    return end
  }
}

// MARK: - Lines

extension LenientScanner {
  private mutating func line() {
    lineStart = index
    index = afterBlanks(index)
    if isBreak(index) || isComment(index) { return skipLine() }
    if index == lineStart {
      if isMarker(index) {
        finishDocument()
        index = afterBlanks(index + 3)
        if isBreak(index) || isComment(index) { return skipLine() }
      } else if bytes[index] == UInt8(ascii: "%"), builder.isEmpty {
        return skipLine()
      }
    }
    while isDash(index) {
      guard openItem(column: index - lineStart) else { return skipLine() }
      tokenEnd = index + 1
      index = afterBlanks(index + 1)
      if isBreak(index) || isComment(index) { return skipLine() }
    }
    entry(column: index - lineStart)
    skipLine()
  }

  /// Closes the collections that a line at a column cannot belong to.
  private mutating func closeLevels(beyond column: Int, isDash: Bool) {
    while levels.count > 1 || (levels.count == 1 && levels[0].column >= column), let top = levels.last {
      let parent = levels.dropLast().last
      if top.column < column { return }
      if top.column == column {
        switch top.kind {
        case .blockSequence where isDash: return
        case .blockSequence: if parent?.kind != .blockMapping || parent?.column != column { return }
        default: if !isDash || top.expectsValue { return }
        }
      } else if !isDash, top.isMapping, let parent, parent.column < column {
        // Indented by a little too little.
        return
      }
      if levels.count == 1 { return }
      close()
    }
  }

  private mutating func close() {
    guard let top = levels.popLast() else { return }
    if top.expectsValue { null(at: tokenEnd) }
    // Nothing is merged here, so nothing can fail.
    try? builder.end(at: TextPosition(utf8Offset: tokenEnd))
  }

  private mutating func null(at offset: Int) {
    builder.scalar(.null, at: range(offset, offset), style: .plain)
    applyProperties()
  }

  private mutating func begin(_ kind: Level.Kind, column: Int, at start: Int, style: Node.Style) {
    if let top = levels.indices.last { levels[top].expectsValue = false }
    let isMapping = kind == .blockMapping || kind == .flowMapping
    builder.begin(isMapping ? .mapping : .sequence, at: TextPosition(utf8Offset: start), style: style)
    applyProperties()
    levels.append(Level(kind: kind, column: column))
  }

  private mutating func applyProperties() {
    guard let anchor else { return }
    builder.setProperties(anchor: anchor, tag: nil)
    self.anchor = nil
  }

  /// Takes note of a dash; says whether an item can stand there.
  private mutating func openItem(column: Int) -> Bool {
    closeLevels(beyond: column, isDash: true)
    guard let top = levels.last else {
      if !builder.isEmpty { return false }
      begin(.blockSequence, column: column, at: index, style: .block)
      levels[0].expectsValue = true
      return true
    }
    if top.kind == .blockSequence, !(top.expectsValue && column > top.column) {
      if top.expectsValue { null(at: tokenEnd) }
    } else {
      guard top.expectsValue, levels.count < Self.deepest else { return false }
      begin(.blockSequence, column: column, at: index, style: .block)
    }
    levels[levels.count - 1].expectsValue = true
    return true
  }

  /// Reads a key with its value, or a value.
  private mutating func entry(column: Int) {
    closeLevels(beyond: column, isDash: false)
    let isKey = colonBehindKey(at: index) != nil
    guard let top = levels.last else {
      if !builder.isEmpty { return }
      if isKey || !"{[|>*&!".utf8.contains(bytes[index]) {
        begin(.blockMapping, column: column, at: index, style: .block)
        key()
      } else {
        value()
      }
      return
    }
    switch top.kind {
    case .blockMapping where top.expectsValue && column > top.column: nested(column, isKey: isKey)
    case .blockMapping:
      // What goes on with the text of the line before has no colon.
      if !isKey, column > top.column { return }
      if top.expectsValue {
        null(at: tokenEnd)
        levels[levels.count - 1].expectsValue = false
      }
      key()
    case .blockSequence where top.expectsValue || column == top.column: nested(column, isKey: isKey)
    default: if isKey { nested(column, isKey: true) }
    }
  }

  /// Reads what stands where a value or an item is expected.
  private mutating func nested(_ column: Int, isKey: Bool) {
    guard isKey || isHalfKey(column) else { return value() }
    guard levels.count < Self.deepest else { return }
    begin(.blockMapping, column: column, at: index, style: .block)
    key()
  }

  /// Whether a word without a colon is a key that is being typed, since keys follow below it.
  private func isHalfKey(_ column: Int) -> Bool {
    if isFlowIndicator(index) || "|>*&!".utf8.contains(bytes[index]) { return false }
    var next = afterBreak(endOfLine(index))
    while next < bytes.count {
      let start = next
      next = afterBlanks(next)
      if !isBreak(next), !isComment(next) { return next - start == column && colonBehindKey(at: next) != nil }
      next = afterBreak(endOfLine(next))
    }
    return false
  }

  /// The offset of the colon behind a key that begins at an offset; `nil` if no key begins there.
  private func colonBehindKey(at start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "!") {
      while !isBlankOrBreak(index) { index += 1 }
      index = afterBlanks(index)
    }
    guard index < bytes.count, bytes[index] != UInt8(ascii: "{"), bytes[index] != UInt8(ascii: "[") else { return nil }
    if isQuote(index) {
      guard let end = endOfQuoted(index, onOneLine: true) else { return nil }
      index = afterBlanks(end)
      return index < bytes.count && bytes[index] == UInt8(ascii: ":") && isBlankOrBreak(index + 1) ? index : nil
    }
    while !isBreak(index), !isComment(index) {
      if bytes[index] == UInt8(ascii: ":"), isBlankOrBreak(index + 1) { return index }
      index += 1
    }
    return nil
  }

  private mutating func key() {
    if bytes[index] == UInt8(ascii: "?"), isBlank(index + 1) { index = afterBlanks(index + 1) }
    let colon = colonBehindKey(at: index)
    properties()
    if index >= (colon ?? endOfLine(index)) {
      null(at: index)
    } else if bytes[index] == UInt8(ascii: "*") {
      alias()
    } else if isQuote(index) {
      quoted()
    } else {
      plain(upTo: trimmingBlanks(index, colon ?? endOfPlain(index)))
    }
    levels[levels.count - 1].expectsValue = true
    guard let colon else { return }
    tokenEnd = colon + 1
    index = afterBlanks(colon + 1)
    if !isBreak(index), !isComment(index) { value() }
  }

  /// Reads what belongs to the innermost collection, or is the root.
  private mutating func value() {
    properties()
    // Behind an anchor, the value may begin on the next line.
    if isBreak(index) || isComment(index) { return }
    let top = levels.indices.last
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): flow()
    case UInt8(ascii: "|"), UInt8(ascii: ">"): block()
    case UInt8(ascii: "*"): alias()
    default: if isQuote(index) { quoted() } else { text() }
    }
    if let top, top < levels.count { levels[top].expectsValue = false }
  }
}

// MARK: - Scalars

extension LenientScanner {
  private mutating func properties() {
    while index < bytes.count, bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "!") {
      let start = index
      while !isBlankOrBreak(index), !isFlowIndicator(index) { index += 1 }
      if bytes[start] == UInt8(ascii: "&") { anchor = range(start, index) }
      tokenEnd = index
      index = afterBlanks(index)
    }
  }

  private mutating func alias() {
    let start = index
    index += 1
    while !isBlankOrBreak(index), !isFlowIndicator(index) { index += 1 }
    tokenEnd = index
    anchor = nil
    do throws(AliasError) {
      try builder.alias(at: range(start, index))
    } catch {
      builder.scalar(.null, at: range(start, index), style: .plain)
    }
  }

  /// Where a text without quotes ends that is not in brackets.
  private func endOfPlain(_ start: Int) -> Int {
    var end = start
    while !isBreak(end), end == start || !isComment(end) { end += 1 }
    return trimmingBlanks(start, end)
  }

  private mutating func plain(upTo end: Int) {
    let end = max(end, min(index + 1, bytes.count))
    builder.scalar(ScalarResolution.kind(of: bytes, index..<end), at: range(index, end), style: .plain)
    applyProperties()
    index = end
    tokenEnd = end
  }

  /// Reads a text without quotes that may go on in the next lines.
  private mutating func text() {
    let start = index
    let column = levels.last?.column ?? -1
    let firstEnd = endOfPlain(start)
    var end = firstEnd
    while isBreak(afterBlanks(end)), end < bytes.count {
      var lineStart = afterBreak(afterBlanks(end))
      while lineStart < bytes.count, isBreak(afterBlanks(lineStart)) { lineStart = afterBreak(afterBlanks(lineStart)) }
      let next = afterBlanks(lineStart)
      guard next < bytes.count, next - lineStart > column, !isComment(next), !isDash(next),
        colonBehindKey(at: next) == nil
      else { break }
      end = endOfPlain(next)
    }
    if end == firstEnd { return plain(upTo: end) }
    let pieces = ScalarPieces(bytes, start..<end, style: .plain, language: language, content: [])
    builder.scalar(.string, at: range(start, end), style: .plain, content: pieces.content)
    applyProperties()
    index = end
    tokenEnd = end
  }

  private mutating func quoted() {
    let start = index
    let style: Node.Style = bytes[start] == UInt8(ascii: "'") ? .singleQuoted : .doubleQuoted
    let closed = endOfQuoted(start, onOneLine: language == .json)
    let end = closed ?? trimmingBlanks(start + 1, endOfLine(start))
    let whole = start..<end
    if closed != nil,
      !bytes[start + 1..<end - 1].contains(where: { $0 == 0x5C || $0 == 0x0A || $0 == 0x0D || $0 == 0x27 })
    {
      builder.scalar(.string, at: range(start, end), style: style)
    } else {
      let inner = closed == nil ? start..<end + 1 : whole
      let pieces = ScalarPieces(bytes, inner, style: style, language: language, content: [])
      builder.scalar(.string, at: range(start, end), style: style, content: pieces.content)
    }
    applyProperties()
    index = end
    tokenEnd = end
  }

  /// Where a text in quotes ends, the quote included; `nil` if it is not closed.
  ///
  /// A text of several lines is taken for one that is not closed where a key or an item of the collection around it
  /// follows.
  private func endOfQuoted(_ start: Int, onOneLine: Bool) -> Int? {
    let quote = bytes[start]
    let column = levels.last?.column ?? -1
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote {
        if quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote {
          index += 2
          continue
        }
        return index + 1
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), !isBreak(index + 1) {
        index += 2
      } else if isBreak(index) {
        if onOneLine { return nil }
        index = afterBreak(index)
        if isStructure(index, upToColumn: column) { return nil }
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Whether a line begins a key, an item or a document no deeper than a column.
  private func isStructure(_ lineStart: Int, upToColumn column: Int) -> Bool {
    let start = afterBlanks(lineStart)
    if isBreak(start) { return false }
    if start == lineStart, isMarker(start) { return true }
    return start - lineStart <= column && (isDash(start) || colonBehindUnquotedKey(at: start))
  }

  private func colonBehindUnquotedKey(at start: Int) -> Bool {
    if isQuote(start) { return false }
    return colonBehindKey(at: start) != nil
  }

  private mutating func block() {
    let start = index
    let parent = levels.last?.column ?? -1
    let header = trimmingBlanks(start, endOfLine(start))
    var end = header
    var next = afterBreak(endOfLine(start))
    var indentation: Int?
    var lines: [Range<Int>] = []
    while next < bytes.count {
      let text = afterBlanks(next)
      let lineEnd = endOfLine(text)
      if !isBreak(text) {
        if text - next <= parent { break }
        if indentation == nil { indentation = text - next }
        end = trimmingBlanks(text, lineEnd)
        lines.append(min(next + (indentation ?? 0), text)..<lineEnd)
      } else {
        lines.append(text..<text)
      }
      next = afterBreak(lineEnd)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    let isLiteral = bytes[start] == UInt8(ascii: "|")
    builder.scalar(
      .string, at: range(start, end), style: isLiteral ? .literal : .folded,
      content: content(of: lines, isLiteral: isLiteral, isStripped: bytes[start..<header].contains(UInt8(ascii: "-"))))
    applyProperties()
    tokenEnd = end
    // The rest of the last line is skipped by whoever called.
    index = end
  }

  /// What the lines of a block are together.
  private func content(of lines: [Range<Int>], isLiteral: Bool, isStripped: Bool) -> [UInt8] {
    var content: [UInt8] = []
    var isAfterText = false
    for line in lines {
      if line.isEmpty {
        content.append(UInt8(ascii: "\n"))
        if isLiteral || !isAfterText { continue }
        isAfterText = false
        continue
      }
      if !content.isEmpty, isLiteral || isAfterText {
        content.append(isLiteral ? UInt8(ascii: "\n") : UInt8(ascii: " "))
      }
      content.append(contentsOf: bytes[line])
      isAfterText = true
    }
    return isStripped || lines.isEmpty ? content : content + [UInt8(ascii: "\n")]
  }
}

// MARK: - Brackets

extension LenientScanner {
  private mutating func flow() {
    let outside = levels.count
    let column = levels.last?.column ?? -1
    openBracket(column)
    while index < bytes.count, levels.count > outside {
      if isBlank(index) {
        index += 1
      } else if isBreak(index) {
        index = afterBreak(index)
        lineStart = index
        if language == .yaml, isStructure(index, upToColumn: column) {
          while levels.count > outside { close() }
          // The line is read once more, from its start.
          index = trimmingBreak(index)
          return
        }
      } else if isComment(index) {
        index = endOfLine(index)
      } else {
        token(column, outside)
      }
    }
    while levels.count > outside { close() }
  }

  /// The end of the line before a line.
  private func trimmingBreak(_ lineStart: Int) -> Int {
    var end = lineStart
    if end > 0, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > 0, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  private mutating func openBracket(_ column: Int) {
    let isMapping = bytes[index] == UInt8(ascii: "{")
    if levels.count < Self.deepest * 2 {
      prepareForCollection()
      begin(isMapping ? .flowMapping : .flowSequence, column: column, at: index, style: .flow)
    }
    index += 1
    tokenEnd = index
  }

  /// A collection where a key belongs gets a key without text.
  private mutating func prepareForCollection() {
    guard let top = levels.indices.last, levels[top].kind == .flowMapping, !levels[top].expectsValue else { return }
    builder.scalar(.null, at: range(index, index), style: .plain)
  }

  private mutating func token(_ column: Int, _ outside: Int) {
    let top = levels.count - 1
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): openBracket(column)
    case UInt8(ascii: "}"): closeBracket(.flowMapping, outside)
    case UInt8(ascii: "]"): closeBracket(.flowSequence, outside)
    case UInt8(ascii: ","):
      if levels[top].expectsValue { null(at: tokenEnd) }
      levels[top].expectsValue = false
      levels[top].hasColon = false
      index += 1
    case UInt8(ascii: ":"):
      if levels[top].isMapping {
        if !levels[top].expectsValue { null(at: index) }
        levels[top].expectsValue = true
        levels[top].hasColon = true
        tokenEnd = index + 1
      }
      index += 1
    case UInt8(ascii: "&") where language == .yaml, UInt8(ascii: "!") where language == .yaml:
      let start = index
      properties()
      if index == start { index += 1 }
    default: scalar(top)
    }
  }

  private mutating func closeBracket(_ kind: Level.Kind, _ outside: Int) {
    if let match = levels.lastIndex(where: { $0.kind == kind }), match >= outside {
      while levels.count > match + 1 { close() }
      tokenEnd = index + 1
      if levels[match].expectsValue { null(at: index) }
      levels[match].expectsValue = false
      close()
    }
    index += 1
  }

  /// Reads a key or a value in brackets.
  private mutating func scalar(_ top: Int) {
    let end = isQuote(index) ? nil : endOfFlowPlain(index)
    if levels[top].isMapping {
      let after = afterBlanks(end ?? endOfQuoted(index, onOneLine: language == .json) ?? endOfLine(index))
      let isKey = after < bytes.count && bytes[after] == UInt8(ascii: ":")
      if levels[top].expectsValue, isKey || !levels[top].hasColon {
        // The key before has no value.
        null(at: tokenEnd)
        levels[top].expectsValue = false
      }
      levels[top].hasColon = false
    }
    let isKey = levels[top].isMapping && !levels[top].expectsValue
    if bytes[index] == UInt8(ascii: "*"), language == .yaml {
      alias()
    } else if let end {
      plain(upTo: end)
    } else {
      quoted()
    }
    levels[top].expectsValue = isKey
  }

  /// Where a text without quotes ends that stands in brackets.
  private func endOfFlowPlain(_ start: Int) -> Int {
    var end = start
    while !isBreak(end) {
      if bytes[end] == UInt8(ascii: "$"), end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "{") {
        // A variable, which YAML would not take without quotes.
        var close = end + 2
        while !isBreak(close), bytes[close] != UInt8(ascii: "}"), bytes[close] != UInt8(ascii: "{") { close += 1 }
        if !isBreak(close), bytes[close] == UInt8(ascii: "}") {
          end = close + 1
          continue
        }
      }
      if isFlowIndicator(end) || (end > start && isComment(end)) { break }
      if bytes[end] == UInt8(ascii: ":"), isBlankOrBreak(end + 1) || isFlowIndicator(end + 1) || language == .json {
        break
      }
      if language == .json, end > start, isQuote(end) { break }
      end += 1
    }
    return max(trimmingBlanks(start, end), min(start + 1, bytes.count))
  }
}
