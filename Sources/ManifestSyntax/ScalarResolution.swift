/// What plain scalars mean by the core schema of YAML 1.2.
enum ScalarResolution {
  /// The kind of a plain scalar that stands in a range of these bytes.
  static func kind(of bytes: [UInt8], _ range: Range<Int>) -> Node.Kind {
    if range.isEmpty { return .null }
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "~"): return range.count == 1 ? .null : .string
    case UInt8(ascii: "n"), UInt8(ascii: "N"): return isWord(bytes, range, null) ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"): return isWord(bytes, range, yes) ? .boolean : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"): return isWord(bytes, range, no) ? .boolean : .string
    case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"): return number(bytes, range)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number(bytes, range)
    default: return .string
    }
  }

  private static let null = Array("null".utf8)
  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)
  private static let infinity = Array("inf".utf8)

  /// Whether the bytes are a word in one of its three casings: `true`, `True` or `TRUE`.
  private static func isWord(_ bytes: [UInt8], _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    guard range.count == word.count, bytes[range.lowerBound] | 0x20 == word[0] else { return false }
    let caseBits = bytes[range.lowerBound + 1] & 0x20
    if bytes[range.lowerBound] & 0x20 != 0, caseBits == 0 { return false }
    return word.indices.dropFirst().allSatisfy { bytes[range.lowerBound + $0] == word[$0] & ~0x20 | caseBits }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Tells integers from other numbers and from texts that only look like one.
  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Node.Kind {
    var index = range.lowerBound
    let end = range.upperBound
    func skipDigits() -> Int {
      let start = index
      while index < end, isDigit(bytes[index]) { index += 1 }
      return index - start
    }
    if bytes[index] == UInt8(ascii: "0"), range.count > 2 {
      if bytes[index + 1] == UInt8(ascii: "o") {
        return bytes[index + 2..<end].allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "7") }
          ? .integer : .string
      }
      if bytes[index + 1] == UInt8(ascii: "x") {
        return bytes[index + 2..<end].allSatisfy { isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")) ~= $0 | 0x20 }
          ? .integer : .string
      }
    }
    if bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
    if index < end, bytes[index] == UInt8(ascii: ".") {
      let word = index + 1..<end
      if isWord(bytes, word, infinity) { return .number }
      if index == range.lowerBound, isNaN(bytes, word) { return .number }
    }
    let whole = skipDigits()
    if index == end { return whole > 0 ? .integer : .string }
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      if skipDigits() == 0, whole == 0 { return .string }
    } else if whole == 0 {
      return .string
    }
    guard index < end else { return .number }
    guard bytes[index] | 0x20 == UInt8(ascii: "e") else { return .string }
    index += 1
    if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
    return skipDigits() > 0 && index == end ? .number : .string
  }

  private static func isNaN(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.count == 3 && ["nan", "NaN", "NAN"].contains { $0.utf8.elementsEqual(bytes[range]) }
  }
}

// MARK: - Tags

extension ScalarResolution {
  /// Whether the core schema says what a full tag means.
  static func knows(_ tag: [UInt8]) -> Bool { tag == [UInt8(ascii: "!")] || coreName(tag) != nil }

  /// The last part of a full tag of the core schema, such as `seq`; `nil` for every other tag.
  static func coreName(_ tag: [UInt8]) -> String? {
    let prefix = "tag:yaml.org,2002:".utf8
    guard tag.starts(with: prefix) else { return nil }
    let name = String(decoding: tag.dropFirst(prefix.count), as: UTF8.self)
    return name == "seq" || name == "map" || Tag(rawValue: name) != nil ? name : nil
  }

  /// A tag of the core schema.
  enum Tag: String {
    case string = "str"
    case integer = "int"
    case number = "float"
    case boolean = "bool"
    case null = "null"

    /// The kind that a full tag asks for; `nil` for a tag that is not ours to judge.
    init?(_ tag: [UInt8]) {
      if tag == [UInt8(ascii: "!")] {
        self = .string
        return
      }
      guard let match = ScalarResolution.coreName(tag).flatMap(Self.init(rawValue:)) else { return nil }
      self = match
    }

    /// The kind of a scalar with this tag that would be `kind` if it were plain; `nil` if it cannot be that.
    func kind(ofContent kind: Node.Kind) -> Node.Kind? {
      switch self {
      case .string: .string
      case .integer: kind == .integer ? .integer : nil
      case .number: kind == .integer || kind == .number ? .number : nil
      case .boolean: kind == .boolean ? .boolean : nil
      case .null: kind == .null ? .null : nil
      }
    }
  }
}
