/// A part of a regular expression, as it is written.
indirect enum PatternNode: Sendable {
  case empty
  case scalar(UInt32)
  case set(CharacterSet)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// A group with its number.
  case capture(Int, PatternNode)
  /// A repetition, and the groups in it, which are forgotten before each round.
  case repetition(PatternNode, minimum: Int, maximum: Int?, isGreedy: Bool, captures: Range<Int>)
  case start
  case end
  case wordBoundary(isNegated: Bool)
  case look(PatternNode, isAhead: Bool, isNegated: Bool)
  case backreference(Int)
}

extension PatternNode {
  /// What a sequence of one stands for.
  var soleNode: PatternNode {
    if case .sequence(let nodes) = self, nodes.count == 1 { nodes[0] } else { self }
  }

  /// The set of scalars, if it matches exactly one of a set.
  var singleSet: CharacterSet? {
    switch self {
    case .scalar(let code): CharacterSet(code...code)
    case .set(let set): set
    default: nil
    }
  }
}
