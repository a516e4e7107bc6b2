/// Puts text in colours, where colours are wanted.
struct Painter: Sendable {
  /// What a piece of text is, which decides how it looks.
  enum Style: Hashable, Sendable {
    case plain, strong, error, warning, info, frame, secondary, added, removed
  }

  /// Whether anything is coloured at all.
  var isColored: Bool

  /// Writes a text in a style.
  func paint(_ text: some Collection<UInt8>, _ style: Style, into output: inout [UInt8]) {
    guard isColored, style != .plain, !text.isEmpty else {
      output.append(contentsOf: text)
      return
    }
    output.append(contentsOf: "\u{1B}[\(Self.code(style))m".utf8)
    output.append(contentsOf: text)
    output.append(contentsOf: "\u{1B}[0m".utf8)
  }

  /// Writes a text in a style.
  func paint(_ text: String, _ style: Style, into output: inout [UInt8]) {
    paint(Array(text.utf8), style, into: &output)
  }

  private static func code(_ style: Style) -> String {
    switch style {
    case .plain: "0"
    case .strong: "1"
    case .error: "1;31"
    case .warning: "1;33"
    case .info: "1;36"
    case .frame, .secondary: "1;34"
    case .added: "32"
    case .removed: "31"
    }
  }
}
