import ManifestModel
import ManifestText

/// What a field shows.
enum FormValue: Sendable {
  /// Nothing is written; the words say what holds then.
  case absent(String?)
  /// A text, as it is written.
  case text(FormText)
  /// A list of texts.
  case items([FormItem])
  /// Something else, as it stands in the file, and how many lines of it are left out.
  case excerpt(String, hiddenLines: Int)
}

/// An item of a list.
struct FormItem: Sendable {
  /// The text.
  var text: FormText
  /// What it is in words.
  var caption: String?
  /// Where it stands, as a JSON Pointer.
  var pointer: String
}

/// A text with its variables and its secrets told apart.
struct FormText: Sendable {
  /// A piece of it.
  enum Piece: Hashable, Sendable {
    case literal(String)
    case variable(String)
    case mask
  }

  /// The pieces, in order.
  private(set) var pieces: [Piece] = []
  /// Whether its end is left out.
  private(set) var isCut = false

  /// How many characters are shown.
  private static let longest = 4000

  /// Takes a text in which secrets are masked already.
  init(_ words: String) {
    var words = words
    if words.utf8.count > Self.longest {
      let shown = words.prefix(Self.longest)
      isCut = shown.endIndex < words.endIndex
      words = String(shown)
    }
    let bytes = Array(words.utf8)
    var position = 0
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    for variable in Template(words).variables {
      append(string(position..<variable.offsets.lowerBound))
      pieces.append(.variable(string(variable.offsets)))
      position = variable.offsets.upperBound
    }
    append(string(position..<bytes.count))
  }

  private mutating func append(_ words: String) {
    var isFirst = true
    for part in words.pieces(between: RedactedText.mask) {
      if !isFirst { pieces.append(.mask) }
      isFirst = false
      if !part.isEmpty { pieces.append(.literal(String(part))) }
    }
  }
}

/// How much of a limit is used.
struct FormCounter: Hashable, Sendable {
  /// How much is used.
  var used: Int
  /// How much there may be.
  var limit: Int
  /// What is counted, in the plural.
  var unit: String
  /// Whether a variable may make it more.
  var isLowerBound = false

  /// How near the limit is.
  enum Level: Hashable, Sendable {
    case within, near, over
  }

  /// How near the limit is: near from nine tenths on.
  var level: Level {
    if used > limit { return .over }
    return limit > 3 && used * 10 >= limit * 9 ? .near : .within
  }

  /// The counter as it stands beside a field: `27/30`.
  var text: String { "\(used)\(isLowerBound ? "+" : "")/\(limit)" }
}
