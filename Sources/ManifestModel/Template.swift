public import ManifestSyntax
import ManifestText

/// A text with variables in it: `https://${HOST:-localhost}/x`.
///
/// `${NAME}` and `${NAME:-default}` are variables, `$${` is a literal `${`.
public struct Template: Hashable, Sendable {
  /// A piece of the text.
  public enum Part: Hashable, Sendable {
    /// Text as it is, with `$${` made `${`; `offsets` are UTF-8 offsets in the template.
    case literal(String, offsets: Range<Int>)
    /// A variable.
    case variable(Variable)
  }

  /// A variable in a text.
  public struct Variable: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The value where nothing else gives one.
    public var defaultValue: String?
    /// Where it stands, as UTF-8 offsets in the template, `${` and `}` included.
    public var offsets: Range<Int>
    /// Where the default stands, as UTF-8 offsets in the template.
    public var defaultOffsets: Range<Int>
  }

  /// The pieces in order.
  public let parts: [Part]

  /// Reads a text; what looks like a variable but is none is literal.
  public init(_ text: String) {
    guard text.holds(byte: UInt8(ascii: "$")) else {
      parts = text.isEmpty ? [] : [.literal(text, offsets: 0..<text.utf8.count)]
      return
    }
    let bytes = Array(text.utf8)
    // Known beforehand, so that many openings without a close are not each followed to the end.
    let lastClose = bytes.lastIndex(of: UInt8(ascii: "}")) ?? 0
    var parts: [Part] = []
    var literal: [UInt8] = []
    var literalStart = 0
    var index = 0
    func finishLiteral() {
      guard index > literalStart else { return }
      parts.append(.literal(String(decoding: literal, as: UTF8.self), offsets: literalStart..<index))
      literal = []
    }
    while index < bytes.count {
      if bytes[index...].starts(with: "$${".utf8) {
        literal += Array("${".utf8)
        index += 3
      } else if index < lastClose, let variable = Self.variable(in: bytes, at: index) {
        finishLiteral()
        parts.append(.variable(variable))
        index = variable.offsets.upperBound
        literalStart = index
      } else {
        literal.append(bytes[index])
        index += 1
      }
    }
    finishLiteral()
    self.parts = parts
  }

  private static func variable(in bytes: [UInt8], at start: Int) -> Variable? {
    guard bytes[start...].starts(with: "${".utf8) else { return nil }
    var index = start + 2
    while index < bytes.count, isNameByte(bytes[index], isFirst: index == start + 2) { index += 1 }
    guard index > start + 2, index < bytes.count else { return nil }
    if bytes[index] != UInt8(ascii: "}"), !bytes[index...].starts(with: ":-".utf8) { return nil }
    let name = String(decoding: bytes[start + 2..<index], as: UTF8.self)
    if bytes[index] == UInt8(ascii: "}") {
      return Variable(name: name, defaultValue: nil, offsets: start..<index + 1, defaultOffsets: index..<index)
    }
    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    return Variable(
      name: name, defaultValue: String(decoding: bytes[index + 2..<end], as: UTF8.self), offsets: start..<end + 1,
      defaultOffsets: index + 2..<end)
  }

  private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): !isFirst
    default: false
    }
  }
}

extension Template {
  /// Its variables, in order.
  public var variables: [Variable] {
    parts.compactMap { if case .variable(let variable) = $0 { variable } else { nil } }
  }

  /// Whether it is one variable and nothing else.
  public var isSingleVariable: Bool {
    if case .variable? = parts.first { parts.count == 1 } else { false }
  }

  /// Whether it stands for itself: it holds no variable, and no `$${`.
  public var isAsWritten: Bool {
    parts.allSatisfy { part in
      if case .literal(let text, let offsets) = part { text.utf8.count == offsets.count } else { false }
    }
  }

  /// The pieces with every variable that has a value replaced by it; `nil` stands for one that has none.
  public func resolved(_ values: Variables) -> [String?] {
    var result: [String?] = []
    for part in parts {
      let text: String? =
        switch part {
        case .literal(let text, _): text
        case .variable(let variable): values[variable.name] ?? variable.defaultValue
        }
      if let text, let last = result.last, let last {
        result[result.count - 1] = last + text
      } else {
        result.append(text)
      }
    }
    return result
  }

  /// The text with every variable replaced by its value; `nil` if one has none.
  public func resolvedText(_ values: Variables) -> String? {
    var text = ""
    // `joined` takes as long to find out what it joins as a rule to check a file.
    for part in resolved(values) {
      guard let part else { return nil }
      text += part
    }
    return text
  }

  /// The text with every variable replaced by its value, and by U+FFFC where it has none.
  public func visibleText(_ values: Variables) -> String {
    resolved(values).map { $0 ?? String(WebAddress.unknown) }.joined()
  }
}

extension Template {
  /// The name of the variable that a text is as a whole, `${NAME}` without a default, as secrets are; `nil` for any other.
  public static func soleVariable(_ text: ArraySlice<UInt8>) -> String? {
    guard text.starts(with: "${".utf8), text.last == UInt8(ascii: "}") else { return nil }
    let name = text.dropFirst(2).dropLast()
    guard let first = name.first, isNameByte(first, isFirst: true),
      name.dropFirst().allSatisfy({ isNameByte($0, isFirst: false) })
    else { return nil }
    return String(decoding: name, as: UTF8.self)
  }
}

extension Node {
  /// Whether its text has a `$`: hardly any has, and such a text need not be read as a template.
  public var mayHoldVariable: Bool { holds(byte: UInt8(ascii: "$")) }

  /// Whether a variable stands in its text.
  public var holdsVariable: Bool { mayHoldVariable && !Template(text).variables.isEmpty }
}
