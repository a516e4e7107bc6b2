import ManifestText

/// What a fix changes, as lines before and after, with secrets masked.
struct FixDiff: Sendable {
  /// A line that goes, a line that comes, or a place where more of them are left out.
  enum Row: Sendable {
    case removed(line: Int, [UInt8])
    case added(line: Int, [UInt8])
    case leftOut
  }

  /// The rows, from the top; none if nothing can be shown in so little room.
  private(set) var rows: [Row] = []

  /// The most lines of one kind that are shown of one place.
  private static let mostLines = 4
  /// The most places that are shown.
  private static let mostPlaces = 3
  /// The most bytes of a place that are looked at.
  private static let mostBytes = 8192

  /// Compares the text with what the fix makes of it, in rows of no more columns than that.
  ///
  /// Only the lines that it touches are looked at, and of long lines only what is near.
  init(_ fix: FixIt, of text: RedactedText, columns maximum: Int) {
    var growth = 0
    var rest = fix.edits[...]
    var places = 0
    while let first = rest.first {
      guard places < Self.mostPlaces else {
        rows.append(.leftOut)
        return
      }
      var place = Place(first, in: text)
      rest = rest.dropFirst()
      while let next = rest.first, place.add(next, in: text) { rest = rest.dropFirst() }
      guard let change = place.change(in: text, reach: maximum, atMost: Self.mostBytes) else {
        rows.removeAll()
        return
      }
      if change.removed.isEmpty, change.added.isEmpty { continue }
      if places > 0 { rows.append(.leftOut) }
      places += 1
      append(change, addedAfter: growth, columns: maximum)
      growth += change.added.count - change.removed.count
    }
  }

  /// The last line number in it, or 0.
  var lastLine: Int {
    rows.map { row in
      switch row {
      case .removed(let line, _), .added(let line, _): line
      case .leftOut: 0
      }
    }.max() ?? 0
  }

  /// A line number that none in the comparison is above.
  static func lastLine(of fix: FixIt, in text: RedactedText) -> Int {
    let breaks = fix.edits.reduce(0) { $0 + $1.replacement.utf8.count { $0 == 0x0A || $0 == 0x0D } }
    return text.lines.line(at: fix.edits.map(\.range.upperBound).max() ?? TextPosition(utf8Offset: 0)) + breaks
  }

  /// Writes the rows.
  func write(gutter: Gutter, into output: inout [UInt8]) {
    gutter.writeEmpty(into: &output)
    for row in rows {
      switch row {
      case .removed(let line, let text): gutter.write(text, line: line, change: "-", style: .removed, into: &output)
      case .added(let line, let text): gutter.write(text, line: line, change: "+", style: .added, into: &output)
      case .leftOut: gutter.writeEllipsis(into: &output)
      }
    }
  }

  private mutating func append(_ change: Change, addedAfter growth: Int, columns maximum: Int) {
    let pairs = zip(change.removed, change.added)
    let changes = pairs.map { $0.difference(from: $1) }
    func row(_ line: Line, _ index: Int) -> [UInt8] {
      line.shown(around: index < changes.count ? changes[index] : 0, columns: maximum)
    }
    for (index, line) in change.removed.prefix(Self.mostLines).enumerated() {
      rows.append(.removed(line: change.line + index, row(line, index)))
    }
    if change.removed.count > Self.mostLines { rows.append(.leftOut) }
    for (index, line) in change.added.prefix(Self.mostLines).enumerated() {
      rows.append(.added(line: change.line + growth + index, row(line, index)))
    }
    if change.added.count > Self.mostLines { rows.append(.leftOut) }
  }
}

// MARK: - Comparing

extension FixDiff {
  /// A line as a row of bytes and of what is hidden.
  fileprivate struct Line: Hashable, Sendable {
    /// A byte, or something hidden that equals only itself.
    enum Token: Hashable, Sendable {
      case byte(UInt8)
      case secret(at: Int)
      case maskedReplacement(Int)
      case cut
    }
    var tokens: [Token] = []
  }

  /// The lines that one place loses and gets.
  fileprivate struct Change: Sendable {
    var line: Int
    var removed: [Line]
    var added: [Line]
  }

  /// Edits that touch the same lines.
  fileprivate struct Place: Sendable {
    private var edits: [TextEdit]
    private var lines: ClosedRange<Int>

    init(_ edit: TextEdit, in text: RedactedText) {
      edits = [edit]
      lines = Self.lines(of: edit, in: text)
    }

    /// Takes one more edit if it touches a line of this place; later edits come later in the text.
    mutating func add(_ edit: TextEdit, in text: RedactedText) -> Bool {
      let lines = Self.lines(of: edit, in: text)
      guard lines.lowerBound <= self.lines.upperBound else { return false }
      self.lines = self.lines.lowerBound...max(lines.upperBound, self.lines.upperBound)
      edits.append(edit)
      return true
    }

    private static func lines(of edit: TextEdit, in text: RedactedText) -> ClosedRange<Int> {
      let first = text.lines.line(at: edit.range.lowerBound)
      return first...max(first, text.lines.line(at: edit.range.upperBound))
    }
  }
}

extension FixDiff.Place {
  /// What the edits change; `nil` if that is too much to look at.
  func change(in text: RedactedText, reach: Int, atMost maximum: Int) -> FixDiff.Change? {
    guard let start = edits.first?.range.utf8Offsets.lowerBound,
      let end = edits.map(\.range.utf8Offsets.upperBound).max(),
      end - start + edits.reduce(0, { $0 + $1.replacement.utf8.count }) <= maximum
    else { return nil }
    let first = text.lines.range(ofLine: lines.lowerBound).utf8Offsets
    let last = text.lines.range(ofLine: lines.upperBound).utf8Offsets
    let lower = min(start, max(first.lowerBound, start - reach))
    let upper = max(end, min(last.upperBound, end + reach))

    var old = TokenLines()
    var new = TokenLines()
    if lower > first.lowerBound {
      old.append(.cut)
      new.append(.cut)
    }
    old.append(lower..<upper, of: text)
    var offset = lower
    for (index, edit) in edits.enumerated() {
      let range = edit.range.utf8Offsets
      new.append(offset..<max(offset, range.lowerBound), of: text)
      if let replacement = text.replacement(of: edit) {
        new.append(Array(replacement.utf8)[...])
      } else {
        new.append(.maskedReplacement(index))
      }
      offset = max(offset, range.upperBound)
    }
    new.append(offset..<max(offset, upper), of: text)
    if upper < last.upperBound {
      old.append(.cut)
      new.append(.cut)
    }
    return FixDiff.Change(from: old.lines, to: new.lines, line: lines.lowerBound)
  }
}

extension FixDiff.Change {
  /// Leaves out the lines at either end that stay as they are.
  fileprivate init(from old: [FixDiff.Line], to new: [FixDiff.Line], line: Int) {
    var (removed, added) = (old[...], new[...])
    var line = line
    while let left = removed.first, left == added.first {
      removed.removeFirst()
      added.removeFirst()
      line += 1
    }
    while let left = removed.last, left == added.last {
      removed.removeLast()
      added.removeLast()
    }
    self.init(line: line, removed: Array(removed), added: Array(added))
  }
}

/// Lines that grow at their end.
private struct TokenLines {
  private(set) var lines = [FixDiff.Line()]
  private var isAfterCarriageReturn = false

  mutating func append(_ token: FixDiff.Line.Token) {
    lines[lines.count - 1].tokens.append(token)
    isAfterCarriageReturn = false
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n") where isAfterCarriageReturn: isAfterCarriageReturn = false
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        lines.append(FixDiff.Line())
        isAfterCarriageReturn = byte == UInt8(ascii: "\r")
      default: append(.byte(byte))
      }
    }
  }

  mutating func append(_ range: Range<Int>, of text: RedactedText) {
    for piece in text.pieces(of: TextRange(utf8Offsets: range)) {
      if let bytes = piece.bytes {
        append(bytes)
      } else {
        appendSecret(piece.range, of: text)
      }
    }
  }

  /// A secret of several lines takes as many.
  private mutating func appendSecret(_ range: TextRange, of text: RedactedText) {
    let first = text.lines.line(at: range.lowerBound)
    append(.secret(at: Int(range.lowerBound.utf8Offset)))
    for line in first..<max(first, text.lines.line(at: range.upperBound)) {
      lines.append(FixDiff.Line())
      append(.secret(at: Int(text.lines.start(ofLine: line + 1).utf8Offset)))
    }
  }
}

// MARK: - Showing

extension FixDiff.Line {
  /// How many tokens are the same before the first that differs.
  fileprivate func difference(from other: Self) -> Int {
    zip(tokens, other.tokens).prefix { $0 == $1 }.count
  }

  /// The line as it is printed, cut around a token if it is too long.
  fileprivate func shown(around index: Int, columns maximum: Int) -> [UInt8] {
    var display = DisplayText()
    var run: [UInt8] = []
    for (offset, token) in tokens.enumerated() {
      if case .byte(let byte) = token {
        run.append(byte)
        continue
      }
      display.append(run[...], at: offset - run.count, columns: .max)
      run.removeAll()
      switch token {
      case .byte: break
      case .secret, .maskedReplacement: display.appendMask(for: offset..<offset + 1)
      case .cut: display.append(Array("…".utf8)[...], at: offset, columns: .max)
      }
    }
    display.append(run[...], at: tokens.count - run.count, columns: .max)
    let column = display.column(at: index)
    return LineFragment.around(column..<column + 1, of: display, columns: maximum).text
  }
}
