import ManifestText

/// Says in words what libyaml could not read, by a look at the text around the place.
struct YAMLFailureReader {
  let bytes: [UInt8]
  /// libyaml's words for what went wrong, and where.
  let problem: String
  let place: Int
  /// libyaml's words for what it was reading, and where that begins.
  let context: String
  let contextPlace: Int
  /// The end of the last token that was read.
  let tokenEnd: Int
  /// The collections that are open there, as far as events have told.
  let levels: [YAMLComposer.Level]
  /// Where the value of the document before stands, if nothing of another has been read.
  let root: TextRange?
  /// Whether `...` stands before.
  let hasEndMarker: Bool

  /// The error.
  var error: SyntaxError {
    switch problem {
    case "could not find expected ':'": keyWithoutColon
    case "mapping values are not allowed in this context": misplacedColon
    case "block sequence entries are not allowed in this context": misplacedDash
    case "mapping keys are not allowed in this context":
      SyntaxError(
        "'?' cannot stand here", at: range(place, place + 1),
        help: "write the value in quotes, or '?' on a line of its own")
    case "found character that cannot start any token": badStart
    case "did not find expected alphabetic or numeric character": badAnchor
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      tab
    case "found unexpected ':'": colonInBrackets
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": brackets
    case "did not find expected node content": missingValue
    case "did not find expected key", "did not find expected '-' indicator": misplacedLine
    case "did not find expected <document start>": secondValue
    case "found undefined tag handle":
      SyntaxError(
        "tag handle is not defined", at: range(place, wordEnd(place)),
        help: "define it by a line '%TAG' before '---', write the tag in full as '!<…>', or write the value in quotes")
    default: quotedError ?? blockError ?? directiveError ?? tagError ?? unknown
    }
  }

  private var unknown: SyntaxError {
    SyntaxError("this is not YAML", at: range(place, place + 1), help: "write the value in quotes")
  }
}

// MARK: - Looking around

extension YAMLFailureReader {
  private func range(_ start: Int, _ end: Int) -> TextRange {
    let start = min(start, bytes.count)
    var end = min(max(end, start), bytes.count)
    while end < bytes.count, end > start, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return TextRange(utf8Offsets: start..<end)
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : UInt8(ascii: "\n") }

  private func isBreak(_ index: Int) -> Bool {
    byte(index) == UInt8(ascii: "\n") || byte(index) == UInt8(ascii: "\r")
  }

  /// The line break that a line, which is not the first, follows.
  private func lineBreak(before lineStart: Int) -> String {
    if byte(lineStart - 1) == UInt8(ascii: "\r") { return "\r" }
    return lineStart > 1 && byte(lineStart - 2) == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }

  private func isBlank(_ index: Int) -> Bool {
    byte(index) == UInt8(ascii: " ") || byte(index) == UInt8(ascii: "\t")
  }

  private func isQuote(_ index: Int) -> Bool {
    byte(index) == UInt8(ascii: "\"") || byte(index) == UInt8(ascii: "'")
  }

  private func lineStart(_ index: Int) -> Int {
    var index = min(index, bytes.count)
    while index > 0, !isBreak(index - 1) { index -= 1 }
    return index == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : index
  }

  private func lineEnd(_ index: Int) -> Int {
    var index = index
    while index < bytes.count, !isBreak(index) { index += 1 }
    return index
  }

  /// The end of the text on a line, without a comment and the blanks before it.
  private func textEnd(_ start: Int) -> Int {
    var index = start
    var end = start
    while index < bytes.count, !isBreak(index) {
      if bytes[index] == UInt8(ascii: "#"), index > start, isBlank(index - 1) { break }
      index += 1
      if !isBlank(index - 1) { end = index }
    }
    return end
  }

  private func wordEnd(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, !isBreak(index), !isBlank(index) { index += 1 }
    return index
  }

  /// Where the text of a line begins.
  private func textStart(_ lineStart: Int) -> Int {
    var index = lineStart
    while index < bytes.count, isBlank(index) { index += 1 }
    return index
  }

  /// Whether only blanks stand before an offset on its line.
  private func isFirst(_ index: Int) -> Bool { textStart(lineStart(index)) >= index }

  private func column(_ index: Int) -> Int { index - lineStart(index) }

  /// The start of the last line before that has text other than a comment.
  private func textBefore(_ index: Int) -> Int? {
    var start = lineStart(index)
    while start > 0 {
      start = lineStart(
        start - (start > 1 && byte(start - 1) == UInt8(ascii: "\n") && byte(start - 2) == UInt8(ascii: "\r") ? 2 : 1))
      let text = textStart(start)
      if !isBreak(text), byte(text) != UInt8(ascii: "#") { return text }
    }
    return nil
  }

  /// The first `:` of a line that ends a key.
  private func keyColon(_ start: Int, before end: Int) -> Int? {
    var index = start
    while index < end, index < bytes.count, !isBreak(index) {
      if isQuote(index), index == start || isBlank(index - 1) {
        guard let end = quotedEnd(index, before: end) else { return nil }
        index = end
      } else if byte(index) == UInt8(ascii: ":"), isBlank(index + 1) || isBreak(index + 1) {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  /// What follows the closing quote of a text in quotes; `nil` if it does not end on its line.
  private func quotedEnd(_ start: Int, before end: Int) -> Int? {
    let quote = bytes[start]
    let escape = quote == UInt8(ascii: "'") ? quote : UInt8(ascii: "\\")
    var index = start + 1
    while index < min(end, bytes.count), !isBreak(index) {
      if bytes[index] == escape, quote != escape || byte(index + 1) == quote {
        index += 2
      } else if bytes[index] == quote {
        return index + 1
      } else {
        index += 1
      }
    }
    return nil
  }

  /// What follows the `- ` and `? ` that a line begins with.
  private func itemStart(_ start: Int) -> Int {
    var start = start
    while byte(start) == UInt8(ascii: "-") || byte(start) == UInt8(ascii: "?"), isBlank(start + 1) {
      start = textStart(start + 1)
    }
    return start
  }

  /// The fix that puts a plain value in double quotes; `nil` where that would not be all.
  private func quoting(_ start: Int, _ end: Int) -> FixIt? {
    guard start < end, end <= bytes.count, !isContinued(start, end) else { return nil }
    let text = bytes[start..<end]
    if text.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < UInt8(ascii: " ") }) {
      return nil
    }
    return FixIt(
      "put the value in double quotes", safety: .safe,
      edits: [
        TextEdit(range: range(start, start), replacement: "\""), TextEdit(range: range(end, end), replacement: "\""),
      ])
  }

  /// Whether a value that ends its line goes on below, as what is indented by more than its key does.
  private func isContinued(_ start: Int, _ end: Int) -> Bool {
    guard textEnd(start) == end else { return false }
    var next = lineEnd(end)
    while next < bytes.count, isBreak(next) || isBlank(next) { next += 1 }
    return next < bytes.count && column(next) > column(itemStart(textStart(lineStart(start))))
  }

  private func spaces(_ count: Int) -> String { SyntaxError.spaces(count) }

  /// The end of a value in brackets.
  private func flowValueEnd(_ start: Int) -> Int {
    let limit = textEnd(start)
    var index = start
    while index < limit, ![UInt8](",]}".utf8).contains(bytes[index]) { index += 1 }
    while index > start, isBlank(index - 1) { index -= 1 }
    return index
  }
}

// MARK: - Keys and values

extension YAMLFailureReader {
  private var keyWithoutColon: SyntaxError {
    let start = contextPlace
    let end = textEnd(start)
    if isQuote(start), place > lineEnd(start), quotedEnd(start, before: end) == nil {
      return SyntaxError(
        "a key in quotes runs over several lines", at: range(start, end), help: "write the key on one line")
    }
    if place - start > 1024, keyColon(start, before: end) != nil {
      return SyntaxError(
        "a key is longer than 1024 characters", at: range(start, start + 1), help: "write a shorter key")
    }
    if byte(start) == UInt8(ascii: "-"), !isBlank(start + 1), tokenEnd > 0 {
      return SyntaxError(
        "no space after '-'", at: range(start, start + 1), help: "write a space after the '-' of a list item")
    }
    let isFirstHere = isFirst(start)
    if isFirstHere, byte(start) == UInt8(ascii: "&") || byte(start) == UInt8(ascii: "!") {
      return SyntaxError(
        "an anchor or a tag where a key is expected", at: range(start, wordEnd(start)),
        help: "write it on the line of the key, or indent it")
    }
    if isFirstHere, levels.last(where: { !$0.isFlow && $0.indent == column(start) })?.kind == .blockSequence,
      glued(start, end) == nil
    {
      return SyntaxError("a list item without '-'", at: range(start, end), help: "write '- ' before it")
    }
    if let colon = glued(start, end) { return gluedColon(colon) }
    return SyntaxError(
      "a key is expected here, and no ':' follows", at: range(start, end),
      help:
        "write ':' and a value after it; to continue the value above, indent it by more than \(spaces(column(start)))")
  }

  private func gluedColon(_ colon: Int) -> SyntaxError {
    SyntaxError(
      "no space after ':'", at: range(colon, colon + 1), help: "write a space between ':' and the value",
      fixIt: FixIt(
        "write a space after ':'", safety: .safe,
        edits: [TextEdit(range: range(colon + 1, colon + 1), replacement: " ")]))
  }

  /// The `:` of a key whose value follows at once, as in `name:value` or `"name":value`.
  private func glued(_ start: Int, _ end: Int) -> Int? {
    var index = start
    if isQuote(start) {
      guard let quotedEnd = quotedEnd(start, before: end), byte(quotedEnd) == UInt8(ascii: ":") else { return nil }
      index = quotedEnd
    } else if byte(start) == UInt8(ascii: "{") || byte(start) == UInt8(ascii: "[") {
      return nil
    }
    while index < end, !isBlank(index) {
      if bytes[index] == UInt8(ascii: ":"), index > start, byte(index + 1) != UInt8(ascii: "/") {
        return isBlank(index + 1) || isBreak(index + 1) ? nil : index
      }
      index += 1
    }
    return nil
  }

  private var misplacedColon: SyntaxError {
    let start = lineStart(place)
    let text = itemStart(textStart(start))
    let colon = range(place, place + 1)
    if text >= place {
      return SyntaxError("no key before ':'", at: colon, help: "write the key; an empty one as \"\"")
    }
    if column(text) == 0, bytes[text...].starts(with: "---".utf8), isBlank(text + 3) {
      return SyntaxError(
        "a mapping cannot begin on the line of '---'", at: colon, help: "begin it on the next line")
    }
    if let first = keyColon(text, before: place) {
      let value = textStart(first + 1)
      let isQuoted = isQuote(value)
      let isBracket = byte(value) == UInt8(ascii: "[") || byte(value) == UInt8(ascii: "{")
      return SyntaxError(
        isQuoted
          ? "a ':' after a value in quotes"
          : isBracket ? "a ':' after a value in brackets" : "a ': ' inside a value without quotes", at: colon,
        help: "put the whole value in quotes, or begin the key on a line of its own",
        notes: [Note("the value begins here", at: range(value, value + 1))],
        fixIt: isQuoted || isBracket ? nil : quoting(value, textEnd(value)))
    }
    if place - text > 1024 {
      return SyntaxError(
        "a key is longer than 1024 characters", at: range(text, text + 1), help: "write a shorter key")
    }
    guard let before = textBefore(place) else {
      return SyntaxError("a ':' is not allowed here", at: colon, help: "put the value in quotes")
    }
    if keyColon(before, before: textEnd(before)) == nil, let glued = glued(itemStart(before), textEnd(before)) {
      return gluedColon(glued)
    }
    if endsLongerKey(text) {
      return SyntaxError(
        "a key runs over several lines", at: range(text, place + 1), help: "write the key and its ':' on one line")
    }
    let (own, above) = (column(text), column(before))
    if own > above {
      return SyntaxError(
        "this line is indented by \(spaces(own)), and the line above, by \(spaces(above)), has a value already",
        at: range(text, place + 1),
        help: "indent it like the key that it belongs beside, or put the whole value in quotes",
        notes: [Note("the value that it would continue", at: range(before, textEnd(before)))])
    }
    return SyntaxError(
      "a ': ' inside a value of several lines", at: colon,
      help: "put the whole value in quotes, or write it as a mapping",
      notes: [Note("the line above", at: range(before, textEnd(before)))])
  }

  /// Whether what stands before the `:` is the end of a quoted text or of brackets that begin on a line above.
  private func endsLongerKey(_ text: Int) -> Bool {
    let key = bytes[text..<place]
    switch byte(place - 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return !key.count { $0 == byte(place - 1) }.isMultiple(of: 2)
    case UInt8(ascii: "]"): return !key.contains(UInt8(ascii: "["))
    case UInt8(ascii: "}"): return !key.contains(UInt8(ascii: "{"))
    default: return false
    }
  }

  private var misplacedDash: SyntaxError {
    let text = textStart(lineStart(place))
    let hasKey = keyColon(text, before: place) != nil
    return SyntaxError(
      hasKey ? "a list cannot begin on the line of its key" : "a list cannot begin here",
      at: range(place, place + 1), help: "begin the list on the next line, or write the value in quotes")
  }

  private var badStart: SyntaxError {
    let character = byte(place)
    if character == UInt8(ascii: "\t") { return tab }
    let name = String(decoding: bytes[place..<min(place + 1, bytes.count)], as: UTF8.self)
    let isBlockIndicator = character == UInt8(ascii: "|") || character == UInt8(ascii: ">")
    let end = isBlockIndicator ? flowValueEnd(place) : textEnd(place)
    let isSimple =
      keyColon(place, before: end) == nil && !bytes[place..<end].contains { [UInt8](",[]{}".utf8).contains($0) }
    return SyntaxError(
      isBlockIndicator ? "'\(name)' cannot stand inside brackets" : "a value cannot begin with '\(name)'",
      at: range(place, place + 1), help: "put the value in quotes",
      fixIt: isSimple && !mayContinue(place) ? quoting(place, end) : nil)
  }

  /// Whether what begins a line may belong to a text that begins above.
  private func mayContinue(_ start: Int) -> Bool {
    guard isFirst(start), let before = textBefore(start), let last = bytes[..<textEnd(before)].last else {
      return false
    }
    return !":-?[{,".utf8.contains(last)
  }

  private var tab: SyntaxError {
    let start = lineStart(place)
    let text = textStart(start)
    var first = place
    while first > start, byte(first - 1) == UInt8(ascii: "\t") { first -= 1 }
    var end = place
    while byte(end) == UInt8(ascii: "\t") { end += 1 }
    if isBreak(text) {
      return SyntaxError(
        "a tab on an empty line", at: range(first, end), help: "remove the tab",
        fixIt: context == "while scanning a block scalar"
          ? nil
          : FixIt("remove the blanks", safety: .safe, edits: [TextEdit(range: range(start, text), replacement: "")]))
    }
    if text >= place, let error = blockTab(range(first, end)) { return error }
    if text >= place {
      return SyntaxError(
        "a tab is used for indentation", at: range(first, end), help: "indent by spaces")
    }
    let before = byte(first - 1)
    let name = String(decoding: [isBlank(first - 1) ? byte(text) : before], as: UTF8.self)
    return SyntaxError("a tab after '\(name)'", at: range(first, end), help: "write a space in its place")
  }

  /// A tab that the first line of a block of text begins with: YAML takes it for text, libyaml for indentation.
  private func blockTab(_ tab: TextRange) -> SyntaxError? {
    guard context == "while scanning a block scalar" else { return nil }
    let start = lineStart(place)
    let header = bytes[contextPlace + 1..<wordEnd(contextPlace)]
    let between = bytes[lineEnd(contextPlace)..<start]
    let parent = levels.last { !$0.isFlow }?.indent ?? -1
    let spaces = tab.utf8Offsets.lowerBound - start
    let isFirstLine = between.allSatisfy {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    guard isFirstLine, spaces > parent, !header.contains(where: { 0x30...0x39 ~= $0 }) else { return nil }
    return .tabAtStartOfBlock(
      tab, block: range(contextPlace, contextPlace + 1),
      indicator: String(decoding: bytes[contextPlace..<contextPlace + 1], as: UTF8.self),
      indentation: spaces - max(0, parent))
  }
}

// MARK: - Lines and documents

extension YAMLFailureReader {
  private var misplacedLine: SyntaxError {
    let isList = problem == "did not find expected '-' indicator"
    if byte(place) == UInt8(ascii: ":"), isBlank(place + 1) || isBreak(place + 1) { return missingKey }
    if let properties = repeatedProperties { return properties }
    guard place < bytes.count, isFirst(place) else { return strayBracket ?? textAfterValue }
    let (own, other) = (column(place), column(contextPlace))
    let note = Note(isList ? "the list begins here" : "the keys begin here", at: range(contextPlace, contextPlace + 1))
    let end = textEnd(place)
    if own != other {
      if own > other, followsComment { return commentInValue }
      if let before = textBefore(place).map(itemStart), column(before) > other, column(before) != own {
        return SyntaxError(
          "this line is indented by \(spaces(own)), the text above by \(spaces(column(before)))", at: range(place, end),
          help: "indent it by \(spaces(column(before))), or by \(spaces(other))",
          notes: [Note("the text above", at: range(before, textEnd(before)))])
      }
      return SyntaxError(
        "this line is indented by \(spaces(own)), the \(isList ? "list" : "keys") above by \(spaces(other))",
        at: range(place, end), help: "indent it by \(spaces(other)), or like another line above", notes: [note])
    }
    if isList {
      return SyntaxError("a list item without '-'", at: range(place, end), help: "write '- ' before it", notes: [note])
    }
    if byte(place) == UInt8(ascii: "-"), isBlank(place + 1) || isBreak(place + 1) {
      return SyntaxError(
        "a list item among the keys of a mapping", at: range(place, place + 1),
        help: "indent the list below the key that it belongs to", notes: [note])
    }
    return strayBracket
      ?? SyntaxError("a key is expected here", at: range(place, end), help: "write a key and ':'", notes: [note])
  }

  /// An anchor, a tag or an alias behind an anchor or a tag that leaves no room for it.
  private var repeatedProperties: SyntaxError? {
    var start = tokenEnd
    while start > 0, !isBlank(start - 1), !isBreak(start - 1) { start -= 1 }
    guard start < tokenEnd, byte(start) == UInt8(ascii: "&") || byte(start) == UInt8(ascii: "!") else { return nil }
    switch byte(place) {
    case UInt8(ascii: "*"):
      return SyntaxError(
        "an alias has an anchor or a tag", at: range(place, wordEnd(place)), help: "write the alias alone")
    case UInt8(ascii: "&"), UInt8(ascii: "!"):
      return SyntaxError(
        "a value has two anchors or two tags", at: range(place, wordEnd(place)), help: "remove one of them",
        notes: [Note("the other", at: range(start, tokenEnd))])
    default: return nil
    }
  }

  private var missingKey: SyntaxError {
    SyntaxError("no key before ':'", at: range(place, place + 1), help: "write the key; an empty one as \"\"")
  }

  /// A bracket that closes nothing.
  private var strayBracket: SyntaxError? {
    guard byte(place) == UInt8(ascii: "]") || byte(place) == UInt8(ascii: "}") else { return nil }
    return SyntaxError(
      "'\(String(decoding: [byte(place)], as: UTF8.self))' closes nothing here", at: range(place, place + 1),
      help: "remove it, or put the value in quotes")
  }

  /// Whether a comment stands between the last token and the place.
  private var followsComment: Bool {
    tokenEnd < place && bytes[tokenEnd..<place].contains(UInt8(ascii: "#"))
  }

  private var commentInValue: SyntaxError {
    SyntaxError(
      "a comment inside a value of several lines", at: range(place, textEnd(place)),
      help: "move the comment above the value, or put the value in quotes")
  }

  /// What follows a value on its line.
  private var textAfterValue: SyntaxError {
    if place >= bytes.count {
      return SyntaxError("the text ends too early", at: range(place, place), help: "write the missing value")
    }
    let last = tokenEnd > 0 ? byte(tokenEnd - 1) : 0
    let what =
      switch last {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): "text after the closing quote"
      case UInt8(ascii: "]"), UInt8(ascii: "}"): "text after the closing bracket"
      default: "unexpected text after the value"
      }
    return SyntaxError(
      what, at: range(place, textEnd(place)),
      help: last == UInt8(ascii: "\"")
        ? "put the whole value in quotes; write a quote inside it as '\\\"'"
        : last == UInt8(ascii: "'")
          ? "put the whole value in quotes; write a quote inside it as ''"
          : "put the whole value in quotes, or begin a new line")
  }

  private var secondValue: SyntaxError {
    let end = textEnd(place)
    if byte(place) == UInt8(ascii: "%"), isFirst(place) {
      return SyntaxError(
        "a '%' line that no '---' follows", at: range(place, end), help: "write a line '---' after it")
    }
    if let closing = strayBracket { return closing }
    if hasEndMarker {
      if !isFirst(place) {
        return SyntaxError(
          "text on the line of '...'", at: range(place, end),
          help: "write '---' on the next line, and the text below it")
      }
      let start = lineStart(place)
      return SyntaxError(
        "a document after '...' does not begin with '---'", at: range(place, end),
        help: "write a line '---' before it",
        fixIt: FixIt(
          "write '---' before it", safety: .safe,
          edits: [TextEdit(range: range(start, start), replacement: "---" + lineBreak(before: start))]))
    }
    guard let root else {
      return SyntaxError(
        "a line '---' is expected here", at: range(place, end), help: "write '---' after the '%' lines")
    }
    if isFirst(place), followsComment { return commentInValue }
    let start = root.utf8Offsets.lowerBound
    if isFirst(place), column(place) < column(start) {
      return SyntaxError(
        "this line is indented by \(spaces(column(place))), the lines above by \(spaces(column(start)))",
        at: range(place, end), help: "indent it by \(spaces(column(start)))",
        notes: [Note("the first line", at: range(start, start + 1))])
    }
    return SyntaxError(
      "text after the end of the value", at: range(place, end),
      help: "put the whole value in quotes, or write '---' on a line between two documents",
      notes: [Note("the value begins here", at: range(start, start + 1))])
  }
}

// MARK: - Brackets

extension YAMLFailureReader {
  private var colonInBrackets: SyntaxError {
    let next = byte(place + 1)
    let isMark = next == UInt8(ascii: "?")
    let lacksValue = [UInt8](",]}".utf8).contains(next)
    return SyntaxError(
      lacksValue ? "no space between ':' and '\(Character(Unicode.Scalar(next)))'" : "no space after ':'",
      at: range(place, place + 1),
      help: lacksValue
        ? "write a space after the ':', or the value" : "write a space after the ':', or put the value in quotes",
      fixIt: isMark
        ? nil
        : FixIt(
          "write a space after ':'", safety: .safe,
          edits: [TextEdit(range: range(place + 1, place + 1), replacement: " ")])
    )
  }

  private var brackets: SyntaxError {
    let open = contextPlace
    let opening = String(decoding: bytes[min(open, bytes.count)..<min(open + 1, bytes.count)], as: UTF8.self)
    let closing = opening == "{" ? "}" : "]"
    let note = Note("the '\(opening)' stands here", at: range(open, open + 1))
    if isUnclosed(open) {
      return SyntaxError(
        "unclosed '\(opening)'", at: range(open, open + 1), help: "write '\(closing)' where it ends",
        notes: place < bytes.count
          ? [Note("'\(closing)' is expected before this", at: range(place, wordEnd(place)))] : [])
    }
    switch byte(place) {
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      let found = String(decoding: [byte(place)], as: UTF8.self)
      return SyntaxError(
        "'\(closing)' is expected, '\(found)' stands here", at: range(place, place + 1),
        help: "write '\(closing)' to close the '\(opening)'", notes: [note])
    case UInt8(ascii: ":"):
      if isFirst(place) {
        return SyntaxError(
          "':' stands on another line than its key", at: range(place, place + 1),
          help: "write the key and its ':' on one line")
      }
      let start = textStart(lineStart(place))
      let isContinued =
        lineStart(place) > open && keyColon(start, before: place) == nil
        && !bytes[start..<place].contains { [UInt8](",[{".utf8).contains($0) }
      return SyntaxError(
        isContinued ? "a key runs over several lines" : "a second ':' in one entry", at: range(place, place + 1),
        help: isContinued
          ? "write the key and its ':' on one line" : "write ',' between two entries, or put the value in quotes",
        notes: [note])
    case UInt8(ascii: "%") where column(place) == 0:
      return SyntaxError(
        "a line inside brackets begins with '%'", at: range(place, place + 1), help: "indent the line", notes: [note])
    case UInt8(ascii: "-") where isBlank(place + 1):
      return SyntaxError(
        "'- ' cannot stand inside brackets", at: range(place, place + 1),
        help: "write the items with ',' between them", notes: [note])
    default:
      return SyntaxError(
        "no ',' between two \(opening == "{" ? "entries" : "items")", at: range(place, flowValueEnd(place)),
        help: "write ',' before it, or put the whole value in quotes", notes: [note])
    }
  }

  /// Whether a bracket was rather forgotten than misplaced: the text ends, or goes on as outside of brackets.
  private func isUnclosed(_ open: Int) -> Bool {
    if place >= bytes.count { return true }
    guard isFirst(place) else {
      return textStart(lineStart(place)) > open && lineStart(open) < lineStart(place)
        && column(textStart(lineStart(place))) <= column(textStart(lineStart(open)))
        && (byte(place) == UInt8(ascii: ":"))
    }
    if [UInt8](":,]}%".utf8).contains(byte(place)) { return false }
    let isMarker =
      column(place) == 0 && (bytes[place...].starts(with: "---".utf8) || bytes[place...].starts(with: "...".utf8))
    return isMarker || column(place) <= column(textStart(lineStart(open)))
  }

  private var missingValue: SyntaxError {
    let range = range(place, place + 1)
    let name = place < bytes.count ? String(decoding: [byte(place)], as: UTF8.self) : ""
    switch byte(place) {
    case UInt8(ascii: ","):
      return SyntaxError("no value before ','", at: range, help: "write the value, or remove the ','")
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      return SyntaxError(
        "'\(name)' closes nothing here", at: range, help: "remove it, or put the value in quotes")
    case UInt8(ascii: ":"):
      if !isBlank(place + 1), !isBreak(place + 1) {
        return SyntaxError("a value in brackets begins with ':'", at: range, help: "put the value in quotes")
      }
      return missingKey
    case UInt8(ascii: "-") where isBlank(place + 1) || isBreak(place + 1):
      return SyntaxError(
        "'- ' cannot stand inside brackets", at: range, help: "write the items with ',' between them")
    case UInt8(ascii: "*"):
      return SyntaxError(
        "an alias has an anchor or a tag", at: self.range(place, wordEnd(place)), help: "write the alias alone")
    case UInt8(ascii: "."), UInt8(ascii: "-"):
      if let open = levels.last(where: { $0.kind == .flowMapping || $0.kind == .flowSequence })?.start {
        let opening = String(decoding: [byte(open)], as: UTF8.self)
        return SyntaxError(
          "unclosed '\(opening)'", at: self.range(open, open + 1),
          help: "write '\(opening == "{" ? "}" : "]")' where it ends",
          notes: [Note("a document begins or ends here", at: self.range(place, place + 3))])
      }
      return SyntaxError(
        "'\(place + 3 <= bytes.count ? String(decoding: bytes[place..<place + 3], as: UTF8.self) : "...")' ends no document",
        at: self.range(place, place + 3), help: "remove the line, or write '---' before it")
    default: return SyntaxError("a value is expected here", at: range, help: "write a value")
    }
  }
}

// MARK: - Quotes, blocks, anchors, tags, directives

extension YAMLFailureReader {
  private var quotedError: SyntaxError? {
    guard context == "while scanning a quoted scalar" || context == "while parsing a quoted scalar" else { return nil }
    let quote = String(decoding: bytes[contextPlace..<min(contextPlace + 1, bytes.count)], as: UTF8.self)
    let open = range(contextPlace, contextPlace + 1)
    switch problem {
    case "found unexpected end of stream":
      return SyntaxError("unclosed \(quote)", at: open, help: "write \(quote) where the text ends")
    case "found unexpected document indicator":
      return SyntaxError(
        "unclosed \(quote)", at: open,
        help: "write \(quote) where the text ends, or indent the line that begins like a marker",
        notes: [Note("a document begins or ends here", at: range(place, place + 3))])
    case "found unknown escape character": return .unknownEscape(in: bytes, place..<min(place + 2, bytes.count))
    default:
      var start = place
      while start > contextPlace, byte(start) != UInt8(ascii: "\\") { start -= 1 }
      let letter = byte(start + 1)
      let count = letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : 8
      var end = start + 2
      while end < start + 2 + count, isHexadecimal(byte(end)) { end += 1 }
      if problem == "found invalid Unicode character escape code" {
        return SyntaxError(
          "an escape that is no character", at: range(start, end),
          help: "write the character itself, or '\\U' and its 8 hexadecimal digits")
      }
      let name = String(decoding: [letter], as: UTF8.self)
      return SyntaxError(
        "'\\\(name)' without \(count) hexadecimal digits", at: range(start, end),
        help: "write \(count) digits after it, or '\\\\' for a backslash")
    }
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  private var blockError: SyntaxError? {
    guard context == "while scanning a block scalar" else { return nil }
    let indicator = String(decoding: bytes[contextPlace..<min(contextPlace + 1, bytes.count)], as: UTF8.self)
    if problem == "found an indentation indicator equal to 0" {
      return SyntaxError(
        "'\(indicator)' with an indentation of 0", at: range(contextPlace, wordEnd(contextPlace)),
        help: "write an indentation from 1 to 9")
    }
    return SyntaxError(
      "text on the line of '\(indicator)'", at: range(place, textEnd(place)),
      help: "write the text on the lines below, or put the value in quotes",
      notes: [Note("the '\(indicator)' stands here", at: range(contextPlace, contextPlace + 1))])
  }

  private var badAnchor: SyntaxError {
    let isAlias = context == "while scanning an alias"
    let what = isAlias ? "alias" : "anchor"
    let end = textEnd(contextPlace)
    let isSimple =
      isAlias && keyColon(contextPlace, before: end) == nil
      && !bytes[contextPlace..<end].contains { [UInt8](",[]{}".utf8).contains($0) }
    let mark = isAlias ? "*" : "&"
    if place == contextPlace + 1, isBlank(place) || isBreak(place) {
      return SyntaxError(
        "a value begins with '\(mark)', the mark of an \(what)", at: range(contextPlace, contextPlace + 1),
        help: "put the value in quotes", fixIt: isSimple ? quoting(contextPlace, end) : nil)
    }
    let length = UTF8Validation.length(of: bytes, at: place) ?? 1
    let name = String(decoding: bytes[place..<min(place + length, bytes.count)], as: UTF8.self)
    return SyntaxError(
      "the name of an \(what) holds '\(name)'", at: range(place, place + length),
      help: "write only letters, digits, '-' and '_' in it, or put the value in quotes",
      fixIt: isSimple ? quoting(contextPlace, end) : nil)
  }

  private var tagError: SyntaxError? {
    guard context.holds("tag"), !context.holds("directive"), !context.holds("%TAG") else { return nil }
    return SyntaxError(
      "a value begins with '!', the mark of a tag, and is no tag", at: range(contextPlace, wordEnd(contextPlace)),
      help: "put the value in quotes, or write a tag such as '!!str' with a space after it")
  }

  private var directiveError: SyntaxError? {
    let start = lineStart(place)
    guard
      context.holds("directive") || context.holds("%") || problem.holds("directive")
        || problem == "found incompatible YAML document", byte(start) == UInt8(ascii: "%")
    else { return nil }
    let line = range(start, textEnd(start))
    if problem == "found incompatible YAML document" {
      return SyntaxError(
        "the version of YAML is neither 1.1 nor 1.2", at: line, help: "write '%YAML 1.2', or remove the line")
    }
    if problem.holds("duplicate") {
      return SyntaxError("a second such '%' line", at: line, help: "remove it")
    }
    if bytes[start...].starts(with: "%YAML ".utf8) {
      return SyntaxError("'%YAML' asks for a version", at: line, help: "write '%YAML 1.2', or remove the line")
    }
    if bytes[start...].starts(with: "%TAG ".utf8) {
      return SyntaxError(
        "'%TAG' asks for a handle and a prefix", at: line, help: "write '%TAG !name! tag:example.com,2000:'")
    }
    return SyntaxError(
      "a line begins with '%', the mark of a directive", at: line,
      help: "remove the line; if it is text, indent it or put it in quotes")
  }
}
