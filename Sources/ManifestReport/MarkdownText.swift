import ManifestText

/// Text that stays what it is in Markdown, on one line.
enum MarkdownText {
  /// What is no markup of Markdown wherever in a line it stands.
  private static let plain = Set(" ,.;'\"?/()%+-".utf8)

  /// Words with everything in writing that a terminal would obey, and every sign a reference that Markdown or HTML
  /// knows: a reference never counts as markup.
  ///
  /// A name behind `@` would be told about the comment, and a number behind `#` linked: there the sign stands in a `<code>`.
  static func escaped(_ words: String) -> String {
    var result: [UInt8] = []
    for byte in DisplayText(words).printed() {
      switch byte {
      case UInt8(ascii: "@"), UInt8(ascii: "#"): result.append(contentsOf: "<code>&#\(byte);</code>".utf8)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
        result.append(byte)
      case _ where plain.contains(byte): result.append(byte)
      default: result.append(contentsOf: "&#\(byte);".utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
