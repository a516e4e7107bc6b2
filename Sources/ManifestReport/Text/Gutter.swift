/// The left edge of a frame, where the line numbers stand.
struct Gutter: Sendable {
  /// How many digits the largest line number has.
  var width: Int
  /// What colours it.
  var painter: Painter

  /// Has room for line numbers up to this one.
  init(upTo line: Int, painter: Painter) {
    width = String(line).utf8.count
    self.painter = painter
  }

  /// How many columns it takes of a row with text.
  var columns: Int { width + 3 }

  /// Writes `  --> ` or `  ::: `, before a place.
  func writeArrow(_ arrow: String, into output: inout [UInt8]) {
    indent(width, into: &output)
    painter.paint(arrow, .frame, into: &output)
    output.append(UInt8(ascii: " "))
  }

  /// Writes `   |`.
  func writeEmpty(into output: inout [UInt8]) {
    indent(width + 1, into: &output)
    painter.paint("|", .frame, into: &output)
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes `12 | text`.
  func write(_ text: [UInt8], line: Int, into output: inout [UInt8]) {
    writeNumber(line, sign: "|", style: .frame, into: &output)
    if !text.isEmpty {
      output.append(UInt8(ascii: " "))
      output.append(contentsOf: text)
    }
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes `   | ^^^^ label`.
  func write(_ row: LabelLayout.Row, into output: inout [UInt8]) {
    indent(width + 1, into: &output)
    painter.paint("|", .frame, into: &output)
    output.append(UInt8(ascii: " "))
    row.write(with: painter, into: &output)
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes `12 - text` or `12 + text`, in one style.
  func write(_ text: [UInt8], line: Int, change sign: String, style: Painter.Style, into output: inout [UInt8]) {
    writeNumber(line, sign: sign, style: style, into: &output)
    if !text.isEmpty {
      output.append(UInt8(ascii: " "))
      painter.paint(text, style, into: &output)
    }
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes `...`, where lines are left out.
  func writeEllipsis(into output: inout [UInt8]) {
    painter.paint("...", .frame, into: &output)
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes `   = name: text`.
  func write(_ name: String, _ text: String, into output: inout [UInt8]) {
    indent(width + 1, into: &output)
    painter.paint("=", .frame, into: &output)
    output.append(UInt8(ascii: " "))
    painter.paint(name, .strong, into: &output)
    output.append(contentsOf: ": \(text)\n".utf8)
  }

  private func writeNumber(_ line: Int, sign: String, style: Painter.Style, into output: inout [UInt8]) {
    let number = String(line)
    indent(width - number.utf8.count, into: &output)
    painter.paint(number, .frame, into: &output)
    output.append(UInt8(ascii: " "))
    painter.paint(sign, style, into: &output)
  }

  private func indent(_ count: Int, into output: inout [UInt8]) {
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, count)))
  }
}
