/// A regular expression as ECMA-262 means it.
///
/// An engine of our own, since none at hand fits: Swift's `Regex` reads another language (`\d` beyond ASCII, graphemes,
/// no step limit) and takes long to make, and PCRE2 would be one more library, with yet another language.
final class Pattern: Sendable {
  /// The text it was made from.
  let text: String

  private let shape: PatternShape
  private let program: PatternProgram

  /// Reads a pattern; a strict one takes nothing that the `u` flag forbids.
  init(_ text: String, isStrict: Bool = false) throws(PatternError) {
    var parser = PatternParser(text, isStrict: isStrict)
    let node = try parser.parse()
    self.text = text
    shape = PatternShape(node)
    program = PatternProgram(
      node, captureCount: parser.captureCount, hasBackreferences: parser.hasBackreferences)
  }

  /// How many steps one text may take: enough for any pattern that was meant well, and some tenths of a second.
  static let stepLimit = 5_000_000

  /// Whether the pattern is found anywhere in the text, which is UTF-8.
  func isFound(in text: Span<UInt8>, stepLimit: Int = Pattern.stepLimit) throws(PatternStepLimit) -> Bool {
    if let verdict = shape.verdict(text) { return verdict }
    var matcher = PatternMatcher(program, steps: stepLimit)
    return try matcher.matchesAnywhere(in: text)
  }
}
