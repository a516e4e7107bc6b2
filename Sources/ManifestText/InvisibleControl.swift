extension Unicode.Scalar {
  /// Whether it has no shape of its own and changes what is around it.
  ///
  /// A terminal's state, the order of the text, the line: no report prints one as it is.
  public var isInvisibleControl: Bool {
    switch value {
    case 0x00..<0x20, 0x7F..<0xA0: true  // C0, DEL, C1 with NEL
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // bidirectional controls
    case 0x200B, 0x2060, 0xFEFF: true  // zero width space, word joiner, byte order mark
    case 0x2028, 0x2029: true  // line and paragraph separator
    case 0xFFF9...0xFFFB: true  // interlinear annotation
    default: false
    }
  }
}
