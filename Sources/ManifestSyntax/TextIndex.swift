import ManifestText

/// Finds the first of many texts that has the same bytes, where each is known by a number and stays where it is.
///
/// It holds some sixteen bytes a text and counts no references: a dictionary of slices takes four times that, and no longer
/// fits a processor's caches where a file has some 100,000 keys.
struct TextIndex: Sendable {
  private struct Slot {
    var hash: UInt32
    /// One more than the number of a text; 0 where there is none.
    var entry: UInt32
  }

  /// A power of two, at least a third of them free; none before the first text.
  private var slots: [Slot]
  private var count = 0

  /// Makes room for so many texts.
  init(minimumCapacity: Int = 0) {
    slots = minimumCapacity > 0 ? Self.free(for: minimumCapacity) : []
  }

  /// The number of the text with these bytes; `nil` if it is not there.
  ///
  /// - Parameters:
  ///   - hash: What ``hash(_:_:)`` says of the bytes.
  ///   - isEqual: Whether the text with a number has them.
  func number(_ hash: UInt32, where isEqual: (UInt32) -> Bool) -> UInt32? {
    guard !slots.isEmpty else { return nil }
    var place = Int(hash) & (slots.count - 1)
    while slots[place].entry != 0 {
      if slots[place].hash == hash, isEqual(slots[place].entry - 1) { return slots[place].entry - 1 }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a text whose bytes no other has.
  mutating func add(_ number: UInt32, _ hash: UInt32) {
    count += 1
    if count * 3 > slots.count * 2 {
      let smaller = slots
      slots = Self.free(for: count * 2)
      for slot in smaller where slot.entry != 0 { place(slot) }
    }
    place(Slot(hash: hash, entry: number + 1))
  }

  private mutating func place(_ slot: Slot) {
    var place = Int(slot.hash) & (slots.count - 1)
    while slots[place].entry != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private static func free(for count: Int) -> [Slot] {
    let least = count + count / 2 + 1
    return Array(repeating: Slot(hash: 0, entry: 0), count: 1 << (Int.bitWidth - (least - 1).leadingZeroBitCount))
  }

  /// A hash that nobody can foresee, so that no file can be made whose keys have all the same.
  @inline(__always)
  static func hash(_ array: [UInt8], _ range: Range<Int>) -> UInt32 {
    let bytes = array.span
    var hasher = Hasher()
    var offset = range.lowerBound
    while offset + 8 <= range.upperBound {
      hasher.combine(bytes.eightBytes(at: offset))
      offset += 8
    }
    var rest = UInt64(truncatingIfNeeded: range.count)
    while offset < range.upperBound {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    hasher.combine(rest)
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }
}
