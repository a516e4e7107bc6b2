package import ManifestText

/// A text as people are shown it: every character with its columns, and what must not be printed in writing.
///
/// Controls are written as `\u{1B}`, invalid bytes as `\xFF`, tabs as blanks up to the next stop, and a mark that has
/// no character to sit on gets a dotted circle. So is the `[` of what a build server would obey in its log.
package struct DisplayText: Sendable {
  /// What is drawn as one.
  package struct Cell: Sendable {
    /// What is drawn.
    package enum Content: Hashable, Sendable {
      /// A character as it is.
      case character
      /// The notation of what must not be printed.
      case notation
      /// What stands for a secret.
      case mask
    }

    /// The bytes that it stands for, as offsets in the source.
    package var source: Range<Int>
    /// The column that it begins in, from 0.
    package var column: Int
    /// How many columns it takes; at least 1.
    package var width: Int
    /// What is drawn.
    package var content: Content
    /// Where its bytes are in the text's own.
    fileprivate var bytes: Range<Int>
  }

  /// The cells, from left to right.
  package private(set) var cells: [Cell] = []

  private var bytes: [UInt8] = []
  private let isOneLine: Bool

  /// How many columns lie between two tab stops.
  private static let tab = 4

  /// How many scalars are drawn as one cell at most, so that an endless character cannot grow past a line.
  private static let longestCell = 32

  /// A line of a source, empty at first.
  package init() {
    isOneLine = false
  }

  /// Words of ours; a tab in them is written as `\t`.
  package init(_ words: String, columns maximum: Int = .max) {
    isOneLine = true
    append(Array(words.utf8)[...], at: 0, columns: maximum)
  }

  /// How many columns it takes.
  package var width: Int {
    guard let last = cells.last else { return 0 }
    return last.column + last.width
  }

  /// The bytes to print, of all cells or of some.
  package func printed(_ range: Range<Int>? = nil) -> ArraySlice<UInt8> {
    let range = range ?? cells.indices
    guard let first = range.first, let last = range.last else { return [] }
    return bytes[cells[first].bytes.lowerBound..<cells[last].bytes.upperBound]
  }

  /// The first cell that holds the offset or lies after it.
  func cell(at offset: Int) -> Int {
    partition { $0.source.upperBound > offset }
  }

  /// The first cell that begins at the column or after it.
  func cell(from column: Int) -> Int {
    partition { $0.column >= column }
  }

  /// The column of an offset; that of the end for one after it.
  func column(at offset: Int) -> Int {
    let index = cell(at: offset)
    return index < cells.count ? cells[index].column : width
  }

  /// The column after the last cell that begins before the offset.
  func endColumn(at offset: Int) -> Int {
    let index = partition { $0.source.lowerBound >= offset }
    return index > 0 ? cells[index - 1].column + cells[index - 1].width : 0
  }

  private func partition(_ isAfter: (Cell) -> Bool) -> Int {
    var (low, high) = (0, cells.count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(cells[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

// MARK: - Filling

extension DisplayText {
  /// Adds what stands for a secret.
  mutating func appendMask(for source: Range<Int>) {
    let start = bytes.count
    bytes.append(contentsOf: RedactedText.mask.utf8)
    addCell(source, width: RedactedText.mask.unicodeScalars.count, from: start, .mask)
  }

  /// Adds pieces of a source until it is that wide; says whether all of them fitted.
  @discardableResult
  package mutating func append(_ pieces: [RedactedText.Piece], columns maximum: Int) -> Bool {
    for piece in pieces {
      if width >= maximum { return false }
      let offsets = piece.range.utf8Offsets
      if let bytes = piece.bytes {
        if !append(bytes, at: offsets.lowerBound, columns: maximum) { return false }
      } else {
        appendMask(for: offsets)
      }
    }
    return true
  }

  /// Adds bytes that stand at an offset until it is that wide; says whether all of them fitted.
  @discardableResult
  mutating func append(_ added: ArraySlice<UInt8>, at offset: Int, columns maximum: Int) -> Bool {
    let span = added.span
    var boundaries = CharacterBoundaries()
    var character: [Unicode.Scalar] = []
    var start = 0
    var index = 0
    while index < span.count {
      let byte = span[index]
      let isPlain = (0x20..<0x7F).contains(byte) && (index + 1 == span.count || span[index + 1] < 0x80)
      let (scalar, length) = isPlain && character.isEmpty ? (nil, 1) : span.decodedScalar(at: index)
      let isBoundary = character.isEmpty || boundaries.isBoundary(before: scalar)
      if isBoundary || character.count == Self.longestCell {
        if !character.isEmpty { appendCharacter(&character, from: offset + start) }
        if width >= maximum { return false }
        start = index
      }
      if isBoundary, isPlain {
        // Between two ASCII characters there is always a boundary: no need to know what each of them is.
        let position = bytes.count
        if byte == UInt8(ascii: "["), bytes.endsInLogCommandPrefix {
          appendEscape(Self.notation(of: "["), for: offset + index..<offset + index + 1)
        } else {
          bytes.append(byte)
          addCell(offset + index..<offset + index + 1, width: 1, from: position)
        }
      } else if let scalar {
        if character.isEmpty {
          boundaries = CharacterBoundaries()
          _ = boundaries.isBoundary(before: scalar)
        }
        character.append(scalar)
      } else {
        appendEscape("\\x" + hexadecimal(UInt32(byte)), for: offset + index..<offset + index + 1)
      }
      index += length
    }
    appendCharacter(&character, from: offset + start)
    return true
  }

  /// Adds one character, which may take several cells if it holds what must not be printed.
  private mutating func appendCharacter(_ character: inout [Unicode.Scalar], from offset: Int) {
    defer { character.removeAll(keepingCapacity: true) }
    var start = offset
    var end = offset
    var first = 0
    for index in character.indices {
      let scalar = character[index]
      let length = UTF8.width(scalar)
      if !isPrinted(index, of: character) {
        appendCell(character[first..<index], for: start..<end)
        if scalar == "\t", !isOneLine {
          appendTab(for: end..<end + length)
        } else {
          appendEscape(Self.notation(of: scalar), for: end..<end + length)
        }
        start = end + length
        first = index + 1
      }
      end += length
    }
    appendCell(character[first...], for: start..<end)
  }

  private mutating func appendCell(_ scalars: ArraySlice<Unicode.Scalar>, for source: Range<Int>) {
    guard let first = scalars.first else { return }
    let start = bytes.count
    var width = DisplayWidth.columns(of: scalars)
    if width == 0 {
      bytes.append(contentsOf: "◌".utf8)
      width = 1
    } else if first.properties.generalCategory == .spacingMark {
      bytes.append(contentsOf: "◌".utf8)
      width += 1
    }
    for scalar in scalars { bytes.append(contentsOf: UTF8.encode(scalar)!) }
    addCell(source, width: width, from: start)
  }

  private mutating func appendTab(for source: Range<Int>) {
    let start = bytes.count
    let width = Self.tab - self.width % Self.tab
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: width))
    addCell(source, width: width, from: start)
  }

  private mutating func appendEscape(_ notation: String, for source: Range<Int>) {
    let start = bytes.count
    bytes.append(contentsOf: notation.utf8)
    addCell(source, width: notation.utf8.count, from: start, .notation)
  }

  private mutating func addCell(
    _ source: Range<Int>, width: Int, from start: Int, _ content: Cell.Content = .character
  ) {
    cells.append(
      Cell(source: source, column: self.width, width: width, content: content, bytes: start..<bytes.count))
  }

  /// Whether a scalar of a character is drawn as it is: not what is invisible, unless it does its work there.
  private func isPrinted(_ index: Int, of character: [Unicode.Scalar]) -> Bool {
    let scalar = character[index]
    if scalar.isInvisibleControl || (scalar == "[" && bytes.endsInLogCommandPrefix) { return false }
    if scalar.value < 0xAD { return true }
    if scalar.properties.isNoncharacterCodePoint { return false }
    if !scalar.properties.isDefaultIgnorableCodePoint { return true }
    guard index > 0 else { return false }
    let previous = character[index - 1]
    switch scalar.value {
    case 0x200C: return !previous.isASCII && !previous.isJoinControl
    case 0x200D:
      guard index + 1 < character.count, !character[index + 1].isJoinControl else { return false }
      return !previous.isASCII && !previous.isJoinControl
    case 0xFE0E, 0xFE0F: return previous.properties.isEmoji
    case 0xFE00...0xFE0D, 0xE0100...0xE01EF:
      return !previous.isASCII && !previous.properties.isDefaultIgnorableCodePoint
    case 0xE0020...0xE007F: return character[0] == "\u{1F3F4}"
    default: return false
    }
  }

  /// How a character that must not be printed is written.
  static func notation(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{" + hexadecimal(scalar.value) + "}"
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a zero width joiner or non-joiner.
  fileprivate var isJoinControl: Bool { self == "\u{200C}" || self == "\u{200D}" }
}

/// A number in at least two hexadecimal digits.
private func hexadecimal(_ value: UInt32) -> String {
  (value < 16 ? "0" : "") + String(value, radix: 16, uppercase: true)
}
