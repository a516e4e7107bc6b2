/// Writes values as JSON, each time in another layout.
public struct JSONNotation: Sendable {
  public var random: SeededGenerator

  /// Layouts that depend on a seed.
  public init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// The text of a value.
  public mutating func text(_ value: TestValue) -> String {
    let isOnOneLine = random.once(in: 4)
    var text = ""
    write(value, depth: 0, isOnOneLine, into: &text)
    if !random.once(in: 4) { text += "\n" }
    return random.once(in: 4) ? text.replacing("\n", with: "\r\n") : text
  }

  private mutating func write(_ value: TestValue, depth: Int, _ isOnOneLine: Bool, into text: inout String) {
    let isOnOneLine = isOnOneLine || random.once(in: 8)
    func breakLine(_ depth: Int) { text += isOnOneLine ? " " : "\n" + String(repeating: "  ", count: depth) }
    switch value {
    case .list(let items) where !items.isEmpty:
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        breakLine(depth + 1)
        write(item, depth: depth + 1, isOnOneLine, into: &text)
      }
      breakLine(depth)
      text += "]"
    case .object(let members) where !members.isEmpty:
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        breakLine(depth + 1)
        text += TestValue.quoted(member.key) + (random.once(in: 10) ? " :  " : ": ")
        write(member.value, depth: depth + 1, isOnOneLine, into: &text)
      }
      breakLine(depth)
      text += "}"
    case .string(let string): text += random.once(in: 8) ? escaped(string) : TestValue.quoted(string)
    default: text += value.json
    }
  }

  /// A text in which some characters are escapes that need not be.
  private mutating func escaped(_ string: String) -> String {
    var result = "\""
    for unit in string.utf16 {
      switch unit {
      case 0x2F where random.once(in: 2): result += "\\/"
      case 0x20...0x7E where unit != 0x22 && unit != 0x5C && !random.once(in: 6):
        result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
