/// Finds the number of a key by its bytes.
struct KeyTable: Sendable {
  /// The keys one after the other; key `n` ends at `ends[n]`.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Numbers of keys by hash, with open addressing.
  ///
  /// -1 where none is; empty while there are few keys.
  private var slots: [Int32] = []

  /// Tables up to this size are searched from the front.
  private static let smallCount = 4

  /// How many keys there are.
  var count: Int { ends.count }

  /// The number of a key, which is added if it is new.
  mutating func insert(_ key: Span<UInt8>) -> Int {
    let known = number(of: key)
    if known >= 0 { return known }
    for index in key.indices { bytes.append(key[index]) }
    ends.append(bytes.count)
    hashes.append(Self.hash(key))
    if ends.count > Self.smallCount { rebuildSlots() }
    return ends.count - 1
  }

  /// The number of a key; -1 if it is not in the table.
  func number(of key: Span<UInt8>) -> Int {
    if slots.isEmpty {
      for number in ends.indices where isEqual(number, key) { return number }
      return -1
    }
    let hash = Self.hash(key)
    var slot = Int(truncatingIfNeeded: hash & UInt64(slots.count - 1))
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(number, key) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  /// The text of a key.
  subscript(number: Int) -> String {
    String(decoding: bytes[start(number)..<ends[number]], as: UTF8.self)
  }

  /// The keys in the order in which they came.
  var keys: [String] { ends.indices.map { self[$0] } }

  private func start(_ number: Int) -> Int { number == 0 ? 0 : ends[number - 1] }

  private func isEqual(_ number: Int, _ key: Span<UInt8>) -> Bool {
    let start = start(number)
    guard ends[number] - start == key.count else { return false }
    for index in key.indices where bytes[start + index] != key[index] { return false }
    return true
  }

  private mutating func rebuildSlots() {
    guard slots.count < ends.count * 2 else { return place(ends.count - 1) }
    slots = Array(repeating: -1, count: max(16, slots.count * 2))
    for number in ends.indices { place(number) }
  }

  private mutating func place(_ number: Int) {
    var slot = Int(truncatingIfNeeded: hashes[number] & UInt64(slots.count - 1))
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  private static func hash(_ key: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(key.count)
    for index in key.indices { hash = (hash ^ UInt64(key[index])) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }
}
