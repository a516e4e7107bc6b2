/// Turns the text of a pattern into a ``GlobProgram``.
struct GlobParser {
  /// What is wrong with the text.
  struct Failure: Error {
    var message: String
  }

  /// An open brace: where the machine chooses, and what must still learn where the closing brace is.
  private struct Group {
    var choice: Int
    var ends: [Int] = []
  }

  private typealias Instruction = GlobProgram.Instruction

  private let symbols: [GlobSymbol]
  private let style: Glob.Style
  private let literalPrefix: Int
  private var index = 0
  private var instructions: [Instruction] = []
  private var groups: [Group] = []
  /// Where the last `**/` has ended.
  private var lastFolders: Int?

  /// Takes a pattern, and how many bytes stand before its first special character.
  init(_ pattern: ArraySlice<UInt8>, _ style: Glob.Style, literalPrefix: Int) {
    symbols = Array(style.symbols(of: pattern))
    self.style = style
    self.literalPrefix = literalPrefix
  }

  /// Reads the whole pattern.
  mutating func program() throws(Failure) -> GlobProgram {
    while let symbol = next() {
      switch symbol {
      case "*": stars()
      case "?": instructions.append(.anyInComponent)
      case "[": instructions.append(.set(try set()))
      case "\\":
        guard let escaped = next() else { throw Failure(message: "nothing follows the last '\\'") }
        instructions.append(.symbol(escaped))
      case "{" where style == .configuration: beginGroup()
      case "," where !groups.isEmpty: continueGroup()
      case "}" where !groups.isEmpty: endGroup()
      default: instructions.append(.symbol(symbol))
      }
    }
    if !groups.isEmpty { throw Failure(message: "'{' has no '}'") }
    instructions.append(.match)
    return GlobProgram(instructions)
  }

  private mutating func next() -> GlobSymbol? {
    guard index < symbols.count else { return nil }
    defer { index += 1 }
    return symbols[index]
  }

  private func peek(_ distance: Int = 0) -> GlobSymbol? {
    index + distance < symbols.count ? symbols[index + distance] : nil
  }

  // MARK: Stars

  private mutating func stars() {
    let start = index - 1
    while peek() == "*" { index += 1 }
    let crossesFolders = index - start > 1 && isBoundedBefore(start) && isBoundedAfter()
    guard crossesFolders else { return loop(.anyInComponent) }
    guard peek() == "/" else { return loop(.any) }
    // `**/` is nothing at all, or anything up to a slash; several in a row are no more.
    index += 1
    if let last = lastFolders, last == instructions.count { return }
    defer { lastFolders = instructions.count }
    let choice = instructions.count
    instructions.append(.split(choice + 1, choice + 4))
    loop(.any)
    instructions.append(.symbol("/"))
    guard case .split(let first, _) = instructions[choice] else { return }
    instructions[choice] = .split(first, instructions.count)
  }

  private mutating func loop(_ step: Instruction) {
    let start = instructions.count
    instructions.append(.split(start + 1, start + 3))
    instructions.append(step)
    instructions.append(.split(start, start))
  }

  private func isBoundedBefore(_ start: Int) -> Bool {
    if start == 0 { return true }
    switch symbols[start - 1] {
    case "/": return true
    case "{", ",": return style == .configuration && !groups.isEmpty
    // Git compares the text before the first wildcard separately, and then takes the rest for a pattern of its own:
    // `a**/b` matches `ax/y/b`, unlike `?a**/b`. Its manual says otherwise.
    default: return style == .git && start == literalPrefix
    }
  }

  private func isBoundedAfter() -> Bool {
    guard let symbol = peek() else { return true }
    switch symbol {
    case "/": return true
    case "\\": return peek(1) == "/"
    case "}", ",": return !groups.isEmpty
    default: return false
    }
  }

  // MARK: Braces

  private mutating func beginGroup() {
    groups.append(Group(choice: instructions.count))
    instructions.append(.split(instructions.count + 1, instructions.count + 1))
  }

  private mutating func continueGroup() {
    let last = groups.count - 1
    groups[last].ends.append(instructions.count)
    instructions.append(.match)
    let choice = groups[last].choice
    instructions[choice] = .split(choice + 1, instructions.count)
    groups[last].choice = instructions.count
    instructions.append(.split(instructions.count + 1, instructions.count + 1))
  }

  private mutating func endGroup() {
    guard let group = groups.popLast() else { return }
    for end in group.ends { instructions[end] = .split(instructions.count, instructions.count) }
  }

  // MARK: Brackets

  /// Reads what follows `[`, with all the liberties that git takes.
  private mutating func set() throws(Failure) -> GlobSet {
    var set = GlobSet()
    if peek() == "!" || peek() == "^" {
      set.isNegated = true
      index += 1
    }
    var previous: GlobSymbol?
    var isFirst = true
    while let symbol = next() {
      switch symbol {
      case "]" where !isFirst:
        return set
      case "\\":
        guard let escaped = next() else { throw unclosed }
        set.insert(from: escaped, to: escaped)
        previous = escaped
      case "-" where previous != nil && peek() != nil && peek() != "]":
        guard let first = previous, var last = next() else { throw unclosed }
        if last == "\\" {
          guard let escaped = next() else { throw unclosed }
          last = escaped
        }
        set.insert(from: first, to: last)
        previous = nil
      case "[" where peek() == ":":
        previous = try insertClass(into: &set) ? nil : symbol
      default:
        set.insert(from: symbol, to: symbol)
        previous = symbol
      }
      isFirst = false
    }
    throw unclosed
  }

  /// Reads `:alpha:]`; where the colon or the bracket at the end is missing, the `[` stands for itself.
  private mutating func insertClass(into set: inout GlobSet) throws(Failure) -> Bool {
    let start = index + 1
    guard let end = symbols[start...].firstIndex(of: "]") else { throw unclosed }
    guard end > start, symbols[end - 1] == ":" else {
      set.insert(from: "[", to: "[")
      return false
    }
    let name = String(String.UnicodeScalarView(symbols[start..<(end - 1)].compactMap { Unicode.Scalar($0.value) }))
    guard set.insertClass(name) else { throw Failure(message: "unknown character class '[:\(name):]'") }
    index = end + 1
    return true
  }

  private var unclosed: Failure { Failure(message: "'[' has no ']'") }
}
