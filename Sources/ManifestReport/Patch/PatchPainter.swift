/// Shows a patch to a person.
public struct PatchPainter: Sendable {
  private let painter: Painter
  private let isTerminal: Bool

  /// A painter that colours what is removed and added; on a terminal, what could garble it is escaped.
  public init(isColored: Bool, isTerminal: Bool) {
    painter = Painter(isColored: isColored)
    self.isTerminal = isTerminal
  }

  /// The patch as it is printed; byte for byte as it is where a program reads it.
  public func printed(_ patch: [UInt8]) -> [UInt8] {
    if !painter.isColored, !isTerminal { return patch }
    var output: [UInt8] = []
    for line in patch.split(separator: UInt8(ascii: "\n")) {
      let shown = isTerminal ? DisplayText(line).printed() : line
      painter.paint(shown, Self.style(of: line), into: &output)
      output.append(UInt8(ascii: "\n"))
    }
    return output
  }

  private static func style(of line: ArraySlice<UInt8>) -> Painter.Style {
    for head in ["diff --git ", "--- ", "+++ "] where line.starts(with: head.utf8) { return .strong }
    return switch line.first {
    case UInt8(ascii: "@"): .frame
    case UInt8(ascii: "-"): .removed
    case UInt8(ascii: "+"): .added
    default: .plain
    }
  }
}

extension DisplayText {
  fileprivate init(_ line: ArraySlice<UInt8>) {
    self.init()
    append(line, at: 0, columns: .max)
  }
}
