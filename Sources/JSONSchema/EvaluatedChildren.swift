/// Which items or entries of a value some keyword has dealt with.
struct EvaluatedChildren: Sendable {
  private(set) var areAll = false
  /// A bit for each, by its number in the value.
  private var bits: [UInt64] = []

  mutating func insertAll() {
    areAll = true
  }

  mutating func insert(_ ordinal: Int) {
    if areAll { return }
    while bits.count <= ordinal / 64 { bits.append(0) }
    bits[ordinal / 64] |= 1 << UInt64(ordinal % 64)
  }

  mutating func formUnion(_ other: EvaluatedChildren) {
    areAll = areAll || other.areAll
    while bits.count < other.bits.count { bits.append(0) }
    for index in other.bits.indices { bits[index] |= other.bits[index] }
  }

  func contains(_ ordinal: Int) -> Bool {
    areAll || (ordinal / 64 < bits.count && bits[ordinal / 64] >> UInt64(ordinal % 64) & 1 == 1)
  }
}
