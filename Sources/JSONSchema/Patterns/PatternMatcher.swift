/// Tries a program at the places of one text.
///
/// It backtracks with a stack of its own, so neither a long text nor a deep pattern can overflow the thread's. Where
/// the program is memoryless, no choice is tried twice at a place: time grows with the product of the two lengths
/// whatever the pattern is. Other programs give up when the steps are used up.
struct PatternMatcher {
  private let program: PatternProgram
  private var registers: [Int]
  private var stack: [Choice] = []
  /// Steps that are left.
  private(set) var steps: Int
  /// Steps that there were at the start of the last search.
  private var allowance: Int
  /// Steps that the last search took.
  var spent: Int { allowance - steps }

  /// A bit for each choice and place that was tried; empty until trying on becomes expensive.
  private var tried: [UInt64] = []
  private var remembers = false
  /// For each unbounded run, where the last one began and ended: a run that begins inside brings nothing new.
  private var covered: [Int: Range<Int>] = [:]

  private enum Choice {
    case step(Int, at: Int)
    /// A run that can still give back or take, up to `last`.
    case run(step: Int, at: Int, last: Int)
    case register(Int, was: Int)
  }

  /// Steps after which a memoryless program begins to remember what it has tried.
  private static let carelessSteps = 400

  init(_ program: PatternProgram, steps: Int) {
    self.program = program
    self.steps = steps
    allowance = steps
    registers = program.registerCount == 0 ? [] : Array(repeating: -1, count: program.registerCount)
    stack.reserveCapacity(16)
  }

  /// Whether the program matches anywhere in the text.
  mutating func matchesAnywhere(in text: Span<UInt8>) throws(PatternStepLimit) -> Bool {
    if program.isMemoryless {
      let limit = steps
      steps = min(limit, Self.carelessSteps)
      allowance = steps
      let careless = steps
      do throws(PatternStepLimit) {
        return try search(text)
      } catch {
        guard limit > careless else { throw error }
        // What is tried once at each place takes as long as the text is.
        steps = limit - careless + 64 * text.count
        allowance = steps
        startRemembering(text)
      }
    }
    return try search(text)
  }

  private mutating func startRemembering(_ text: Span<UInt8>) {
    remembers = true
    stack.removeAll()
    covered.removeAll()
  }

  private mutating func search(_ text: Span<UInt8>) throws(PatternStepLimit) -> Bool {
    var start = 0
    while true {
      if try run(from: 0, at: start, in: text) { return true }
      if program.isAnchored || start >= text.count { return false }
      start += Self.length(in: text, at: start)
    }
  }
}

// MARK: - Steps

extension PatternMatcher {
  /// Runs the steps from one on until they match or no choice is left.
  private mutating func run(
    from firstStep: Int, at firstPosition: Int, in text: Span<UInt8>
  ) throws(PatternStepLimit) -> Bool {
    var step = firstStep
    var position = firstPosition
    while true {
      guard steps > 0 else { throw PatternStepLimit() }
      steps -= 1
      var matches = true
      switch program.instructions[step] {
      case .scalar(let code, let direction):
        matches = take(code, text, &position, direction)
        step += 1
      case .set(let set, let direction):
        matches = take(set, text, &position, direction)
        step += 1
      case .run(let set, let minimum, let maximum, let isGreedy, let direction):
        matches = try beginRun(step, set, minimum, maximum, isGreedy, direction, text, &position)
        step += 1
      case .split(let preferred, let other):
        if remembers, try !isNew(step, position, text) {
          matches = false
        } else {
          stack.append(.step(other, at: position))
          step = preferred
        }
      case .jump(let target): step = target
      case .start:
        matches = position == 0
        step += 1
      case .end:
        matches = position == text.count
        step += 1
      case .wordBoundary(let isNegated):
        matches = Self.isWordBoundary(text, position) != isNegated
        step += 1
      case .look(let next, let isNegated):
        matches = try look(step + 1, position, text, isNegated: isNegated)
        step = next
      case .backreference(let number, let direction):
        matches = try backreference(number, direction, text, &position)
        step += 1
      case .save(let register):
        set(register, position)
        step += 1
      case .forget(let range):
        for register in range { set(register, -1) }
        step += 1
      case .resetCounter(let register):
        set(register, 0)
        step += 1
      case .loop(let counter, let minimum, let maximum, let isGreedy, let exit):
        step = loop(step, counter, minimum, maximum, isGreedy, exit, position)
      case .progress(let register, let counter, let minimum):
        let isBound = counter.map { registers[$0] > minimum } ?? true
        matches = !isBound || registers[register] != position
        step += 1
      case .accept: return true
      }
      if matches { continue }
      guard let choice = try backtrack(text) else { return false }
      (step, position) = choice
    }
  }

  /// Goes back to the last choice; `nil` if there is none left.
  private mutating func backtrack(_ text: Span<UInt8>) throws(PatternStepLimit) -> (step: Int, position: Int)? {
    while let choice = stack.popLast() {
      switch choice {
      case .step(let step, let position): return (step, position)
      case .register(let register, let value): registers[register] = value
      case .run(let step, let position, let last):
        guard case .run(_, _, _, let isGreedy, let direction) = program.instructions[step] else { continue }
        let givesBack = isGreedy == (direction == .forward)
        let next =
          givesBack ? Self.previous(text, position) : position + Self.length(in: text, at: position)
        if next != last { stack.append(.run(step: step, at: next, last: last)) }
        return (step + 1, next)
      }
    }
    return nil
  }

  /// Marks a choice at a place as tried; says whether it was not before.
  private mutating func isNew(_ step: Int, _ position: Int, _ text: Span<UInt8>) throws(PatternStepLimit) -> Bool {
    let bits = program.instructions.count * (text.count + 1)
    if tried.isEmpty {
      guard bits <= 1 << 28 else { throw PatternStepLimit() }
      tried = Array(repeating: 0, count: bits / 64 + 1)
    }
    let bit = step * (text.count + 1) + position
    let mask: UInt64 = 1 << UInt64(bit % 64)
    if tried[bit / 64] & mask != 0 { return false }
    tried[bit / 64] |= mask
    return true
  }

  private mutating func set(_ register: Int, _ value: Int) {
    stack.append(.register(register, was: registers[register]))
    registers[register] = value
  }

  /// Goes past one scalar if it is the given one.
  @inline(__always)
  private func take(
    _ code: UInt32, _ text: Span<UInt8>, _ position: inout Int, _ direction: PatternProgram.Direction
  ) -> Bool {
    if direction == .forward {
      guard position < text.count else { return false }
      if code < 0x80 {
        guard UInt32(text[position]) == code else { return false }
        position += 1
        return true
      }
      let (found, length) = Self.scalar(in: text, at: position)
      guard found == code else { return false }
      position += length
      return true
    }
    guard position > 0 else { return false }
    let previous = Self.previous(text, position)
    guard Self.scalar(in: text, at: previous).code == code else { return false }
    position = previous
    return true
  }

  /// Goes past one scalar if it is a member of the set.
  @inline(__always)
  private func take(
    _ set: PatternProgram.SetMember, _ text: Span<UInt8>, _ position: inout Int, _ direction: PatternProgram.Direction
  ) -> Bool {
    if direction == .forward {
      guard position < text.count else { return false }
      let byte = text[position]
      if byte < 0x80 {
        guard set.ascii.contains(byte) else { return false }
        position += 1
        return true
      }
      let (code, length) = Self.scalar(in: text, at: position)
      guard program.sets[set.index].contains(code) else { return false }
      position += length
      return true
    }
    guard position > 0 else { return false }
    let previous = Self.previous(text, position)
    guard program.sets[set.index].contains(Self.scalar(in: text, at: previous).code) else { return false }
    position = previous
    return true
  }

  private mutating func beginRun(
    _ step: Int, _ set: PatternProgram.SetMember, _ minimum: Int, _ maximum: Int, _ isGreedy: Bool,
    _ direction: PatternProgram.Direction, _ text: Span<UInt8>, _ position: inout Int
  ) throws(PatternStepLimit) -> Bool {
    let start = position
    var known: Range<Int>?
    if remembers {
      if maximum == .max, direction == .forward {
        known = covered[step]
        if let known, known.contains(start) { return false }
      } else if try !isNew(step, start, text) {
        return false
      }
    }
    var count = 0
    var end = maximum
    var afterMinimum = minimum == 0 ? position : -1
    while count < end, take(set, text, &position, direction) {
      count += 1
      if count == minimum { afterMinimum = position }
      // What follows was a run's before; only the places before its own minimum are new.
      if position == known?.lowerBound { end = count + minimum }
    }
    steps -= min(steps, count)
    guard afterMinimum >= 0 else { return false }
    if remembers, maximum == .max, direction == .forward {
      let isJoined = known.map { $0.lowerBound > start && $0.lowerBound <= position } ?? false
      covered[step] = start..<(isJoined ? max(position + 1, known?.upperBound ?? 0) : position + 1)
    }
    let last = position
    if afterMinimum == last { return true }
    if isGreedy {
      stack.append(.run(step: step, at: last, last: afterMinimum))
    } else {
      stack.append(.run(step: step, at: afterMinimum, last: last))
      position = afterMinimum
    }
    return true
  }

  private mutating func look(
    _ body: Int, _ position: Int, _ text: Span<UInt8>, isNegated: Bool
  ) throws(PatternStepLimit) -> Bool {
    if remembers, try !isNew(body - 1, position, text) { return false }
    var inner = self
    inner.stack = []
    inner.tried = []
    inner.covered = [:]
    let matches = try inner.run(from: body, at: position, in: text)
    steps = inner.steps
    if matches, !isNegated {
      for register in registers.indices where registers[register] != inner.registers[register] {
        set(register, inner.registers[register])
      }
    }
    return matches != isNegated
  }

  private func backreference(
    _ number: Int, _ direction: PatternProgram.Direction, _ text: Span<UInt8>, _ position: inout Int
  ) throws(PatternStepLimit) -> Bool {
    let (start, end) = (registers[number * 2], registers[number * 2 + 1])
    guard start >= 0, end >= start else { return true }
    let length = end - start
    let from = direction == .forward ? position : position - length
    guard from >= 0, from + length <= text.count else { return false }
    for offset in 0..<length where text[start + offset] != text[from + offset] { return false }
    position = direction == .forward ? position + length : from
    return true
  }

  private mutating func loop(
    _ step: Int, _ counter: Int, _ minimum: Int, _ maximum: Int, _ isGreedy: Bool, _ exit: Int, _ position: Int
  ) -> Int {
    let count = registers[counter]
    if count >= maximum { return exit }
    if count < minimum {
      set(counter, count + 1)
      return step + 1
    }
    if isGreedy {
      stack.append(.step(exit, at: position))
      set(counter, count + 1)
      return step + 1
    }
    // The round that may follow finds its counter raised; the way out finds it as it was.
    set(counter, count + 1)
    stack.append(.step(step + 1, at: position))
    set(counter, count)
    return exit
  }
}

// MARK: - Text

extension PatternMatcher {
  private static func scalar(in text: Span<UInt8>, at position: Int) -> (code: UInt32, length: Int) {
    let first = text[position]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = min(first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2, text.count - position)
    var code = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for offset in 1..<max(length, 1) { code = code << 6 | UInt32(text[position + offset] & 0x3F) }
    return (code, length)
  }

  private static func length(in text: Span<UInt8>, at position: Int) -> Int {
    scalar(in: text, at: position).length
  }

  private static func previous(_ text: Span<UInt8>, _ position: Int) -> Int {
    var position = position - 1
    while position > 0, text[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }

  private static func isWordBoundary(_ text: Span<UInt8>, _ position: Int) -> Bool {
    let before = position > 0 && CharacterSet.word.contains(UInt32(text[position - 1]))
    let after = position < text.count && CharacterSet.word.contains(UInt32(text[position]))
    return before != after
  }
}
