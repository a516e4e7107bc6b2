import Synchronization

/// Where the lines of a text begin.
///
/// Lines end at `\n`, `\r\n` and `\r`, as editors and the Language Server Protocol count them; libyaml also breaks at
/// U+0085, U+2028 and U+2029, which is why its own line numbers are not used.
///
/// The lines are looked for when they are first asked for: most texts are right, and nobody asks.
public struct LineTable: Sendable {
  /// The text that the table belongs to.
  public let source: SourceText

  private let lines = LazyLines()

  /// Whether every byte is ASCII, so that all units count the same.
  public var isASCII: Bool { lines.found(in: source).isASCII }

  private var starts: [UInt32] { lines.found(in: source).starts }

  /// Takes a text.
  public init(_ source: SourceText) {
    self.source = source
  }
}

extension LineTable: Hashable {
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.source == rhs.source }

  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

/// The lines of one text, once they have been found, on whatever thread that was.
private final class LazyLines: Sendable {
  private let value = AtomicLazyReference<FoundLines>()

  func found(in source: SourceText) -> FoundLines {
    value.load() ?? value.storeIfNil(FoundLines(source))
  }
}

/// Where the lines of a text begin, found in one pass.
private final class FoundLines: Sendable {
  let isASCII: Bool
  let starts: [UInt32]

  init(_ source: SourceText) {
    var starts: [UInt32] = [0]
    let bytes = source.bytes.span
    var index = 0
    var allBits: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      allBits |= byte
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
      starts.append(UInt32(index))
    }
    self.starts = starts
    isASCII = allBits < 0x80
  }
}

extension LineTable {
  /// How many lines there are; a final line break is followed by one more, empty line.
  public var count: Int { starts.count }

  /// The line, from 1, that a position is on.
  public func line(at position: TextPosition) -> Int {
    let starts = starts
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position.utf8Offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The range of a line, counted from 1, without its line break and without a byte order mark.
  public func range(ofLine line: Int) -> TextRange {
    let starts = starts
    var start = Int(starts[line - 1])
    if line == 1 { start = source.byteOrderMarkLength }
    var end = line < starts.count ? Int(starts[line]) : source.bytes.count
    if end > start, line < starts.count {
      if source.bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
      if end > start, source.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    }
    return TextRange(utf8Offsets: start..<max(start, end))
  }

  /// Where the line, counted from 1, begins, a byte order mark included.
  public func start(ofLine line: Int) -> TextPosition {
    TextPosition(utf8Offset: Int(starts[line - 1]))
  }
}
