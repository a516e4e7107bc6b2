/// Characters of a text that is known to be UTF-8.
enum UTF8Text {
  /// The scalar that begins at an offset; `nil` if none does.
  static func scalar(_ text: Span<UInt8>, _ offset: Int) -> Unicode.Scalar? {
    let first = text[offset]
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, offset + length <= text.count else { return nil }
    var code = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for index in offset + 1..<offset + length { code = code << 6 | UInt32(text[index] & 0x3F) }
    return Unicode.Scalar(code)
  }

  /// All scalars of a text.
  static func scalars(_ text: Span<UInt8>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var offset = 0
    while offset < text.count, let scalar = scalar(text, offset) {
      scalars.append(scalar)
      offset += UTF8.width(scalar)
    }
    return scalars
  }
}
