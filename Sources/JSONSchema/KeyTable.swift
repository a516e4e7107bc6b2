import ManifestText

/// Finds the number of a key by its bytes.
struct KeyTable: Sendable {
  /// The keys one after the other; key `n` ends at `ends[n]`.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Numbers of keys by hash, with open addressing, and the hashes by number.
  ///
  /// -1 where none is; empty while there are few keys.
  private var slots: [Int32] = []
  private var hashes: [UInt] = []

  /// Tables up to this size are searched from the front.
  private static let smallCount = 8

  /// How many keys there are.
  var count: Int { ends.count }

  /// The number of a key, which is added if it is new.
  mutating func insert(_ key: ArraySlice<UInt8>) -> Int {
    let known = number(of: key.span)
    if known >= 0 { return known }
    if ends.isEmpty {
      // Most tables need no more.
      ends.reserveCapacity(8)
      bytes.reserveCapacity(96)
    }
    bytes.append(contentsOf: key)
    ends.append(bytes.count)
    if !slots.isEmpty { hashes.append(Self.hash(key.span)) }
    if ends.count > Self.smallCount { addSlot() }
    return ends.count - 1
  }

  /// The number of a key; -1 if it is not in the table.
  func number(of key: Span<UInt8>) -> Int {
    if slots.isEmpty {
      for number in ends.indices where isEqual(number, key) { return number }
      return -1
    }
    let hash = Self.hash(key)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
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
    return bytes.span.extracting(start..<ends[number]).isEqual(to: key)
  }

  /// Gives the last key a slot.
  private mutating func addSlot() {
    guard slots.count < ends.count * 2 else { return place(ends.count - 1) }
    if slots.isEmpty {
      for number in ends.indices { hashes.append(Self.hash(bytes.span.extracting(start(number)..<ends[number]))) }
    }
    slots = Array(repeating: -1, count: max(32, slots.count * 2))
    for number in ends.indices { place(number) }
  }

  private mutating func place(_ number: Int) {
    var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  private static func hash(_ key: Span<UInt8>) -> UInt {
    var hash = UInt64(truncatingIfNeeded: key.count)
    var offset = 0
    while offset + 8 <= key.count {
      hash = mixing(hash, key.eightBytes(at: offset))
      offset += 8
    }
    // The last eight bytes, some of which have been taken in, or all that there are.
    var rest: UInt64 = 0
    if key.count >= 8 {
      rest = key.eightBytes(at: key.count - 8)
    } else {
      for index in key.indices { rest = rest << 8 | UInt64(key[index]) }
    }
    return UInt(truncatingIfNeeded: mixing(hash, rest))
  }

  private static func mixing(_ hash: UInt64, _ bytes: UInt64) -> UInt64 {
    let product = (hash ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}
