/// The symbols that a bracket expression such as `[a-z]` or `[!0-9]` stands for.
struct GlobSet: Hashable, Sendable {
  var ranges: [ClosedRange<GlobSymbol>] = []
  var isNegated = false

  func contains(_ symbol: GlobSymbol) -> Bool {
    ranges.contains { $0.contains(symbol) } != isNegated
  }

  /// Adds the range, which is empty if its ends are in the wrong order.
  mutating func insert(from first: GlobSymbol, to last: GlobSymbol) {
    if first <= last { ranges.append(first...last) }
  }

  /// Adds a class such as `alpha`, as git knows them; `false` for an unknown one.
  mutating func insertClass(_ name: String) -> Bool {
    switch name {
    case "alnum": insert("09AZaz")
    case "alpha": insert("AZaz")
    case "blank": insert("  \t\t")
    case "cntrl": insert("\0\u{1F}\u{7F}\u{7F}")
    case "digit": insert("09")
    case "graph": insert("!~")
    case "lower": insert("az")
    case "print": insert(" ~")
    case "punct": insert("!/:@[`{~")
    case "space": insert("\t\r  ")
    case "upper": insert("AZ")
    case "xdigit": insert("09AFaf")
    default: return false
    }
    return true
  }

  /// Adds the ranges whose ends stand one after the other.
  private mutating func insert(_ ends: String) {
    let ends = ends.unicodeScalars.map { GlobSymbol($0.value) }
    for index in stride(from: 0, to: ends.count, by: 2) { ranges.append(ends[index]...ends[index + 1]) }
  }
}
