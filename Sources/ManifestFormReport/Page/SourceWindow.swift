import ManifestText

/// Which lines of a source are shown: all, or in a giant one those at its start and around findings.
struct SourceWindow: Sendable {
  /// The lines, from 1, in order.
  let lines: [Range<Int>]
  /// How many lines there are.
  let count: Int

  /// The most lines that are shown as a whole.
  private static let mostWholeLines = 2000
  /// How many lines at the start of a giant source are shown.
  private static let head = 100
  /// How many lines before and after a finding are shown.
  private static let context = 3

  /// Chooses lines of a text.
  init(_ table: LineTable, findings: [ShownFinding]) {
    // A final line break is followed by no line that anybody would count.
    let isLastEmpty = table.count > 1 && table.range(ofLine: table.count).isEmpty
    count = isLastEmpty ? table.count - 1 : table.count
    guard count > Self.mostWholeLines else {
      lines = [1..<count + 1]
      return
    }
    var windows = [1..<Self.head + 1]
    var room = Self.mostWholeLines - Self.head
    for line in Set(findings.compactMap { $0.place?.line }).sorted() {
      let window = max(1, line - Self.context)..<min(count, line + Self.context) + 1
      let last = windows[windows.count - 1]
      if window.lowerBound <= last.upperBound {
        let end = max(last.upperBound, window.upperBound)
        room -= end - last.upperBound
        if room < 0 { break }
        windows[windows.count - 1] = last.lowerBound..<end
      } else {
        room -= window.count
        if room < 0 { break }
        windows.append(window)
      }
    }
    lines = windows
  }

  /// Whether every line is shown.
  var isWhole: Bool { lines == [1..<count + 1] }

  /// Whether a line is shown.
  func contains(_ line: Int) -> Bool {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low].contains(line)
  }
}
