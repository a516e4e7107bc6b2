/// Which items or entries of a value some keyword has dealt with.
struct EvaluatedChildren: Sendable {
  private(set) var areAll = false
  /// A bit for each, by its number in the value.
  private var bits: [UInt64] = []
  /// What a schema has dealt with that refused the value.
  private var refusedAll = false
  private var refusedBits: [UInt64] = []

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
    Self.insert(other.bits, into: &bits)
    insertRefused(other.refusedAll, other.refusedBits)
  }

  /// Notes what a schema has dealt with that refused the value: by the specification it counts for nothing.
  mutating func noteRefused(_ other: EvaluatedChildren) {
    insertRefused(other.areAll || other.refusedAll, other.bits)
    insertRefused(false, other.refusedBits)
  }

  func contains(_ ordinal: Int) -> Bool { areAll || Self.contains(ordinal, bits) }

  /// Whether a schema has dealt with it that refused the value.
  func isRefused(_ ordinal: Int) -> Bool { refusedAll || Self.contains(ordinal, refusedBits) }

  private mutating func insertRefused(_ areAll: Bool, _ bits: [UInt64]) {
    refusedAll = refusedAll || areAll
    Self.insert(bits, into: &refusedBits)
  }

  private static func insert(_ other: [UInt64], into bits: inout [UInt64]) {
    while bits.count < other.count { bits.append(0) }
    for index in other.indices { bits[index] |= other[index] }
  }

  private static func contains(_ ordinal: Int, _ bits: [UInt64]) -> Bool {
    ordinal / 64 < bits.count && bits[ordinal / 64] >> UInt64(ordinal % 64) & 1 == 1
  }
}
