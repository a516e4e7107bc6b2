import ManifestText

/// How much may be linted again, in bytes: a text with thousands of fixes that do harm must not take for ever.
struct LintBudget {
  private var cost: Int

  init(cost: Int) {
    self.cost = cost
  }

  var isLeft: Bool { cost > 0 }

  /// Whether it is enough for a text with these findings once more.
  func isLeft(for source: SourceText, _ diagnostics: [Diagnostic]) -> Bool {
    cost >= Self.cost(source, diagnostics)
  }

  mutating func take(_ source: SourceText, _ diagnostics: [Diagnostic]) { cost -= Self.cost(source, diagnostics) }

  /// A text of a few bytes takes its time as well, and a finding takes as long as a hundred bytes.
  private static func cost(_ source: SourceText, _ diagnostics: [Diagnostic]) -> Int {
    source.bytes.count + 1024 + 128 * diagnostics.count
  }
}
