/// Why a text is no regular expression.
struct PatternError: Error, Hashable {
  /// What is wrong, to be read after the pattern.
  var message: String
  /// How many Unicode scalars stand before the place.
  var offset: Int
}

/// A match took more steps than it may.
struct PatternStepLimit: Error, Hashable {}
