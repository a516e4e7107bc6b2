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

  /// For patterns that are not very long: the machine with its states as bits.
  private let table: GlobTable?

  init(_ instructions: [Instruction]) {
    self.instructions = instructions
    table =
      instructions.count <= GlobTable.instructionLimit
      ? GlobTable(instructions) { index in
        var states = SparseSet(count: instructions.count)
        Self.enter(index, of: instructions, &states)
        return states.members
      } : nil
  }

  /// How large the machine is.
  var instructionCount: Int { instructions.count }

  /// Whether the machine ends in the right state after reading all symbols.
  func matches(_ symbols: some Sequence<GlobSymbol>) -> Bool {
    table?.matches(symbols) ?? matchesLong(symbols)
  }

  private func matchesLong(_ symbols: some Sequence<GlobSymbol>) -> Bool {
    var states = SparseSet(count: instructions.count)
    var next = SparseSet(count: instructions.count)
    Self.enter(0, of: instructions, &states)
    for symbol in symbols {
      next.removeAll()
      for index in states.members where instructions[index].reads(symbol) {
        Self.enter(index + 1, of: instructions, &next)
      }
      if next.members.isEmpty { return false }
      swap(&states, &next)
    }
    return states.contains(instructions.count - 1)
  }

  /// Goes to an instruction and on from there as far as no symbol is read.
  private static func enter(_ start: Int, of instructions: [Instruction], _ states: inout SparseSet) {
    guard case .split = instructions[start] else {
      _ = states.insert(start)
      return
    }
    var pending = [start]
    while let index = pending.popLast() {
      guard states.insert(index), case .split(let first, let second) = instructions[index] else { continue }
      pending.append(second)
      pending.append(first)
    }
  }
}

extension GlobProgram.Instruction {
  /// Whether it reads this symbol.
  func reads(_ symbol: GlobSymbol) -> Bool {
    switch self {
    case .symbol(let expected): symbol == expected
    case .set(let set): symbol != "/" && set.contains(symbol)
    case .anyInComponent: symbol != "/"
    case .any: true
    case .split, .match: false
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
