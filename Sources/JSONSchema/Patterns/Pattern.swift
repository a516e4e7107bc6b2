import Synchronization

/// A regular expression as ECMA-262 means it.
///
/// An engine of our own, since none at hand fits: Swift's `Regex` has no limit of steps and is some hundred times as
/// slow, and PCRE2 reads another language and would be one more library. `Benchmarks/README.md` has the figures.
final class Pattern: Sendable {
  /// The text it was made from.
  let text: String

  private let shape: PatternShape
  private let node: PatternNode
  private let captureCount: Int
  private let hasBackreferences: Bool
  /// The program, made for the first text that has to be tried: most patterns of a schema meet none.
  private let madeProgram = AtomicLazyReference<PatternProgram>()

  /// Reads a pattern; a strict one takes nothing that the `u` flag forbids.
  init(_ text: String, isStrict: Bool = false) throws(PatternError) {
    var parser = PatternParser(text, isStrict: isStrict)
    node = try parser.parse()
    self.text = text
    shape = PatternShape(node)
    captureCount = parser.captureCount
    hasBackreferences = parser.hasBackreferences
  }

  private var program: PatternProgram {
    madeProgram.load()
      ?? madeProgram.storeIfNil(
        PatternProgram(node, captureCount: captureCount, hasBackreferences: hasBackreferences))
  }

  /// How many steps one text may take: enough for any pattern that was meant well, and some tenths of a second.
  static let stepLimit = 5_000_000

  /// How many steps all texts of a document may take together: 500 for each value and 64 for each byte, and so many that
  /// one who meant well does not come near.
  static func runLimit(nodeCount: Int, byteCount: Int) -> Int {
    20_000_000 + 500 * nodeCount + 64 * byteCount
  }

  /// Whether the pattern is found anywhere in the text, which is UTF-8.
  func isFound(in text: Span<UInt8>, stepLimit: Int = Pattern.stepLimit) throws(PatternStepLimit) -> Bool {
    var budget = Int.max
    return try isFound(in: text, stepLimit: stepLimit, budget: &budget)
  }

  /// As the other one, with a budget for many patterns and texts, from which the steps are taken that this one needs.
  func isFound(
    in text: Span<UInt8>, stepLimit: Int = Pattern.stepLimit, budget: inout Int
  ) throws(PatternStepLimit) -> Bool {
    if let verdict = shape.verdict(text) { return verdict }
    guard budget > 0 else { throw PatternStepLimit() }
    var matcher = PatternMatcher(program, steps: stepLimit)
    defer { budget -= matcher.spent }
    return try matcher.matchesAnywhere(in: text)
  }
}
