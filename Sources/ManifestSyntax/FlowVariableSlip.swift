import ManifestText

/// A `${NAME}` without quotes in a collection in brackets, where YAML reads its brace as the start of a mapping.
struct FlowVariableSlip {
  /// The `${NAME}`.
  let variable: Range<Int>
  /// The whole value that it is in; `nil` where it cannot simply be put in quotes.
  let value: Range<Int>?

  /// Recognises the slip at a `$` that is followed by `{`, in a value that begins at an offset.
  init?(_ bytes: [UInt8], dollar: Int, valueStart: Int) {
    guard let end = Self.variableEnd(bytes, dollar) else { return nil }
    variable = dollar..<end
    var valueEnd = end
    var index = end
    loop: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break loop
      case UInt8(ascii: "$"):
        index = Self.variableEnd(bytes, index) ?? index + 1
        valueEnd = index
      case UInt8(ascii: ":") where index + 1 >= bytes.count || bytes[index + 1] <= UInt8(ascii: " "): break loop
      case UInt8(ascii: "#") where bytes[index - 1] == UInt8(ascii: " "): break loop
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      default:
        index += 1
        valueEnd = index
      }
    }
    let text = bytes[valueStart..<valueEnd]
    let isSimple = !text.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < UInt8(ascii: " ") }
    value = isSimple && bytes[end - 1] == UInt8(ascii: "}") ? valueStart..<valueEnd : nil
  }

  /// Where a variable that begins at a `$` ends: after its brace, or after its name if the brace is not on the line.
  private static func variableEnd(_ bytes: [UInt8], _ dollar: Int) -> Int? {
    guard dollar + 2 < bytes.count, bytes[dollar + 1] == UInt8(ascii: "{"), isNameStart(bytes[dollar + 2]) else {
      return nil
    }
    var nameEnd = dollar + 3
    while nameEnd < bytes.count, isNameStart(bytes[nameEnd]) || (0x30...0x39).contains(bytes[nameEnd]) { nameEnd += 1 }
    var index = nameEnd
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") {
      if bytes[index] == UInt8(ascii: "}") { return index + 1 }
      index += 1
    }
    return nameEnd
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The first slip in a stretch of text that libyaml could not read, which begins inside so many brackets.
  static func first(in bytes: [UInt8], from start: Int, upTo end: Int, depth: Int) -> Self? {
    var depth = depth
    var index = start
    var valueStart = start
    /// The last byte that is no blank, on this line.
    var previous: UInt8 = UInt8(ascii: " ")
    while index < bytes.count, index <= end || !isBreak(bytes[index]) {
      let byte = bytes[index]
      let isValueStart = [UInt8](" [{,:-?".utf8).contains(previous)
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): previous = UInt8(ascii: " ")
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isValueStart { index = quoteEnd(bytes, index) }
      case UInt8(ascii: "#") where index > start && bytes[index - 1] <= UInt8(ascii: " "):
        while index + 1 < bytes.count, !isBreak(bytes[index + 1]) { index += 1 }
      case UInt8(ascii: "$") where depth > 0:
        if let slip = Self(bytes, dollar: index, valueStart: isValueStart ? index : valueStart) { return slip }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth > 0 || isValueStart { depth += 1 }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
      if isValueStart, byte > UInt8(ascii: " ") { valueStart = index }
      if byte > UInt8(ascii: " ") { previous = isIndicatorInText(bytes, index) ? UInt8(ascii: "x") : byte }
      index += 1
    }
    return nil
  }

  /// Whether a `:`, `-` or `?` has text on its right, so that no value begins after it.
  private static func isIndicatorInText(_ bytes: [UInt8], _ index: Int) -> Bool {
    [UInt8](":-?".utf8).contains(bytes[index]) && index + 1 < bytes.count && bytes[index + 1] > UInt8(ascii: " ")
  }

  private static func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// The offset of the quote that ends a quoted text, or the last of the text.
  private static func quoteEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != bytes[start] {
      index += bytes[index] == UInt8(ascii: "\\") && bytes[start] == UInt8(ascii: "\"") ? 2 : 1
    }
    return min(index, bytes.count - 1)
  }

  /// The slip as an error, with the fix.
  func error(in bytes: [UInt8]) -> SyntaxError {
    // A default may be a secret: the name says enough.
    let name = bytes[variable.dropFirst(2)].prefix { Self.isNameStart($0) || (0x30...0x39).contains($0) }
    let text = "${" + String(decoding: name, as: UTF8.self) + "}"
    let fixIt = value.map { value in
      FixIt(
        "put the value in double quotes", safety: .safe,
        edits: [
          TextEdit(range: TextRange(utf8Offsets: value.lowerBound..<value.lowerBound), replacement: "\""),
          TextEdit(range: TextRange(utf8Offsets: value.upperBound..<value.upperBound), replacement: "\""),
        ])
    }
    return SyntaxError(
      "'\(text)' without quotes inside brackets", at: TextRange(utf8Offsets: variable),
      help: "put the value in double quotes: YAML reads the '{' as the start of a mapping", fixIt: fixIt)
  }
}
