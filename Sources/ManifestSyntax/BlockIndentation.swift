/// How far the lines of a block scalar are indented.
enum BlockIndentation {
  /// Tells it from the content: the first line that is not empty has lost that many spaces.
  static func find(_ bytes: [UInt8], _ lines: Range<Int>, content: ArraySlice<UInt8>) -> Int {
    let emptyLines = content.prefix { $0 == UInt8(ascii: "\n") }.count
    let kept = content.dropFirst(emptyLines).prefix { $0 == UInt8(ascii: " ") }.count
    var index = lines.lowerBound
    for _ in 0..<emptyLines {
      while index < lines.upperBound, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") {
        index += 1
      }
      if index < lines.upperBound {
        let isPair = bytes[index] == UInt8(ascii: "\r") && index + 1 < lines.upperBound
        index += isPair && bytes[index + 1] == UInt8(ascii: "\n") ? 2 : 1
      }
    }
    let spaces = bytes[index..<max(lines.upperBound, index)].prefix { $0 == UInt8(ascii: " ") }.count
    // Without a line of content, no line is deeper than the content is indented.
    return emptyLines == content.count ? Int.max / 2 : max(0, spaces - kept)
  }
}
