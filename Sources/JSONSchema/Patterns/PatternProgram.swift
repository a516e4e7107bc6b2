/// A regular expression as steps for the matcher.
final class PatternProgram: Sendable {
  /// Which way a step goes through the text: backward inside of `(?<=…)`.
  enum Direction: Sendable {
    case forward
    case backward
  }

  enum Instruction: Sendable {
    case scalar(UInt32, Direction)
    case set(SetMember, Direction)
    /// As many members of a set as there are, within the bounds; what most repetitions are.
    case run(set: SetMember, minimum: Int, maximum: Int, isGreedy: Bool, Direction)
    case split(preferred: Int, other: Int)
    case jump(Int)
    case start
    case end
    case wordBoundary(isNegated: Bool)
    /// A look ahead or behind: its steps begin right after, and the next step is at `next`.
    case look(next: Int, isNegated: Bool)
    case backreference(Int, Direction)
    /// Keeps the position in a register.
    case save(Int)
    case forget(Range<Int>)
    case resetCounter(Int)
    /// One more round of a repetition, or its end at `exit`.
    case loop(counter: Int, minimum: Int, maximum: Int, isGreedy: Bool, exit: Int)
    /// Fails if nothing was matched since the position was kept, once the counter is over the minimum.
    case progress(since: Int, counter: Int?, minimum: Int)
    case accept
  }

  /// A set of the program, with what decides for most scalars at hand.
  struct SetMember: Sendable {
    var ascii: ASCIISet
    var index: Int
  }

  let instructions: [Instruction]
  let sets: [CharacterSet]
  let registerCount: Int
  /// Whether what can still match depends on the step and the position alone.
  ///
  /// It does without backreferences and counters; then no step need be tried twice at a place.
  let isMemoryless: Bool
  /// Whether every match begins at the start of the text.
  let isAnchored: Bool

  init(_ node: PatternNode, captureCount: Int, hasBackreferences: Bool) {
    isMemoryless = !hasBackreferences && Self.size(node) <= Self.expansionLimit
    isAnchored = Self.beginsAtStart(node)
    let writer = PatternProgramWriter(
      node, isMemoryless: isMemoryless, captureCount: hasBackreferences ? captureCount : nil)
    instructions = writer.instructions
    sets = writer.sets
    registerCount = writer.registerCount
  }

  /// How many steps a repetition may be written out to.
  private static let expansionLimit = 2_000

  /// How many steps a node takes when its repetitions are written out; capped where it is too many anyway.
  private static func size(_ node: PatternNode) -> Int {
    let size: Int
    switch node {
    case .sequence(let nodes), .alternatives(let nodes):
      size = nodes.reduce(nodes.count * 2) { min($0 + Self.size($1), 1_000_000) }
    case .capture(_, let node): size = Self.size(node)
    case .look(let node, _, _): size = Self.size(node) + 2
    case .repetition(let node, let minimum, let maximum, _, _):
      if node.singleSet != nil { return 1 }
      size = (Self.size(node) + 1) * min(max(minimum + 1, maximum ?? 0), 1_000_000)
    default: size = 1
    }
    return min(size, 1_000_000)
  }

  private static func beginsAtStart(_ node: PatternNode) -> Bool {
    switch node {
    case .start: true
    case .sequence(let nodes): nodes.first.map(beginsAtStart) ?? false
    case .alternatives(let nodes): nodes.allSatisfy(beginsAtStart)
    case .capture(_, let node): beginsAtStart(node)
    default: false
    }
  }
}
