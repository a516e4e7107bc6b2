import ManifestText

/// How many errors each rule has in a text.
struct ErrorCounts {
  var counts: [String: Int] = [:]

  init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where Self.isCounted(diagnostic) { counts[diagnostic.rule, default: 0] += 1 }
  }

  /// Whether it is an error; a text that cannot be read is no better for being called a warning.
  static func isCounted(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error || diagnostic.rule == "syntax"
  }

  /// How many more there are than before, by rule, where there are more.
  func growth(since before: ErrorCounts) -> [String: Int] {
    counts.reduce(into: [:]) { growth, count in
      let more = count.value - (before.counts[count.key] ?? 0)
      if more > 0 { growth[count.key] = more }
    }
  }
}
