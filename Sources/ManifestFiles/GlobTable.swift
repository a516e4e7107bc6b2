/// The machine of a ``GlobProgram`` with its states as bits, for patterns that are not very long.
///
/// Which instructions read an ASCII character, and where the machine can be after each of them, is worked out once: a
/// configuration may have thousands of patterns, each of which is compared with every path.
struct GlobTable: Hashable, Sendable {
  /// How many instructions a pattern may have.
  static let instructionLimit = 256

  private static let asciiCount = 128

  private let instructions: [GlobProgram.Instruction]
  /// How many words hold a bit for each instruction.
  private let width: Int
  /// For each instruction: where the machine can be once it has come there.
  private let closures: [UInt64]
  /// For each ASCII character: the instructions that read it.
  private let readers: [UInt64]

  init(_ instructions: [GlobProgram.Instruction], closure: (Int) -> [Int]) {
    let width = (instructions.count + 63) / 64
    var closures = [UInt64](repeating: 0, count: instructions.count * width)
    // What reads every character, and what reads all but `/`.
    var (readsAll, readsName) = ([UInt64](repeating: 0, count: width), [UInt64](repeating: 0, count: width))
    for (index, instruction) in instructions.enumerated() {
      let (word, bit): (Int, UInt64) = (index / 64, 1 << UInt64(index % 64))
      switch instruction {
      case .split:
        for state in closure(index) { closures[index * width + state / 64] |= 1 << UInt64(state % 64) }
        continue
      case .any: readsAll[word] |= bit
      case .anyInComponent: readsName[word] |= bit
      case .symbol, .set, .match: break
      }
      closures[index * width + word] |= bit
    }
    var readers: [UInt64] = []
    readers.reserveCapacity(Self.asciiCount * width)
    for character in 0..<Self.asciiCount {
      let isSlash = character == Int(UInt8.slash)
      for word in 0..<width { readers.append(isSlash ? readsAll[word] : readsAll[word] | readsName[word]) }
    }
    for (index, instruction) in instructions.enumerated() {
      let characters: Range<Int>
      switch instruction {
      case .symbol(let symbol): characters = Int(symbol.value)..<Int(symbol.value) + 1
      case .set: characters = 0..<Self.asciiCount
      case .any, .anyInComponent, .split, .match: continue
      }
      for character in characters.clamped(to: 0..<Self.asciiCount) where instruction.reads(.init(UInt32(character))) {
        readers[character * width + index / 64] |= 1 << UInt64(index % 64)
      }
    }
    self.instructions = instructions
    self.width = width
    self.closures = closures
    self.readers = readers
  }

  /// Whether the machine ends in the right state after reading all symbols.
  func matches(_ symbols: some Sequence<GlobSymbol>) -> Bool {
    width == 1 ? matchesShort(symbols) : matchesLong(symbols)
  }

  private func matchesShort(_ symbols: some Sequence<GlobSymbol>) -> Bool {
    var states = closures[0]
    for symbol in symbols {
      var active = readers(of: symbol, among: states, 0)
      if active == 0 { return false }
      states = 0
      while active != 0 {
        states |= closures[active.trailingZeroBitCount + 1]
        active &= active - 1
      }
    }
    return states >> UInt64(instructions.count - 1) & 1 == 1
  }

  private func matchesLong(_ symbols: some Sequence<GlobSymbol>) -> Bool {
    var states = Array(closures[..<width])
    var next = [UInt64](repeating: 0, count: width)
    for symbol in symbols {
      var isStuck = true
      for word in 0..<width {
        var active = readers(of: symbol, among: states[word], word)
        if active != 0 { isStuck = false }
        while active != 0 {
          let target = (word * 64 + active.trailingZeroBitCount + 1) * width
          active &= active - 1
          for word in 0..<width { next[word] |= closures[target + word] }
        }
      }
      if isStuck { return false }
      swap(&states, &next)
      for word in 0..<width { next[word] = 0 }
    }
    let last = instructions.count - 1
    return states[last / 64] >> UInt64(last % 64) & 1 == 1
  }

  /// Those of some states that read a symbol.
  private func readers(of symbol: GlobSymbol, among states: UInt64, _ word: Int) -> UInt64 {
    if symbol.value < Self.asciiCount { return states & readers[Int(symbol.value) * width + word] }
    var result: UInt64 = 0
    var rest = states
    while rest != 0 {
      let bit = rest & ~(rest - 1)
      rest ^= bit
      if instructions[word * 64 + bit.trailingZeroBitCount].reads(symbol) { result |= bit }
    }
    return result
  }
}
