/// How far two words are from each other.
public enum EditDistance {
  /// How many insertions, deletions, substitutions and swaps of neighbours lead from one word to the other: their optimal
  /// string alignment distance.
  public static func between(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    // Three rows that take turns: there are many words to be compared.
    var beforeLast = Array(repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    var current = beforeLast
    for row in first.indices {
      current[0] = row + 1
      for column in second.indices {
        let substitution = last[column] + (first[row] == second[column] ? 0 : 1)
        var best = min(substitution, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current[column + 1] = best
      }
      swap(&beforeLast, &last)
      swap(&last, &current)
    }
    return last[second.count]
  }
}
