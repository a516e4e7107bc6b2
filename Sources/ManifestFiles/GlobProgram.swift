/// A pattern as a small machine that is in several states at once.
///
/// It reads each symbol of a path once and never goes back, so matching takes at most the product of both lengths,
/// whatever the pattern.
struct GlobProgram: Hashable, Sendable {
  /// A step of the machine; those that read a symbol go on to the next instruction.
  enum Instruction: Hashable, Sendable {
    /// Reads this symbol.
    case symbol(GlobSymbol)
    /// Reads one of a set, but never `/`.
    case set(GlobSet)
    /// Reads anything but `/`.
    case anyInComponent
    /// Reads anything.
    case any
    /// Goes on in both places.
    case split(Int, Int)
    /// The end: the pattern matches if the path has ended too.
    case match
  }

  private let instructions: [Instruction]

  /// For up to 64 instructions: where the machine is after going to each of them, as a set of bits.
  private let closures: [UInt64]

  init(_ instructions: [Instruction]) {
    self.instructions = instructions
    guard instructions.count <= UInt64.bitWidth else {
      closures = []
      return
    }
    closures = instructions.indices.map { index in
      var states = SparseSet(count: instructions.count)
      Self.enter(index, of: instructions, &states)
      return states.members.reduce(0) { $0 | 1 << UInt64($1) }
    }
  }

  /// Whether the machine ends in the right state after reading all symbols.
  func matches(_ symbols: some Sequence<GlobSymbol>) -> Bool {
    closures.isEmpty ? matchesLong(symbols) : matchesShort(symbols)
  }

  private func matchesShort(_ symbols: some Sequence<GlobSymbol>) -> Bool {
    var states = closures[0]
    for symbol in symbols {
      var next: UInt64 = 0
      while states != 0 {
        let index = states.trailingZeroBitCount
        states &= states - 1
        if reads(symbol, at: index) { next |= closures[index + 1] }
      }
      if next == 0 { return false }
      states = next
    }
    return states >> UInt64(instructions.count - 1) & 1 == 1
  }

  private func matchesLong(_ symbols: some Sequence<GlobSymbol>) -> Bool {
    var states = SparseSet(count: instructions.count)
    var next = SparseSet(count: instructions.count)
    Self.enter(0, of: instructions, &states)
    for symbol in symbols {
      next.removeAll()
      for index in states.members where reads(symbol, at: index) {
        Self.enter(index + 1, of: instructions, &next)
      }
      if next.members.isEmpty { return false }
      swap(&states, &next)
    }
    return states.contains(instructions.count - 1)
  }

  private func reads(_ symbol: GlobSymbol, at index: Int) -> Bool {
    switch instructions[index] {
    case .symbol(let expected): symbol == expected
    case .set(let set): symbol != "/" && set.contains(symbol)
    case .anyInComponent: symbol != "/"
    case .any: true
    case .split, .match: false
    }
  }

  /// Goes to an instruction and on from there as far as no symbol is read.
  private static func enter(_ start: Int, of instructions: [Instruction], _ states: inout SparseSet) {
    var pending = [start]
    while let index = pending.popLast() {
      guard states.insert(index), case .split(let first, let second) = instructions[index] else { continue }
      pending.append(second)
      pending.append(first)
    }
  }
}

/// A set of small numbers that is emptied at no cost.
private struct SparseSet {
  private(set) var members: [Int] = []
  private var places: [Int]

  init(count: Int) {
    places = Array(repeating: 0, count: count)
  }

  func contains(_ member: Int) -> Bool {
    places[member] < members.count && members[places[member]] == member
  }

  mutating func insert(_ member: Int) -> Bool {
    if contains(member) { return false }
    places[member] = members.count
    members.append(member)
    return true
  }

  mutating func removeAll() {
    members.removeAll(keepingCapacity: true)
  }
}
