import ManifestSyntax
import ManifestText

extension Violation {
  /// A value as a message names it: a text in quotes, a list or object as JSON, cut where it gets long.
  static func value(_ node: Node) -> String {
    switch node.kind {
    case .string: return "'\(excerpt(node.text))'"
    case .sequence, .mapping:
      var text = ""
      append(node, to: &text)
      return excerpt(text)
    default: return node.kind == .null ? "null" : excerpt(node.text)
    }
  }

  /// Values of which one is meant: `one of 'a', 'b' or 3`.
  static func values(_ nodes: [Node]) -> String {
    if nodes.count == 1 { return value(nodes[0]) }
    let shown = nodes.prefix(12).map(value)
    let rest = nodes.count - shown.count
    return "one of " + (rest > 0 ? shown.joined(separator: ", ") + " and \(rest) more" : alternatives(Array(shown)))
  }

  /// Words of which one is meant: `a, b or c`.
  static func alternatives(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Words in a row: `'a', 'b' and 'c'`.
  static func list(_ words: [String], _ conjunction: String, quoted: Bool = true) -> String {
    var words = words
    // What is said of thousands of values has to stay short.
    if words.count > 40 {
      let rest = words.count - 30
      words.removeSubrange(30...)
      return words.map { quoted ? "'\(excerpt($0))'" : $0 }.joined(separator: ", ") + " and \(rest) more"
    }
    words = words.map { quoted ? "'\(excerpt($0))'" : $0 }
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// A text on one line, cut where it gets long.
  static func excerpt(_ text: String, length: Int = 60) -> String {
    var result = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == length { return result + "…" }
      result.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return result
  }

  /// Writes a value as JSON, as far as an excerpt goes; each level takes a character, so this goes no deeper.
  private static func append(_ node: Node, to text: inout String) {
    guard text.utf8.count <= 80 else { return }
    switch node.kind {
    case .sequence:
      text += "["
      for item in node.items where text.utf8.count <= 80 {
        if item.ordinal > 0 { text += ", " }
        append(item, to: &text)
      }
      text += "]"
    case .mapping:
      text += "{"
      for entry in node.entries where !entry.isRepeated && text.utf8.count <= 80 {
        if !text.hasSuffix("{") { text += ", " }
        text += "\"\(excerpt(entry.key.text))\": "
        append(entry.value, to: &text)
      }
      text += "}"
    case .string: text += "\"\(excerpt(node.text))\""
    default: text += node.kind == .null ? "null" : excerpt(node.text)
    }
  }
}
