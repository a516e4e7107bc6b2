import ManifestLint

extension Node.Kind {
  /// The kind in a sentence: `a list`.
  var phrase: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .integer, .number: "a number"
    case .string: "text"
    case .sequence: "a list"
    case .mapping: "an object"
    }
  }
}

/// A place in a count: `1st`, `22nd`.
func ordinal(_ number: Int) -> String {
  let suffix =
    switch (number % 100, number % 10) {
    case (11...13, _): "th"
    case (_, 1): "st"
    case (_, 2): "nd"
    case (_, 3): "rd"
    default: "th"
    }
  return "\(number)\(suffix)"
}

/// Words in a list: `'a', 'b' and 'c'`.
func quotedList(_ words: [String], _ conjunction: String = "and") -> String {
  let quoted = words.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
