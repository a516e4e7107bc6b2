import ManifestText

// Runs once, after the first slip: it looks at the text around it for what the author may have meant.

extension JSONScanner {
  /// Says in words what is wrong, where exactly, and what to write.
  func explain(_ slip: JSONSlip) -> SyntaxError {
    switch slip {
    case .unexpected: unexpected()
    case .number(let start): wrongNumber(start)
    case .unclosedString(let start): unclosedString(start)
    case .controlCharacter: controlCharacter(isInString: true)
    case .escape(let range): wrongEscape(range)
    case .surrogate(let range):
      SyntaxError(
        "'\(string(range))' is one half of a character; its other half is missing", at: at(range),
        help: "write both halves, or the character itself")
    case .encoding(let range): invalidEncoding(range)
    case .nesting:
      SyntaxError(
        "more than \(nesting) arrays and objects stand in each other", at: at(offset..<offset + 1),
        help: "write fewer levels")
    case .utf16: SyntaxError("the file is in UTF-16", at: .start, help: "save it as UTF-8")
    case .size(let limit):
      SyntaxError("the file has \(source.bytes.count) bytes; at most \(limit) are read", at: .start)
    }
  }

  private func at(_ offsets: Range<Int>) -> TextRange { TextRange(utf8Offsets: offsets) }

  private func string(_ offsets: Range<Int>) -> String { source.string(at(offsets)) }

  /// The byte at a place; `nil` past the end.
  private func byte(_ offset: Int) -> UInt8? {
    offset < source.bytes.count ? source.bytes[offset] : nil
  }

  /// The text of a range on one line and cut where it gets long.
  private func excerpt(_ offsets: Range<Int>) -> String {
    var result = ""
    for (count, scalar) in string(offsets).unicodeScalars.enumerated() {
      if count == 40 { return result + "…" }
      result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
    }
    return result
  }

  private func deleting(_ offsets: Range<Int>, _ message: String) -> FixIt {
    FixIt(message, safety: .safe, edits: [TextEdit(range: at(offsets), replacement: "")])
  }

  private func replacing(_ offsets: Range<Int>, by replacement: String) -> FixIt {
    FixIt(
      "write \(replacement)", safety: .safe, edits: [TextEdit(range: at(offsets), replacement: replacement)])
  }
}

// MARK: - In place of a token

extension JSONScanner {
  private func unexpected() -> SyntaxError {
    guard let byte = byte(offset) else { return endOfText() }
    if let error = anywhere(byte) { return error }
    switch state {
    case .document, .firstItem, .item, .value: return inPlaceOfValue(byte)
    case .firstKey, .key: return inPlaceOfKey(byte)
    case .colon: return inPlaceOfColon(byte)
    case .itemSeparator, .entrySeparator: return inPlaceOfSeparator(byte)
    case .end: return afterTheEnd(byte)
    }
  }

  /// What is wrong wherever it stands outside of a text.
  private func anywhere(_ byte: UInt8) -> SyntaxError? {
    switch byte {
    case 0..<0x20, 0x7F: return controlCharacter(isInString: false)
    case 0x80...:
      let length: Int
      do throws(JSONSlip) {
        length = try Self.lengthOfScalar(in: source.bytes.span, at: offset)
      } catch {
        return explain(error)
      }
      return strangeCharacter(offset..<offset + length)
    case UInt8(ascii: "#"): return comment(endOfLine(from: offset))
    case UInt8(ascii: "/") where self.byte(offset + 1) == UInt8(ascii: "/"): return comment(endOfLine(from: offset))
    case UInt8(ascii: "/") where self.byte(offset + 1) == UInt8(ascii: "*"): return comment(endOfBlockComment())
    default: return nil
    }
  }

  private func comment(_ end: Int) -> SyntaxError {
    SyntaxError("a comment; JSON has none", at: at(offset..<end), help: "remove the comment")
  }

  private func endOfBlockComment() -> Int {
    var index = offset + 2
    while index + 1 < source.bytes.count {
      if source.bytes[index] == UInt8(ascii: "*"), source.bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
      index += 1
    }
    return endOfLine(from: offset)
  }

  /// Where the line ends, without the blanks at its end.
  private func endOfLine(from start: Int) -> Int {
    var end = start
    while let byte = byte(end), byte != 0x0A, byte != 0x0D { end += 1 }
    return trimmed(start..<end)
  }

  private func trimmed(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, source.bytes[end - 1] == 0x20 || source.bytes[end - 1] == 0x09 { end -= 1 }
    return end
  }

  private func strangeCharacter(_ range: Range<Int>) -> SyntaxError? {
    guard let scalar = string(range).unicodeScalars.first else { return nil }
    let code = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    switch scalar {
    case "\u{2018}"..."\u{201F}", "\u{AB}", "\u{BB}", "\u{2039}", "\u{203A}":
      return SyntaxError("a typographic quote \(scalar)", at: at(range), help: "write straight quotes: \"…\"")
    case "\u{FEFF}":
      return SyntaxError(
        "a byte order mark that is not at the start", at: at(range), help: "remove it",
        fixIt: deleting(range, "remove the byte order mark"))
    default: break
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control:
      return SyntaxError(
        "the blank character \(name), which JSON does not know", at: at(range), help: "write a space",
        fixIt: FixIt("write a space", safety: .safe, edits: [TextEdit(range: at(range), replacement: " ")]))
    case .format:
      return SyntaxError(
        "the invisible character \(name)", at: at(range), help: "remove it",
        fixIt: deleting(range, "remove the invisible character"))
    default: return nil
    }
  }

  private func controlCharacter(isInString: Bool) -> SyntaxError {
    let byte = source.bytes[offset]
    let digits = String(byte, radix: 16, uppercase: true)
    let code = (byte < 16 ? "000" : "00") + digits
    let range = at(offset..<offset + 1)
    if byte == 0 {
      let start = source.bytes[..<min(4, source.bytes.count)]
      let isUTF16 = start.count >= 2 && start.count { $0 == 0 } >= start.count / 2
      return SyntaxError(
        isUTF16 ? "a NUL character (U+0000); the file seems to be in UTF-16" : "a NUL character (U+0000)", at: range,
        help: isUTF16 ? "save it as UTF-8" : "remove it")
    }
    guard isInString else {
      return SyntaxError("the control character U+\(code)", at: range, help: "remove it")
    }
    let escape = byte == 0x09 ? "\\t" : byte == 0x08 ? "\\b" : byte == 0x0C ? "\\f" : "\\u\(code)"
    return SyntaxError(
      byte == 0x09 ? "a tab in a text" : "the control character U+\(code) in a text", at: range,
      help: "write \(escape)", fixIt: replacing(offset..<offset + 1, by: escape))
  }

  private func invalidEncoding(_ range: Range<Int>) -> SyntaxError {
    let bytes = source.bytes[range].map { "0x" + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
    return SyntaxError(
      "\(range.count == 1 ? "the byte \(bytes) is" : "the bytes \(bytes) are") not UTF-8", at: at(range),
      help: "save the file as UTF-8")
  }
}

// MARK: - The end of the text

extension JSONScanner {
  private func endOfText() -> SyntaxError {
    let place = at(endOfToken..<endOfToken)
    switch state {
    case .document:
      return SyntaxError("the file is empty", at: place, help: "write a JSON value, such as {}")
    case .value:
      return SyntaxError(
        "the file ends where a value must stand", at: place, help: "write the value after ':'", notes: openerNote())
    case .colon:
      return SyntaxError(
        "the file ends where ':' and a value must stand", at: place, help: "write ':' and the value",
        notes: openerNote())
    default:
      let isObject = openers.last.map { source.bytes[$0] } == UInt8(ascii: "{")
      return SyntaxError(
        isObject ? "the object is not closed" : "the array is not closed", at: place,
        help: isObject ? "write '}'" : "write ']'", notes: openerNote())
    }
  }

  private func openerNote() -> [Note] {
    guard let opener = openers.last else { return [] }
    let isObject = source.bytes[opener] == UInt8(ascii: "{")
    return [Note(isObject ? "the object is opened here" : "the array is opened here", at: at(opener..<opener + 1))]
  }

  private func afterTheEnd(_ byte: UInt8) -> SyntaxError {
    switch byte {
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      return SyntaxError(
        "'\(string(offset..<offset + 1))' closes nothing", at: at(offset..<offset + 1), help: "remove it")
    case UInt8(ascii: ","):
      return SyntaxError("',' after the end of the document", at: at(offset..<offset + 1), help: "remove it")
    default:
      return SyntaxError(
        "text after the end of the document", at: at(offset..<endOfLine(from: offset)),
        help: "remove it; a file holds one value")
    }
  }
}

// MARK: - Values

extension JSONScanner {
  private func inPlaceOfValue(_ byte: UInt8) -> SyntaxError {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return wrongQuotes("text", byte)
    case UInt8(ascii: "+"): return plus()
    case UInt8(ascii: "."): return leadingPoint()
    case UInt8(ascii: ","): return missingValue()
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return closerInPlaceOfValue(byte)
    case UInt8(ascii: ":"):
      if state == .value {
        return SyntaxError("a second ':'", at: at(offset..<offset + 1), help: "remove it")
      }
      return SyntaxError("':' where a value must stand", at: at(offset..<offset + 1), help: "write the value")
    default: return bareWord()
    }
  }

  private func missingValue() -> SyntaxError {
    switch state {
    case .value:
      return SyntaxError("the value after ':' is missing", at: at(endOfToken - 1..<endOfToken), help: "write the value")
    case .item:
      return SyntaxError(
        "two commas in a row", at: at(offset..<offset + 1), help: "remove one of them",
        fixIt: deleting(offset..<offset + 1, "remove this comma"))
    default:
      return SyntaxError("',' where a value must stand", at: at(offset..<offset + 1), help: "write the value")
    }
  }

  private func closerInPlaceOfValue(_ byte: UInt8) -> SyntaxError {
    switch state {
    case .value:
      return SyntaxError("the value after ':' is missing", at: at(endOfToken - 1..<endOfToken), help: "write the value")
    case .item where byte == UInt8(ascii: "]"): return trailingComma(before: "]")
    case .document:
      return SyntaxError(
        "'\(string(offset..<offset + 1))' closes nothing", at: at(offset..<offset + 1), help: "write a JSON value")
    default: return wrongCloser()
    }
  }

  private func trailingComma(before closer: String) -> SyntaxError {
    let comma = endOfToken - 1..<endOfToken
    return SyntaxError(
      "a comma before '\(closer)'", at: at(comma), help: "remove this comma",
      fixIt: deleting(comma, "remove this comma"))
  }

  private func wrongCloser() -> SyntaxError {
    let isObject = openers.last.map { source.bytes[$0] } == UInt8(ascii: "{")
    let (kind, closer) = isObject ? ("an object", "}") : ("an array", "]")
    return SyntaxError(
      "'\(string(offset..<offset + 1))' where \(kind) must be closed", at: at(offset..<offset + 1),
      help: "write '\(closer)'", notes: openerNote())
  }

  private func wrongQuotes(_ what: String, _ quote: UInt8) -> SyntaxError {
    let name = quote == UInt8(ascii: "'") ? "single quotes" : "backticks"
    var end = offset + 1
    var isPlain = true
    while let byte = byte(end), byte != quote, byte != 0x0A, byte != 0x0D {
      isPlain = isPlain && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte >= 0x20
      end += 1
    }
    guard byte(end) == quote else {
      return SyntaxError(
        "\(what) in \(name)", at: at(offset..<offset + 1), help: "write double quotes around it: \"…\"")
    }
    let range = offset..<end + 1
    // Where something else follows, that was an apostrophe.
    isPlain = isPlain && isSeparator(behind: end + 1)
    let replacement = "\"\(string(offset + 1..<end))\""
    return SyntaxError(
      "\(what) in \(name)", at: at(range),
      help: "write it in double quotes" + (isPlain ? ": \"\(excerpt(offset + 1..<end))\"" : ""),
      fixIt: isPlain ? replacing(range, by: replacement) : nil)
  }

  /// Whether the text ends at an offset, or only blanks stand before a `:`, a comma or a closing bracket.
  private func isSeparator(behind offset: Int) -> Bool {
    let next = source.bytes[offset...].first { !" \t\r\n".utf8.contains($0) }
    return next.map(":,]}".utf8.contains) ?? true
  }

  private func plus() -> SyntaxError {
    let range = offset..<offset + 1
    guard let next = byte(offset + 1), next &- UInt8(ascii: "0") < 10 else { return bareWord() }
    return SyntaxError(
      "a number that begins with '+'", at: at(range), help: "write it without '+'",
      fixIt: deleting(range, "remove the '+'"))
  }

  private func leadingPoint() -> SyntaxError {
    guard let next = byte(offset + 1), next &- UInt8(ascii: "0") < 10 else { return bareWord() }
    let range = offset..<offset + 1
    return SyntaxError(
      "a number that begins with '.'", at: at(range), help: "write '0.'", fixIt: replacing(range, by: "0."))
  }

  /// Something without quotes: a word that another language would take, or plain text.
  private func bareWord() -> SyntaxError {
    let range = offset..<endOfBareText()
    let text = string(range)
    if let word = Self.otherLanguages[text.lowercased()] {
      return SyntaxError("'\(text)' is not JSON", at: at(range), help: "write \(word)")
    }
    return SyntaxError(
      "'\(excerpt(range))' is neither a text in quotes, a number, true, false nor null", at: at(range),
      help: "write text in double quotes: \"\(excerpt(range))\"")
  }

  private static let otherLanguages = [
    "true": "true", "yes": "true or, as text, \"yes\"", "on": "true or, as text, \"on\"", "false": "false",
    "no": "false or, as text, \"no\"", "off": "false or, as text, \"off\"", "null": "null", "none": "null",
    "nil": "null", "undefined": "null, or leave the entry out", "~": "null",
    "nan": "null or a number", "infinity": "a number", "inf": "a number", "+infinity": "a number",
    "+inf": "a number", "-nan": "null or a number", "-infinity": "a number", "-inf": "a number", "tru": "true",
    "fals": "false", "nul": "null",
  ]

  /// Where a run of text without quotes ends; at least one character long.
  private func endOfBareText() -> Int {
    let isKey = state == .firstKey || state == .key
    var end = offset
    while let byte = byte(end) {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), 0..<0x20: break
      case UInt8(ascii: ":") where isKey: break
      default:
        end += 1
        continue
      }
      break
    }
    end = trimmed(offset..<end)
    if end > offset { return end }
    end = offset + 1
    while let byte = byte(end), byte & 0xC0 == 0x80 { end += 1 }
    return end
  }
}

// MARK: - Keys and separators

extension JSONScanner {
  private func inPlaceOfKey(_ byte: UInt8) -> SyntaxError {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return wrongQuotes("a key", byte)
    case UInt8(ascii: "}"): return trailingComma(before: "}")
    case UInt8(ascii: "]"): return wrongCloser()
    case UInt8(ascii: ":"):
      return SyntaxError("the key before ':' is missing", at: at(offset..<offset + 1), help: "write the key")
    case UInt8(ascii: ","):
      let isFirst = state == .firstKey
      return SyntaxError(
        isFirst ? "',' where a key must stand" : "two commas in a row", at: at(offset..<offset + 1),
        help: isFirst ? "remove it" : "remove one of them", fixIt: deleting(offset..<offset + 1, "remove this comma"))
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return SyntaxError(
        "'\(string(offset..<offset + 1))' where a key must stand", at: at(offset..<offset + 1),
        help: "write a key in double quotes and ':' before it")
    default:
      let range = offset..<endOfBareText()
      let text = string(range)
      let touchesQuote = self.byte(range.upperBound) == UInt8(ascii: "\"")
      let isPlain = !touchesQuote && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\\" }
      return SyntaxError(
        "the key '\(excerpt(range))' is not in quotes", at: at(range),
        help: "write it in double quotes: \"\(excerpt(range))\"",
        fixIt: isPlain ? replacing(range, by: "\"\(text)\"") : nil)
    }
  }

  private func inPlaceOfColon(_ byte: UInt8) -> SyntaxError {
    switch byte {
    case UInt8(ascii: "="):
      let end = offset + (self.byte(offset + 1) == UInt8(ascii: ">") ? 2 : 1)
      return SyntaxError(
        "'\(string(offset..<end))' between key and value", at: at(offset..<end), help: "write ':'",
        fixIt: replacing(offset..<end, by: ":"))
    case UInt8(ascii: ","), UInt8(ascii: "}"):
      return SyntaxError(
        "a key without a value", at: at(startOfKey()..<endOfToken), help: "write ':' and the value")
    case UInt8(ascii: "]"): return wrongCloser()
    default:
      return SyntaxError(
        "the ':' between key and value is missing", at: at(endOfToken..<endOfToken), help: "write ':'",
        fixIt: inserting(":"))
    }
  }

  /// Where the key begins that was read last.
  private func startOfKey() -> Int {
    Int(builder.records[builder.records.count - 1].start)
  }

  private func inPlaceOfSeparator(_ byte: UInt8) -> SyntaxError {
    let isObject = state == .entrySeparator
    let range = offset..<offset + 1
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return wrongCloser()
    case UInt8(ascii: ";"):
      return SyntaxError(
        "';' between two \(isObject ? "entries" : "items")", at: at(range), help: "write ','",
        fixIt: replacing(range, by: ","))
    case UInt8(ascii: ":"):
      return SyntaxError(
        isObject ? "a second ':' in one entry" : "':' in an array; only objects have keys", at: at(range),
        help: isObject ? "write ',' between entries" : "write '{' and '}' around keys with values",
        notes: isObject ? [] : openerNote())
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return SyntaxError(
        "the ',' between two \(isObject ? "entries" : "items") is missing", at: at(endOfToken..<endOfToken),
        help: "write ','", fixIt: byte == UInt8(ascii: "\"") ? inserting(",") : nil)
    default:
      let text = offset..<endOfBareText()
      return SyntaxError(
        "'\(excerpt(text))' where ',' or '\(isObject ? "}" : "]")' must stand", at: at(text), help: "remove it")
    }
  }

  private func inserting(_ text: String) -> FixIt {
    let place = at(endOfToken..<endOfToken)
    return FixIt("write '\(text)'", safety: .safe, edits: [TextEdit(range: place, replacement: text)])
  }
}

// MARK: - Texts

extension JSONScanner {
  private func unclosedString(_ start: Int) -> SyntaxError {
    var end = endOfLine(from: start)
    if end > start + 1, source.bytes[end - 1] == UInt8(ascii: ",") { end = trimmed(start..<end - 1) }
    let isAtEnd = offset >= source.bytes.count
    return SyntaxError(
      isAtEnd ? "the closing quote is missing" : "the closing quote is missing on this line", at: at(start..<end),
      help: isAtEnd ? "write '\"' after the text" : "write '\"' after the text; a line break in a text is written \\n")
  }

  private func wrongEscape(_ range: Range<Int>) -> SyntaxError {
    if range.count > 1, source.bytes[range.lowerBound + 1] == UInt8(ascii: "u") {
      return SyntaxError(
        "'\(excerpt(range))' must go on to four hexadecimal digits", at: at(range),
        help: "write four of 0-9 and a-f after \\u")
    }
    let character = string(range.lowerBound + 1..<range.upperBound)
    var help = "write \\\\ for a backslash"
    switch character {
    case "'": help = "write ' without the backslash"
    case "x": help = "write \\u and four hexadecimal digits"
    case "0": help = "write \\u0000"
    case "a": help = "write \\u0007, or \\\\ for a backslash"
    case "e": help = "write \\u001B, or \\\\ for a backslash"
    case "v": help = "write \\u000B, or \\\\ for a backslash"
    default: break
    }
    return SyntaxError("JSON has no escape '\(excerpt(range))'", at: at(range), help: help)
  }
}

// MARK: - Numbers

extension JSONScanner {
  private func wrongNumber(_ start: Int) -> SyntaxError {
    var end = start
    while let byte = byte(end), Self.continuesWord(byte), byte < 0x80 { end += 1 }
    let text = string(start..<end)
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let firstDigit = start + (text.count - digits.count)
    if let error = characterBehindNumber(end) { return error }
    if let first = digits.first, first.isLetter {
      if let word = Self.otherLanguages[text.lowercased()] {
        return SyntaxError("'\(text)' is not JSON", at: at(start..<end), help: "write \(word)")
      }
    }
    let lowercased = digits.lowercased()
    if lowercased.hasPrefix("0x") || lowercased.hasPrefix("0o") || lowercased.hasPrefix("0b") {
      let radix = lowercased.hasPrefix("0x") ? 16 : lowercased.hasPrefix("0o") ? 8 : 2
      let value = Int(lowercased.dropFirst(2), radix: radix)
      return SyntaxError(
        "'\(excerpt(start..<end))' is not a decimal number", at: at(start..<end),
        help: value.map { "write \(text.hasPrefix("-") ? "-" : "")\($0)" } ?? "write it in decimal digits")
    }
    let zeros = digits.prefix { $0 == "0" }
    if !zeros.isEmpty, offset == firstDigit + 1, digits.dropFirst().first?.isNumber == true {
      let superfluous = digits.dropFirst(zeros.count).first?.isNumber == true ? zeros.count : zeros.count - 1
      return SyntaxError(
        "a number that begins with '0'", at: at(firstDigit..<firstDigit + superfluous),
        help: "write it without the leading zero, or in double quotes if it is a text")
    }
    if byte(offset).map({ $0 < 0x80 && Self.continuesWord($0) }) != true { return brokenOffNumber(start) }
    if byte(offset) == UInt8(ascii: "_") {
      return SyntaxError("'_' in a number", at: at(offset..<offset + 1), help: "write the digits without it")
    }
    return SyntaxError(
      "'\(excerpt(start..<end))' is not a number", at: at(start..<end),
      help: "write it in double quotes if it is a text: \"\(excerpt(start..<end))\"")
  }

  /// A byte that is no UTF-8, or a character that does not belong there, right behind a number.
  private func characterBehindNumber(_ end: Int) -> SyntaxError? {
    guard let byte = byte(end), byte >= 0x80 else { return nil }
    let range: Range<Int>
    do throws(JSONSlip) {
      range = end..<end + (try Self.lengthOfScalar(in: source.bytes.span, at: end))
    } catch {
      return explain(error)
    }
    // Where the digits of an exponent or a fraction are missing, that is what is wrong.
    guard end == offset, source.bytes[end - 1] &- UInt8(ascii: "0") < 10 else { return nil }
    return strangeCharacter(range)
      ?? SyntaxError(
        "'\(string(range))' right behind a number", at: at(range),
        help: "remove it, or put the whole in double quotes if it is a text")
  }

  private func brokenOffNumber(_ start: Int) -> SyntaxError {
    let last = source.bytes[offset - 1]
    switch last {
    case UInt8(ascii: "."):
      return SyntaxError(
        "the digits after '.' are missing", at: at(offset - 1..<offset), help: "write a digit, such as '.0'",
        fixIt: replacing(offset - 1..<offset, by: ".0"))
    case UInt8(ascii: "-") where offset - 1 == start:
      return SyntaxError("'-' without a number", at: at(start..<offset), help: "write the number right after it")
    default:
      let exponent = last | 0x20 == UInt8(ascii: "e") ? offset - 1..<offset : offset - 2..<offset
      return SyntaxError(
        "the digits after '\(string(exponent))' are missing", at: at(exponent), help: "write the exponent's digits")
    }
  }
}
