/// Turns the code points that libyaml counts into byte offsets.
///
/// It remembers the last place and walks from there, either way.
struct CodePointMap: Sendable {
  private let bytes: [UInt8]
  private let isASCII: Bool
  private let start: Int
  private var codePoint = 0
  private var offset: Int

  /// Counts code points from an offset on; the bytes from there on are valid UTF-8.
  init(_ bytes: [UInt8], from start: Int, isASCII: Bool) {
    self.bytes = bytes
    self.start = start
    self.isASCII = isASCII
    offset = start
  }

  /// The byte offset of a code point, no further than the end of the text.
  mutating func offset(of target: Int) -> Int {
    if isASCII { return min(start + target, bytes.count) }
    while codePoint < target, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      codePoint += 1
    }
    while codePoint > target, offset > start {
      offset -= 1
      while offset > start, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      codePoint -= 1
    }
    return offset
  }
}
