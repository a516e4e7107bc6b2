import ManifestText

/// What is known of a YAML text before it is parsed.
struct YAMLSourceCheck: Sendable {
  /// Whether code points and bytes are the same.
  private(set) var isASCII = true
  /// The places, in order, of characters that YAML 1.2 and libyaml do not read alike: U+0085, U+2028, U+2029 and
  /// U+FEFF.
  private(set) var hazards: [Int] = []

  private var tagDirectives = 0

  /// Looks at every byte once.
  ///
  /// - Throws: ``SyntaxFailure`` for the first byte that no YAML text may have, and for too many `%TAG` lines.
  init(_ source: SourceText, limits: ParseLimits) throws(SyntaxFailure) {
    let bytes = source.bytes.span
    var index = source.byteOrderMarkLength
    while index < bytes.count {
      let end = min(index + 256, bytes.count)
      if Self.isPlain(bytes, index, end) {
        index = end
        continue
      }
      // A character may reach past the end of a block: the next block begins where it ends.
      while index < end { index = try check(source, index, limits) }
    }
  }

  /// Whether there are only line feeds and printable ASCII characters but `%`; without a branch, to run on vectors.
  @inline(__always)
  private static func isPlain(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let block = bytes.extracting(start..<end)
    var oddities: UInt8 = 0
    for index in block.indices {
      let byte = block[index]
      let isUnprintable: UInt8 = byte &- 0x20 < 0x5F ? 0 : 1
      let isNoLineFeed: UInt8 = byte == 0x0A ? 0 : 1
      oddities |= (isUnprintable & isNoLineFeed) | (byte == UInt8(ascii: "%") ? 1 : 0)
    }
    return oddities == 0
  }

  /// Checks the character at an offset, and goes past it.
  private mutating func check(
    _ source: SourceText, _ index: Int, _ limits: ParseLimits
  ) throws(SyntaxFailure) -> Int {
    let byte = source.bytes[index]
    if byte >= 0x80 {
      isASCII = false
      guard let length = UTF8Validation.length(of: source.bytes, at: index) else {
        throw SyntaxFailure(.invalidEncoding(source, at: index))
      }
      try checkCharacter(source, index..<index + length)
      return index + length
    }
    if byte == UInt8(ascii: "%") { try countTagDirective(source, index, limit: limits.tagDirectives) }
    if byte >= 0x20, byte != 0x7F { return index + 1 }
    if byte == 0x09 || byte == 0x0A || byte == 0x0D { return index + 1 }
    throw SyntaxFailure(.controlCharacter(UInt32(byte), at: index..<index + 1))
  }

  private mutating func checkCharacter(_ source: SourceText, _ range: Range<Int>) throws(SyntaxFailure) {
    let bytes = source.bytes
    switch (bytes[range.lowerBound], bytes[range.lowerBound + 1]) {
    case (0xC2, 0x85): hazards.append(range.lowerBound)
    case (0xC2, let second) where second < 0xA0:
      throw SyntaxFailure(.controlCharacter(UInt32(second), at: range))
    case (0xE2, 0x80) where bytes[range.lowerBound + 2] == 0xA8 || bytes[range.lowerBound + 2] == 0xA9:
      hazards.append(range.lowerBound)
    case (0xEF, 0xBB) where bytes[range.lowerBound + 2] == 0xBF: hazards.append(range.lowerBound)
    case (0xEF, 0xBF) where bytes[range.lowerBound + 2] >= 0xBE:
      throw SyntaxFailure(.controlCharacter(0xFF40 + UInt32(bytes[range.lowerBound + 2]), at: range))
    default: break
    }
  }

  /// Counts `%TAG` lines, whose cost in libyaml is the square of their number, inside one call.
  private mutating func countTagDirective(_ source: SourceText, _ index: Int, limit: Int) throws(SyntaxFailure) {
    let isLineStart = index == 0 || source.bytes[index - 1] < 0x20 || source.bytes[index - 1] >= 0x80
    guard isLineStart, source.bytes[index...].starts(with: "%TAG".utf8) else { return }
    tagDirectives += 1
    guard tagDirectives > limit else { return }
    throw SyntaxFailure(
      SyntaxError(
        "more than \(limit) '%TAG' lines", at: TextRange(utf8Offsets: index..<index + 4),
        help: "write the tags in full: '!<tag:example.com,2000:name>'"))
  }
}

extension SyntaxError {
  /// A byte that is no UTF-8.
  static func invalidEncoding(_ source: SourceText, at offset: Int) -> Self {
    let range = TextRange(utf8Offsets: offset..<offset + 1)
    if source.encoding != .utf8 {
      return SyntaxError("half a UTF-16 character", at: range, help: "save the file as UTF-8")
    }
    let hex = String(source.bytes[offset], radix: 16, uppercase: true)
    return SyntaxError(
      "the byte 0x\(hex) is not UTF-8", at: range, help: "save the file as UTF-8")
  }

  /// A character that may not stand in YAML, not even in a comment.
  static func controlCharacter(_ value: UInt32, at range: Range<Int>) -> Self {
    let hex = String(value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let escape = value <= 0xFF ? "\\x" + String(repeating: "0", count: max(0, 2 - hex.count)) + hex : "\\u" + hex
    return SyntaxError(
      value == 0 ? "a NUL character (U+0000)" : "the control character \(name)", at: TextRange(utf8Offsets: range),
      help: "remove it, or write it as '\(escape)' in a text in double quotes")
  }
}
