/// Reads a regular expression as ECMA-262 has it, with the `u` flag.
///
/// What the flag forbids but browsers take without it (Annex B) is taken too, unless the reading is strict: schemas
/// are full of `\-` and `\_`.
struct PatternParser {
  private let scalars: [UInt32]
  private let isStrict: Bool
  private var index = 0
  private var depth = 0
  private(set) var captureCount = 0
  private var names: [String: Int] = [:]
  private(set) var hasBackreferences = false

  /// How deep groups may stand in each other.
  private static let depthLimit = 100

  init(_ text: String, isStrict: Bool) {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(scalar.value) }
    self.scalars = scalars
    self.isStrict = isStrict
  }

  /// Reads the whole text.
  mutating func parse() throws(PatternError) -> PatternNode {
    findNames()
    let node = try alternatives()
    if index < scalars.count { throw error("')' closes no group") }
    return node
  }

  private func error(_ message: String) -> PatternError {
    PatternError(message: message, offset: index)
  }

  // MARK: Looking

  private var current: UInt32? { index < scalars.count ? scalars[index] : nil }

  private func peek(_ distance: Int = 1) -> UInt32? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  private func isAt(_ character: Unicode.Scalar) -> Bool { current == character.value }

  private func isAt(text: String) -> Bool {
    var position = index
    for scalar in text.unicodeScalars {
      guard position < scalars.count, scalars[position] == scalar.value else { return false }
      position += 1
    }
    return true
  }

  private mutating func take(_ text: String) -> Bool {
    guard isAt(text: text) else { return false }
    index += text.unicodeScalars.count
    return true
  }

  /// Counts the groups and notes their names, since `\k` and `\1` may stand before what they name.
  private mutating func findNames() {
    var position = 0
    var isInClass = false
    while position < scalars.count {
      switch Unicode.Scalar(scalars[position]) {
      case "\\": position += 1
      case "[": isInClass = true
      case "]": isInClass = false
      case "(" where !isInClass:
        index = position + 1
        if !isAt("?") {
          groupTotal += 1
        } else if isAt(text: "?<"), peek(2) != 0x3D, peek(2) != 0x21 {
          groupTotal += 1
          index += 2
          if let name = readName(), names[name] == nil { names[name] = groupTotal }
        }
      default: break
      }
      position += 1
    }
    index = 0
  }

  private var groupTotal = 0

  /// Reads up to `>`.
  private mutating func readName() -> String? {
    var name = ""
    while let code = current, let scalar = Unicode.Scalar(code) {
      index += 1
      if scalar == ">" { return name.isEmpty ? nil : name }
      let isAllowed = name.isEmpty ? scalar.properties.isIDStart : scalar.properties.isIDContinue
      guard scalar == "$" || scalar == "_" || isAllowed else { return nil }
      name.unicodeScalars.append(scalar)
    }
    return nil
  }
}

// MARK: - Structure

extension PatternParser {
  private mutating func alternatives() throws(PatternError) -> PatternNode {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence() throws(PatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let code = current, code != 0x7C, code != 0x29 { nodes.append(try term()) }
    return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
  }

  private mutating func term() throws(PatternError) -> PatternNode {
    let firstCapture = captureCount + 1
    switch current.flatMap(Unicode.Scalar.init) {
    case "^":
      index += 1
      return .start
    case "$":
      index += 1
      return .end
    case "\\" where peek() == 0x62 || peek() == 0x42:
      index += 2
      return .wordBoundary(isNegated: scalars[index - 1] == 0x42)
    default: break
    }
    let node: PatternNode
    var isRepeatable = true
    if isAt("(") {
      (node, isRepeatable) = try group()
    } else {
      node = try atom()
    }
    guard let (minimum, maximum) = try quantifier() else { return node }
    guard isRepeatable else { throw error("nothing before the quantifier can be repeated") }
    let isGreedy = !take("?")
    return .repetition(
      node, minimum: minimum, maximum: maximum, isGreedy: isGreedy, captures: firstCapture..<captureCount + 1)
  }

  private mutating func group() throws(PatternError) -> (PatternNode, isRepeatable: Bool) {
    guard depth < Self.depthLimit else { throw error("groups are nested too deep") }
    depth += 1
    defer { depth -= 1 }
    if take("(?:") { return (try closed(try alternatives()), true) }
    if take("(?=") { return (.look(try closed(try alternatives()), isAhead: true, isNegated: false), !isStrict) }
    if take("(?!") { return (.look(try closed(try alternatives()), isAhead: true, isNegated: true), !isStrict) }
    if take("(?<=") { return (.look(try closed(try alternatives()), isAhead: false, isNegated: false), false) }
    if take("(?<!") { return (.look(try closed(try alternatives()), isAhead: false, isNegated: true), false) }
    if take("(?<") {
      guard let name = readName() else { throw error("a group's name must be closed by '>'") }
      captureCount += 1
      let number = captureCount
      if names[name] != number, isStrict { throw error("two groups are called '\(name)'") }
      return (.capture(number, try closed(try alternatives())), true)
    }
    if isAt(text: "(?") { throw error("'(?' is not followed by one of : = ! <") }
    index += 1
    captureCount += 1
    let number = captureCount
    return (.capture(number, try closed(try alternatives())), true)
  }

  private mutating func closed(_ node: PatternNode) throws(PatternError) -> PatternNode {
    guard take(")") else { throw error("a group is not closed by ')'") }
    return node
  }

  private mutating func quantifier() throws(PatternError) -> (minimum: Int, maximum: Int?)? {
    let start = index
    switch current.flatMap(Unicode.Scalar.init) {
    case "*":
      index += 1
      return (0, nil)
    case "+":
      index += 1
      return (1, nil)
    case "?":
      index += 1
      return (0, 1)
    case "{": index += 1
    default: return nil
    }
    if let minimum = number() {
      if take("}") { return (minimum, minimum) }
      if take(",") {
        if take("}") { return (minimum, nil) }
        if let maximum = number(), take("}") {
          guard minimum <= maximum else { throw error("the numbers in '{…}' are out of order") }
          return (minimum, maximum)
        }
      }
    }
    index = start
    if isStrict { throw error("'{' begins no quantifier") }
    return nil
  }

  /// Reads digits; a number too large to count to stands for the largest.
  private mutating func number() -> Int? {
    let start = index
    var value = 0
    while let code = current, 0x30...0x39 ~= code {
      value = min(value * 10 + Int(code - 0x30), 1_000_000_000)
      index += 1
    }
    return index > start ? value : nil
  }

  private mutating func atom() throws(PatternError) -> PatternNode {
    guard let code = current, let scalar = Unicode.Scalar(code) else { throw error("something is missing") }
    switch scalar {
    case ".":
      index += 1
      return .set(.any)
    case "[": return .set(try characterClass())
    case "\\": return try escape()
    case "*", "+", "?": throw error("nothing stands before the quantifier '\(scalar)'")
    case "{":
      if isStrict { throw error("'{' stands alone") }
      if let quantifier = try quantifier() {
        throw error("nothing stands before the quantifier '{\(quantifier.minimum)…}'")
      }
    case "}", "]":
      if isStrict { throw error("'\(scalar)' stands alone") }
    default: break
    }
    index += 1
    return .scalar(code)
  }
}

// MARK: - Escapes

extension PatternParser {
  private mutating func escape() throws(PatternError) -> PatternNode {
    guard let code = peek(), let scalar = Unicode.Scalar(code) else { throw error("'\\' stands at the end") }
    switch scalar {
    case "1"..."9":
      let start = index
      index += 1
      if let number = number(), number <= groupTotal {
        hasBackreferences = true
        return .backreference(number)
      }
      index = start
      if isStrict { throw error("'\\\(scalar)' names no group") }
      return .scalar(legacyOctal())
    case "k":
      let start = index
      if take("\\k<") {
        if let name = readName(), let number = names[name] {
          hasBackreferences = true
          return .backreference(number)
        }
        index = start
        if isStrict || !names.isEmpty { throw error("'\\k' names no group") }
      }
      index = start + 2
      if isStrict { throw error("'\\k' names no group") }
      return .scalar(code)
    default:
      if let set = try setEscape() { return .set(set) }
      return .scalar(try scalarEscape(isInClass: false))
    }
  }

  /// Reads `\d`, `\p{…}` and their like; `nil` if something else stands here.
  private mutating func setEscape() throws(PatternError) -> CharacterSet? {
    guard let code = peek(), let scalar = Unicode.Scalar(code) else { return nil }
    switch scalar {
    case "d", "D", "s", "S", "w", "W":
      index += 2
      let set: CharacterSet =
        scalar == "d" || scalar == "D" ? .digits : scalar == "s" || scalar == "S" ? .space : .word
      return scalar.properties.isUppercase ? set.inverted : set
    case "p", "P":
      guard peek(2) == 0x7B else {
        if isStrict { throw error("'\\\(scalar)' is not followed by '{…}'") }
        return nil
      }
      let start = index
      index += 3
      var name = ""
      while let code = current, code != 0x7D, let scalar = Unicode.Scalar(code) {
        name.unicodeScalars.append(scalar)
        index += 1
      }
      guard take("}"), let property = UnicodeProperty(name) else {
        index = start
        throw error("'\\\(scalar){\(name)}' names no property that is known here")
      }
      var set = CharacterSet()
      set.insert(property, isNegated: scalar == "P")
      set.normalize()
      return set
    default: return nil
    }
  }

  /// Reads an escape that stands for one scalar.
  private mutating func scalarEscape(isInClass: Bool) throws(PatternError) -> UInt32 {
    guard let code = peek(), let scalar = Unicode.Scalar(code) else { throw error("'\\' stands at the end") }
    index += 2
    switch scalar {
    case "t": return 0x09
    case "n": return 0x0A
    case "v": return 0x0B
    case "f": return 0x0C
    case "r": return 0x0D
    case "b" where isInClass: return 0x08
    case "-" where isInClass: return code
    case "0"..."7":
      if scalar == "0", current.map({ !(0x30...0x39 ~= $0) }) ?? true { return 0 }
      index -= 2
      if isStrict { throw error("'\\\(scalar)' is no escape") }
      return legacyOctal()
    case "c":
      if let letter = current, 0x41...0x5A ~= letter || 0x61...0x7A ~= letter {
        index += 1
        return letter % 32
      }
      if isStrict { throw error("'\\c' is not followed by a letter") }
      index -= 1
      return 0x5C
    case "x":
      if let value = hexadecimal(digits: 2) { return value }
      if isStrict { throw error("'\\x' is not followed by two hexadecimal digits") }
      return code
    case "u":
      if let value = unicodeEscape() { return value }
      if isStrict { throw error("'\\u' is not followed by four hexadecimal digits") }
      return code
    case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/": return code
    default:
      if isStrict { throw error("'\\\(scalar)' is no escape") }
      return code
    }
  }

  private mutating func unicodeEscape() -> UInt32? {
    let start = index
    if take("{") {
      var value: UInt32 = 0
      var count = 0
      while let digit = current.flatMap(Self.hexadecimalValue), value <= 0x10FFFF {
        value = value << 4 | digit
        count += 1
        index += 1
      }
      if count > 0, value <= 0x10FFFF, take("}") { return value }
      index = start
      return nil
    }
    guard let high = hexadecimal(digits: 4) else { return nil }
    let afterHigh = index
    if 0xD800...0xDBFF ~= high, take("\\u"), let low = hexadecimal(digits: 4), 0xDC00...0xDFFF ~= low {
      return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }
    index = afterHigh
    return high
  }

  private mutating func hexadecimal(digits: Int) -> UInt32? {
    let start = index
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = current.flatMap(Self.hexadecimalValue) else {
        index = start
        return nil
      }
      value = value << 4 | digit
      index += 1
    }
    return value
  }

  private static func hexadecimalValue(_ code: UInt32) -> UInt32? {
    switch code {
    case 0x30...0x39: code - 0x30
    case 0x41...0x46: code - 0x41 + 10
    case 0x61...0x66: code - 0x61 + 10
    default: nil
    }
  }

  /// Reads `\101`, or the character after the backslash where that is no octal digit.
  private mutating func legacyOctal() -> UInt32 {
    index += 1
    guard let first = current, 0x30...0x37 ~= first else {
      index += 1
      return scalars[index - 1]
    }
    var value: UInt32 = 0
    var count = 0
    while count < 3, let digit = current, 0x30...0x37 ~= digit, value * 8 + digit - 0x30 <= 0xFF {
      value = value * 8 + digit - 0x30
      count += 1
      index += 1
    }
    return value
  }
}

// MARK: - Classes

extension PatternParser {
  private enum Member {
    case scalar(UInt32)
    case set(CharacterSet)
  }

  private mutating func characterClass() throws(PatternError) -> CharacterSet {
    index += 1
    var set = CharacterSet()
    set.isNegated = take("^")
    while true {
      guard index < scalars.count else { throw error("a class is not closed by ']'") }
      if isAt("]") {
        index += 1
        break
      }
      let member = try classMember()
      guard isAt("-"), let next = peek(), next != 0x5D else {
        insert(member, into: &set)
        continue
      }
      index += 1
      let last = try classMember()
      if case .scalar(let low) = member, case .scalar(let high) = last {
        guard low <= high else { throw error("a range in a class is out of order") }
        set.insert(low...high)
      } else {
        if isStrict { throw error("a class such as \\w cannot be the end of a range") }
        insert(member, into: &set)
        set.insert(0x2D...0x2D)
        insert(last, into: &set)
      }
    }
    set.normalize()
    return set
  }

  private func insert(_ member: Member, into set: inout CharacterSet) {
    switch member {
    case .scalar(let code): set.insert(code...code)
    case .set(let other): set.formUnion(other)
    }
  }

  private mutating func classMember() throws(PatternError) -> Member {
    guard let code = current else { throw error("a class is not closed by ']'") }
    guard code == 0x5C else {
      index += 1
      return .scalar(code)
    }
    if let set = try setEscape() { return .set(set) }
    return .scalar(try scalarEscape(isInClass: true))
  }
}
