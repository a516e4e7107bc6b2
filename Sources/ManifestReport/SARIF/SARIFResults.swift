import ManifestText

/// The results of a SARIF report, already written: all of them, or those of the most weight if there are too many.
struct SARIFResults {
  /// How many were left out.
  private(set) var leftOut = 0

  private let maximum: Int
  private var kept: [(weight: Int, written: JSONWriter)] = []

  /// Keeps so many.
  init(atMost maximum: Int) {
    self.maximum = maximum
  }

  /// Takes one in.
  mutating func append(_ written: JSONWriter, weight: Int) {
    kept.append((weight, written))
    if kept.count >= maximum * 2 { prune() }
  }

  /// Those that are to be written, in the order in which they came.
  mutating func finish() -> [JSONWriter] {
    prune()
    return kept.map(\.written)
  }

  private mutating func prune() {
    if kept.count <= maximum { return }
    leftOut += kept.count - maximum
    var room: [Int: Int] = [:]
    var left = maximum
    for weight in Set(kept.map(\.weight)).sorted(by: >) {
      room[weight] = min(left, kept.count { $0.weight == weight })
      left -= room[weight, default: 0]
    }
    kept = kept.filter { result in
      let isKept = room[result.weight, default: 0] > 0
      room[result.weight, default: 0] -= 1
      return isKept
    }
  }
}
