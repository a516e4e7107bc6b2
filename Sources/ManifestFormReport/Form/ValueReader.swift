import ManifestSyntax
import ManifestText

/// Reads values as they may be shown: whatever is secret in them is masked.
struct ValueReader {
  private let source: RedactedText

  /// The most bytes of a text that are read.
  private static let longestText = 1 << 16
  /// The most characters of a heading.
  private static let longestHeading = 80
  /// The most lines of an excerpt.
  private static let mostLines = 12
  /// The most bytes of a line of an excerpt.
  private static let longestLine = 400
  /// The most items of a list.
  private static let mostItems = 200

  /// Reads values that stand in a text.
  init(_ source: RedactedText) {
    self.source = source
  }

  /// The text of a scalar as it is written.
  ///
  /// Of a giant one the beginning, which is more than anything shows.
  func text(of node: Node) -> String {
    let pieces = source.pieces(of: node.range)
    guard pieces.contains(where: { $0.bytes == nil }) else {
      return source.masking(String(decoding: node.content.prefix(Self.longestText), as: UTF8.self))
    }
    // What escapes and folding make of a secret is not looked for: the source itself is shown.
    let range = node.range.utf8Offsets
    let end = min(range.upperBound, range.lowerBound + Self.longestText)
    let written = source.string(TextRange(utf8Offsets: range.lowerBound..<end))
    let isQuoted = node.style == .singleQuoted || node.style == .doubleQuoted
    guard isQuoted, let first = written.first, written.last == first, written.count >= 2 else { return written }
    return first == "\"" || first == "'" ? String(written.dropFirst().dropLast()) : written
  }

  /// The text of a name, where it stands for what it names; `nil` if it is blank.
  func heading(of node: Node) -> String? {
    let text = text(of: node)
    return text.allSatisfy(\.isWhitespace) ? nil : String(text.prefix(Self.longestHeading))
  }

  /// What a field shows for a value.
  func value(of node: Node) -> FormValue {
    switch node.kind {
    case .null: .absent("no value")
    case .string where node.content.isEmpty && !node.range.isEmpty: .absent("an empty text")
    case .boolean, .integer, .number, .string: .text(FormText(text(of: node)))
    case .sequence, .mapping: excerpt(node)
    }
  }

  /// What a field shows for a list of scalars, with what each of them is in words.
  func list(_ node: Node, _ caption: (String) -> String?) -> FormValue {
    guard node.kind == .sequence else { return value(of: node) }
    let items = Array(node.items)
    guard items.count <= Self.mostItems, items.allSatisfy(\.isScalar) else { return excerpt(node) }
    if items.isEmpty { return .absent("an empty list") }
    return .items(
      items.map { item in
        FormItem(text: FormText(text(of: item)), caption: caption(item.text), pointer: item.pointer)
      })
  }

  /// The line, from 1, that a finding about a node would be reported on.
  func line(of node: Node) -> Int {
    source.lines.line(at: node.place.range.lowerBound)
  }

  /// A value as it stands in the file, without the blanks that all its lines begin with.
  private func excerpt(_ node: Node) -> FormValue {
    let lines = source.lines
    let (first, last) = (lines.line(at: node.range.lowerBound), lines.line(at: node.range.upperBound))
    let indentation = Int(node.range.lowerBound.utf8Offset) - Int(lines.start(ofLine: first).utf8Offset)
    let shown = (first...last).prefix(Self.mostLines).map { line in
      var range = lines.range(ofLine: line).clamped(to: node.range).utf8Offsets
      let isCut = range.count > Self.longestLine
      if isCut { range = range.lowerBound..<range.lowerBound + Self.longestLine }
      let written = source.string(TextRange(utf8Offsets: range)) + (isCut ? "…" : "")
      let blanks = written.utf8.prefix(indentation).prefix { $0 == UInt8(ascii: " ") }.count
      return line == first ? written : String(written.dropFirst(blanks))
    }
    return .excerpt(source.masking(shown.joined(separator: "\n")), hiddenLines: last - first + 1 - shown.count)
  }
}
