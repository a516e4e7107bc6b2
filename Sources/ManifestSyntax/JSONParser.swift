public import ManifestText

/// Reads JSON exactly as RFC 8259 has it, with the place of every key and value.
///
/// One leading byte order mark is skipped. Numbers keep their digits; a text without escapes is a range of the source.
/// Invalid UTF-8, UTF-16 and the escapes of unpaired surrogates are refused: no two readers agree on them.
public enum JSONParser {
  /// Makes a tree of a text; with an error there is none.
  public static func parse(_ source: SourceText, limits: ParseLimits = .standard) -> ParseResult {
    var scanner = JSONScanner(source, nesting: limits.jsonNesting)
    do throws(JSONSlip) {
      try scanner.checkEncoding(limits)
      try scanner.scan(source.bytes.span)
      return ParseResult(documents: [SyntaxTree(scanner.builder, documentIndex: nil)], errors: [])
    } catch {
      return ParseResult(documents: [], errors: [scanner.explain(error)])
    }
  }
}

/// What the scanner met when it could not go on.
enum JSONSlip: Error, Hashable {
  /// Something else than the state allows stands at the scanner's offset.
  case unexpected
  /// A number breaks off or goes on wrongly at the scanner's offset.
  case number(start: Int)
  /// A text that is not closed on its line, or not at all.
  case unclosedString(start: Int)
  /// A control character in a text, at the scanner's offset.
  case controlCharacter
  /// A wrong escape in a text.
  case escape(Range<Int>)
  /// The escape of a surrogate without its other half.
  case surrogate(Range<Int>)
  /// Bytes that are not UTF-8.
  case encoding(Range<Int>)
  /// One bracket too many in each other, at the scanner's offset.
  case nesting
  /// The text is in UTF-16.
  case utf16
  /// The text is too large to be read.
  case size(limit: Int)
}

/// Goes over the bytes once and feeds the tree.
struct JSONScanner {
  /// What must come next.
  enum State: Hashable {
    case document
    case firstItem
    case item
    case firstKey
    case key
    case colon
    case value
    case itemSeparator
    case entrySeparator
    case end
  }

  let source: SourceText
  let nesting: Int
  private(set) var builder: TreeBuilder
  private(set) var state = State.document
  private(set) var offset: Int
  /// The offsets of the open brackets, the innermost last.
  private(set) var openers: [Int] = []
  /// Where the token before the offset ends.
  private(set) var endOfToken: Int

  private var decoded: [UInt8] = []

  init(_ source: SourceText, nesting: Int) {
    self.source = source
    self.nesting = nesting
    builder = TreeBuilder(source, language: .json)
    builder.reserveCapacity(forBytes: source.bytes.count)
    offset = source.byteOrderMarkLength
    endOfToken = offset
  }

  func checkEncoding(_ limits: ParseLimits) throws(JSONSlip) {
    if source.bytes.count > limits.bytes { throw .size(limit: limits.bytes) }
    if source.encoding != .utf8 { throw .utf16 }
  }
}

// MARK: - Structure

extension JSONScanner {
  /// Reads the whole text.
  mutating func scan(_ bytes: Span<UInt8>) throws(JSONSlip) {
    while true {
      offset = Self.endOfSpace(in: bytes, from: offset)
      guard offset < bytes.count else { break }
      try token(bytes[offset], in: bytes)
      endOfToken = offset
    }
    if state != .end { throw .unexpected }
  }

  private mutating func token(_ byte: UInt8, in bytes: Span<UInt8>) throws(JSONSlip) {
    switch state {
    case .document, .firstItem, .item, .value:
      if byte == UInt8(ascii: "]"), state == .firstItem { close() } else { try value(byte, in: bytes) }
    case .firstKey, .key:
      if byte == UInt8(ascii: "\"") {
        try string(in: bytes)
        state = .colon
        // As good as always it follows at once.
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ":") {
          offset += 1
          state = .value
        }
      } else if byte == UInt8(ascii: "}"), state == .firstKey {
        close()
      } else {
        throw .unexpected
      }
    case .colon:
      guard byte == UInt8(ascii: ":") else { throw .unexpected }
      offset += 1
      state = .value
    case .itemSeparator:
      if byte == UInt8(ascii: ",") {
        offset += 1
        state = .item
      } else if byte == UInt8(ascii: "]") {
        close()
      } else {
        throw .unexpected
      }
    case .entrySeparator:
      if byte == UInt8(ascii: ",") {
        offset += 1
        state = .key
      } else if byte == UInt8(ascii: "}") {
        close()
      } else {
        throw .unexpected
      }
    case .end: throw .unexpected
    }
  }

  private mutating func value(_ byte: UInt8, in bytes: Span<UInt8>) throws(JSONSlip) {
    switch byte {
    case UInt8(ascii: "\""): try string(in: bytes)
    case UInt8(ascii: "{"): return try open(.mapping)
    case UInt8(ascii: "["): return try open(.sequence)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number(in: bytes)
    case UInt8(ascii: "t"): try word("true", .boolean, in: bytes)
    case UInt8(ascii: "f"): try word("false", .boolean, in: bytes)
    case UInt8(ascii: "n"): try word("null", .null, in: bytes)
    default: throw .unexpected
    }
    state = stateAfterValue(in: bytes)
  }

  private func stateAfterValue(in bytes: Span<UInt8>) -> State {
    guard let opener = openers.last else { return .end }
    return bytes[opener] == UInt8(ascii: "{") ? .entrySeparator : .itemSeparator
  }

  private mutating func open(_ kind: Node.Kind) throws(JSONSlip) {
    guard openers.count < nesting else { throw .nesting }
    openers.append(offset)
    builder.begin(kind, at: TextPosition(utf8Offset: offset), style: .flow)
    state = kind == .mapping ? .firstKey : .firstItem
    offset += 1
  }

  private mutating func close() {
    openers.removeLast()
    offset += 1
    do {
      try builder.end(at: TextPosition(utf8Offset: offset))
    } catch {
      preconditionFailure("JSON has no merge keys, but \(error)")
    }
    state = stateAfterValue(in: source.bytes.span)
  }

  private static func endOfSpace(in bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, isSpace(bytes[index]) {
      let isLineEnd = bytes[index] == 0x0A
      index += 1
      // Indentation is most of what there is.
      guard isLineEnd else { continue }
      while index + 8 <= bytes.count, bytes.eightBytes(at: index) == 0x2020_2020_2020_2020 { index += 8 }
    }
    return index
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

// MARK: - Scalars

extension JSONScanner {
  private mutating func word(_ word: String, _ kind: Node.Kind, in bytes: Span<UInt8>) throws(JSONSlip) {
    var end = offset
    for byte in word.utf8 {
      guard end < bytes.count, bytes[end] == byte else { throw .unexpected }
      end += 1
    }
    if end < bytes.count, Self.continuesWord(bytes[end]) { throw .unexpected }
    builder.scalar(kind, at: TextRange(utf8Offsets: offset..<end), style: .plain)
    offset = end
  }

  /// Whether a byte right after a word or a number makes it another one.
  static func continuesWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  private mutating func number(in bytes: Span<UInt8>) throws(JSONSlip) {
    let start = offset
    var kind = Node.Kind.integer
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "0") {
      offset += 1
    } else {
      try digits(in: bytes, start)
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      kind = .number
      offset += 1
      try digits(in: bytes, start)
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      kind = .number
      offset += 1
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
      try digits(in: bytes, start)
    }
    if offset < bytes.count, Self.continuesWord(bytes[offset]) { throw .number(start: start) }
    builder.scalar(kind, at: TextRange(utf8Offsets: start..<offset), style: .plain)
  }

  private mutating func digits(in bytes: Span<UInt8>, _ start: Int) throws(JSONSlip) {
    let first = offset
    while offset < bytes.count, bytes[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
    if offset == first { throw .number(start: start) }
  }

  private mutating func string(in bytes: Span<UInt8>) throws(JSONSlip) {
    let start = offset
    offset = Self.endOfPlainRun(in: bytes, from: offset + 1)
    var isVerbatim = true
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        let range = TextRange(utf8Offsets: start..<offset)
        if isVerbatim {
          builder.scalar(.string, at: range, style: .doubleQuoted)
        } else {
          builder.scalar(.string, at: range, style: .doubleQuoted, content: decoded)
        }
        return
      case UInt8(ascii: "\\"):
        if isVerbatim {
          isVerbatim = false
          decoded.removeAll(keepingCapacity: true)
          for index in start + 1..<offset { decoded.append(bytes[index]) }
        }
        try escape(in: bytes, string: start)
      case 0x0A, 0x0D: throw .unclosedString(start: start)
      case 0..<0x20: throw .controlCharacter
      case 0x80...:
        let length = try Self.lengthOfScalar(in: bytes, at: offset)
        if !isVerbatim {
          for index in offset..<offset + length { decoded.append(bytes[index]) }
        }
        offset += length
      default:
        if !isVerbatim { decoded.append(byte) }
        offset += 1
      }
    }
    throw .unclosedString(start: start)
  }

  /// Where the first byte stands that ends a text or is not itself in it.
  private static func endOfPlainRun(in bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count {
      let marks = marksOfOthers(bytes.eightBytes(at: index).littleEndian)
      if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, isPlain(bytes[index]) { index += 1 }
    return index
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// `isPlain` of eight bytes at once: the first that is not has its highest bit in the answer, and none before it.
  private static func marksOfOthers(_ bytes: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = bytes ^ (ones * UInt64(UInt8(ascii: "\"")))
    let backslashes = bytes ^ (ones * UInt64(UInt8(ascii: "\\")))
    let isOther = bytes | (bytes &- ones * 0x20) | (quotes &- ones) | (backslashes &- ones)
    return isOther & (ones * 0x80)
  }

  /// The bytes that a character beyond ASCII takes.
  static func lengthOfScalar(in bytes: Span<UInt8>, at offset: Int) throws(JSONSlip) -> Int {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[offset] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw .encoding(offset..<offset + 1)
    }
    for position in 1..<length {
      let allowed = position == 1 ? second : 0x80...0xBF
      guard offset + position < bytes.count, allowed.contains(bytes[offset + position]) else {
        throw .encoding(offset..<offset + position)
      }
    }
    return length
  }

  private mutating func escape(in bytes: Span<UInt8>, string start: Int) throws(JSONSlip) {
    let backslash = offset
    guard offset + 1 < bytes.count else { throw .unclosedString(start: start) }
    offset += 2
    switch bytes[backslash + 1] {
    case UInt8(ascii: "\""): decoded.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): decoded.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): decoded.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"): try unicodeEscape(in: bytes, backslash)
    case 0x0A, 0x0D: throw .unclosedString(start: start)
    case 0x80...:
      let length = try Self.lengthOfScalar(in: bytes, at: backslash + 1)
      throw .escape(backslash..<backslash + 1 + length)
    default: throw .escape(backslash..<offset)
    }
  }

  private mutating func unicodeEscape(in bytes: Span<UInt8>, _ backslash: Int) throws(JSONSlip) {
    var value = try hexadecimal(in: bytes, backslash)
    if 0xDC00...0xDFFF ~= value { throw .surrogate(backslash..<offset) }
    if 0xD800...0xDBFF ~= value {
      let end = offset
      guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
      else { throw .surrogate(backslash..<end) }
      offset += 2
      let low = try hexadecimal(in: bytes, end)
      guard 0xDC00...0xDFFF ~= low else { throw .surrogate(backslash..<end) }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    // A surrogate is the only value below 0x110000 that is no scalar, and none comes here.
    guard let scalar = Unicode.Scalar(value) else { throw .surrogate(backslash..<offset) }
    decoded.append(contentsOf: String(scalar).utf8)
  }

  /// Reads the four digits of an escape.
  private mutating func hexadecimal(in bytes: Span<UInt8>, _ backslash: Int) throws(JSONSlip) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count else { throw .escape(backslash..<offset) }
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: throw .escape(backslash..<offset)
      }
      offset += 1
    }
    return value
  }
}
