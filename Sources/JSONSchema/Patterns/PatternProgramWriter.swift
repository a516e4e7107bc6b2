/// Turns a regular expression into steps.
struct PatternProgramWriter {
  typealias Instruction = PatternProgram.Instruction
  typealias Direction = PatternProgram.Direction

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [CharacterSet] = []
  private(set) var registerCount = 0

  private let isMemoryless: Bool
  private let keepsCaptures: Bool

  /// - Parameter captureCount: how many groups are to be kept; `nil` if nobody refers to one.
  init(_ node: PatternNode, isMemoryless: Bool, captureCount: Int?) {
    self.isMemoryless = isMemoryless
    keepsCaptures = captureCount != nil
    if let captureCount { registerCount = (captureCount + 1) * 2 }
    emit(node, .forward)
    instructions.append(.accept)
  }

  private mutating func emit(_ node: PatternNode, _ direction: Direction) {
    switch node {
    case .empty: break
    case .scalar(let code): instructions.append(.scalar(code, direction))
    case .set(let set): instructions.append(.set(member(set), direction))
    case .sequence(let nodes):
      for node in direction == .forward ? nodes : nodes.reversed() { emit(node, direction) }
    case .alternatives(let nodes): emitAlternatives(nodes, direction)
    case .capture(let number, let node): emitCapture(number, node, direction)
    case .repetition(let node, let minimum, let maximum, let isGreedy, let captures):
      if let set = node.singleSet {
        instructions.append(
          .run(set: member(set), minimum: minimum, maximum: maximum ?? .max, isGreedy: isGreedy, direction))
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

  private mutating func member(_ set: CharacterSet) -> PatternProgram.SetMember {
    if let index = sets.firstIndex(of: set) { return PatternProgram.SetMember(ascii: set.asciiMembers, index: index) }
    sets.append(set)
    return PatternProgram.SetMember(ascii: set.asciiMembers, index: sets.count - 1)
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
