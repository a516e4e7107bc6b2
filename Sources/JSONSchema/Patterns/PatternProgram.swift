/// A regular expression as steps for the matcher.
struct PatternProgram: Sendable {
  /// Which way a step goes through the text: backward inside of `(?<=…)`.
  enum Direction: Sendable {
    case forward
    case backward
  }

  enum Instruction: Sendable {
    case scalar(UInt32, Direction)
    case set(Int, Direction)
    /// As many members of a set as there are, within the bounds; what most repetitions are.
    case run(set: Int, minimum: Int, maximum: Int, isGreedy: Bool, Direction)
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

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [CharacterSet] = []
  private(set) var registerCount = 0
  /// Whether what can still match depends on the step and the position alone.
  ///
  /// It does without backreferences and counters; then no step need be tried twice at a place.
  private(set) var isMemoryless: Bool
  /// Whether every match begins at the start of the text.
  let isAnchored: Bool

  private let keepsCaptures: Bool

  /// How many steps a repetition may be written out to.
  private static let expansionLimit = 2_000

  init(_ node: PatternNode, captureCount: Int, hasBackreferences: Bool) {
    keepsCaptures = hasBackreferences
    isMemoryless = !hasBackreferences && Self.size(node) <= Self.expansionLimit
    isAnchored = Self.beginsAtStart(node)
    if keepsCaptures { registerCount = (captureCount + 1) * 2 }
    emit(node, .forward)
    instructions.append(.accept)
  }

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

// MARK: - Writing steps

extension PatternProgram {
  private mutating func emit(_ node: PatternNode, _ direction: Direction) {
    switch node {
    case .empty: break
    case .scalar(let code): instructions.append(.scalar(code, direction))
    case .set(let set): instructions.append(.set(index(of: set), direction))
    case .sequence(let nodes):
      for node in direction == .forward ? nodes : nodes.reversed() { emit(node, direction) }
    case .alternatives(let nodes): emitAlternatives(nodes, direction)
    case .capture(let number, let node): emitCapture(number, node, direction)
    case .repetition(let node, let minimum, let maximum, let isGreedy, let captures):
      if let set = node.singleSet {
        let set = index(of: set)
        instructions.append(
          .run(set: set, minimum: minimum, maximum: maximum ?? .max, isGreedy: isGreedy, direction))
      } else if isMemoryless {
        emitExpanded(node, minimum, maximum, isGreedy, direction)
      } else {
        emitCounted(node, minimum, maximum, isGreedy, captures, direction)
      }
    case .start: instructions.append(.start)
    case .end: instructions.append(.end)
    case .wordBoundary(let isNegated): instructions.append(.wordBoundary(isNegated: isNegated))
    case .look(let node, let isAhead, let isNegated):
      let look = placeholder()
      emit(node, isAhead ? .forward : .backward)
      instructions.append(.accept)
      instructions[look] = .look(next: instructions.count, isNegated: isNegated)
    case .backreference(let number): instructions.append(.backreference(number, direction))
    }
  }

  private mutating func index(of set: CharacterSet) -> Int {
    if let index = sets.firstIndex(of: set) { return index }
    sets.append(set)
    return sets.count - 1
  }

  /// A step that is filled in when its target is known.
  private mutating func placeholder() -> Int {
    instructions.append(.jump(0))
    return instructions.count - 1
  }

  private mutating func register() -> Int {
    registerCount += 1
    return registerCount - 1
  }

  private mutating func emitAlternatives(_ nodes: [PatternNode], _ direction: Direction) {
    var jumps: [Int] = []
    for (position, node) in nodes.enumerated() {
      guard position < nodes.count - 1 else {
        emit(node, direction)
        break
      }
      let split = placeholder()
      emit(node, direction)
      jumps.append(placeholder())
      instructions[split] = .split(preferred: split + 1, other: instructions.count)
    }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private mutating func emitCapture(_ number: Int, _ node: PatternNode, _ direction: Direction) {
    guard keepsCaptures else { return emit(node, direction) }
    let (first, second) = direction == .forward ? (0, 1) : (1, 0)
    instructions.append(.save(number * 2 + first))
    emit(node, direction)
    instructions.append(.save(number * 2 + second))
  }

  private mutating func emitExpanded(
    _ node: PatternNode, _ minimum: Int, _ maximum: Int?, _ isGreedy: Bool, _ direction: Direction
  ) {
    for _ in 0..<minimum { emit(node, direction) }
    guard let maximum else {
      let split = placeholder()
      emit(node, direction)
      instructions.append(.jump(split))
      instructions[split] = choice(split + 1, instructions.count, isGreedy)
      return
    }
    var splits: [Int] = []
    for _ in minimum..<maximum {
      splits.append(placeholder())
      emit(node, direction)
    }
    for split in splits { instructions[split] = choice(split + 1, instructions.count, isGreedy) }
  }

  private func choice(_ body: Int, _ exit: Int, _ isGreedy: Bool) -> Instruction {
    isGreedy ? .split(preferred: body, other: exit) : .split(preferred: exit, other: body)
  }

  private mutating func emitCounted(
    _ node: PatternNode, _ minimum: Int, _ maximum: Int?, _ isGreedy: Bool, _ captures: Range<Int>,
    _ direction: Direction
  ) {
    let start = register()
    let counter = register()
    instructions.append(.resetCounter(counter))
    let loop = placeholder()
    instructions.append(.save(start))
    if keepsCaptures, !captures.isEmpty {
      instructions.append(.forget(captures.lowerBound * 2..<captures.upperBound * 2))
    }
    emit(node, direction)
    instructions.append(.progress(since: start, counter: counter, minimum: minimum))
    instructions.append(.jump(loop))
    instructions[loop] = .loop(
      counter: counter, minimum: minimum, maximum: maximum ?? .max, isGreedy: isGreedy, exit: instructions.count)
  }
}
