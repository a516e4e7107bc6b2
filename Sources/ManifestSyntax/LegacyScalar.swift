/// What YAML 1.1 reads a plain scalar as that is a string in YAML 1.2.
///
/// Many readers still go by YAML 1.1: to them `no` is false and `12:30:45` a number. Quotes make such a text mean the
/// same to everyone.
public enum LegacyScalar: String, CaseIterable, Hashable, Sendable {
  /// `yes`, `no`, `on`, `off`, `y`, `n` in three casings.
  case boolean
  /// Whole numbers with `_`, with a sign before `0x`, or in base 2: `1_000`, `-0x1F`, `0b11`.
  case integer
  /// Numbers in base 8 with `_`: `0_777`.
  case octal
  /// Numbers with a fraction and `_`: `1_000.5`.
  case number
  /// Numbers in base 60: `12:30:45`.
  case sexagesimal
  /// Dates and times: `2001-01-01`.
  case date
  /// `<<`, which merges mappings as a key.
  case mergeKey
  /// `=`, which stands for the value of a mapping.
  case defaultValue

  /// What YAML 1.1 reads the content of a plain scalar as; `nil` if it is no string in YAML 1.2, or one in both.
  public static func meaning(of plain: ArraySlice<UInt8>) -> LegacyScalar? {
    // By its first byte nearly every text is one in both.
    guard let first = plain.first, plain.count <= 64, mayBegin(first) else { return nil }
    let bytes = Array(plain)
    guard ScalarResolution.kind(of: bytes, bytes.indices) == .string else { return nil }
    switch first {
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "o"),
      UInt8(ascii: "O"):
      return isBoolean(bytes) ? .boolean : nil
    case UInt8(ascii: "<"): return bytes.elementsEqual("<<".utf8) ? .mergeKey : nil
    case UInt8(ascii: "="): return bytes.count == 1 ? .defaultValue : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return isDate(bytes) ? .date : number(bytes)
    default: return nil
    }
  }

  /// Whether a text that begins with this byte may be something else in YAML 1.1: hardly any does.
  static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "o"),
      UInt8(ascii: "O"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static let words = ["y", "yes", "n", "no", "on", "off"]

  private static func isBoolean(_ bytes: [UInt8]) -> Bool {
    let lowercase = bytes.map { $0 | 0x20 }
    guard words.contains(where: { $0.utf8.elementsEqual(lowercase) }) else { return false }
    return bytes.dropFirst().allSatisfy { $0 & 0x20 != 0 } || bytes.allSatisfy { $0 & 0x20 == 0 }
  }
}

extension Node {
  /// What YAML 1.1 reads the node as, where that is something else than a string.
  public var legacyMeaning: LegacyScalar? {
    guard kind == .string, style == .plain, tag == nil, tree.language == .yaml else { return nil }
    return LegacyScalar.meaning(of: content)
  }
}

// MARK: - Numbers

extension LegacyScalar {
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func isDigitOrUnderscore(_ byte: UInt8) -> Bool { isDigit(byte) || byte == UInt8(ascii: "_") }

  private static func number(_ bytes: [UInt8]) -> LegacyScalar? {
    var digits = bytes[...]
    if let sign = digits.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { digits = digits.dropFirst() }
    guard let first = digits.first else { return nil }
    if first == UInt8(ascii: "0"), let base = digits.dropFirst().first {
      let rest = digits.dropFirst(2)
      switch base {
      case UInt8(ascii: "b"):
        return !rest.isEmpty && rest.allSatisfy { $0 | 1 == UInt8(ascii: "1") || $0 == UInt8(ascii: "_") }
          ? .integer : nil
      case UInt8(ascii: "x"):
        return !rest.isEmpty
          && rest.allSatisfy { isDigitOrUnderscore($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0 | 0x20) }
          ? .integer : nil
      default:
        if digits.dropFirst().allSatisfy({
          isDigitOrUnderscore($0) && $0 < UInt8(ascii: "8") || $0 == UInt8(ascii: "_")
        }) {
          return .octal
        }
      }
    }
    guard isDigit(first) || first == UInt8(ascii: ".") else { return nil }
    if digits.contains(UInt8(ascii: ":")) { return isSexagesimal(digits) ? .sexagesimal : nil }
    if digits.allSatisfy(isDigitOrUnderscore) { return .integer }
    return isFraction(digits) ? .number : nil
  }

  /// Digits and `_`, a point, digits and `_`, and maybe an exponent.
  private static func isFraction(_ digits: ArraySlice<UInt8>) -> Bool {
    let whole = digits.prefix(while: isDigitOrUnderscore)
    var rest = digits.dropFirst(whole.count)
    guard rest.first == UInt8(ascii: ".") else { return false }
    let fraction = rest.dropFirst().prefix(while: isDigitOrUnderscore)
    rest = rest.dropFirst(1 + fraction.count)
    guard whole.contains(where: isDigit) || fraction.contains(where: isDigit) else { return false }
    if rest.isEmpty { return true }
    guard rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e"), let sign = rest.dropFirst().first,
      sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    else { return false }
    let exponent = rest.dropFirst(2)
    return !exponent.isEmpty && exponent.allSatisfy(isDigit)
  }

  /// Groups of digits with `:` between them, all but the first below 60, and maybe a fraction at the end.
  private static func isSexagesimal(_ digits: ArraySlice<UInt8>) -> Bool {
    var groups = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let first = groups.first, first.first.map(isDigit) == true, first.allSatisfy(isDigitOrUnderscore) else {
      return false
    }
    let last = groups.removeLast()
    let seconds = last.prefix(while: isDigit)
    let fraction = last.dropFirst(seconds.count)
    if fraction.isEmpty, first.first == UInt8(ascii: "0") { return false }
    guard
      fraction.isEmpty || (fraction.first == UInt8(ascii: ".") && fraction.dropFirst().allSatisfy(isDigitOrUnderscore))
    else { return false }
    return (groups.dropFirst() + [seconds]).allSatisfy { group in
      guard let tens = group.first, group.count <= 2, group.allSatisfy(isDigit) else { return false }
      return group.count == 1 || tens < UInt8(ascii: "6")
    }
  }
}

// MARK: - Dates

extension LegacyScalar {
  private static func isDate(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    func take(_ counts: ClosedRange<Int>) -> Int? {
      let digits = rest.prefix(counts.upperBound).prefix(while: isDigit)
      guard counts.contains(digits.count) else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    func take(_ character: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: character) else { return false }
      rest = rest.dropFirst()
      return true
    }
    func skipBlanks() -> Int {
      let blanks = rest.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
      rest = rest.dropFirst(blanks)
      return blanks
    }
    guard take(4...4) != nil, take("-"), let month = take(1...2), take("-"), let day = take(1...2) else { return false }
    if rest.isEmpty { return month == 2 && day == 2 }
    guard take("T") || take("t") || skipBlanks() > 0 else { return false }
    guard take(1...2) != nil, take(":"), take(2...2) != nil, take(":"), take(2...2) != nil else { return false }
    if take(".") { rest = rest.drop(while: isDigit) }
    _ = skipBlanks()
    if rest.isEmpty || take("Z") { return rest.isEmpty }
    guard take("+") || take("-"), take(1...2) != nil else { return false }
    return rest.isEmpty || (take(":") && take(2...2) != nil && rest.isEmpty)
  }
}
