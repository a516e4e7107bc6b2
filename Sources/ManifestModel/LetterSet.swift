/// The letters of `a` to `z` in a word, case ignored: they tell most words apart without measuring a distance.
struct LetterSet: Hashable, Sendable {
  private var bits: UInt32 = 0

  /// Takes the letters of a text in UTF-8.
  init(_ text: some Sequence<UInt8>) {
    for byte in text {
      let position = (byte | 0x20) &- UInt8(ascii: "a")
      if position < 26 { bits |= 1 << UInt32(position) }
    }
  }

  /// Whether words of these letters may be near each other by ``NearMatch``: a step changes one letter at most.
  func mayBeNear(_ other: LetterSet) -> Bool {
    (bits & ~other.bits).nonzeroBitCount <= 2 && (other.bits & ~bits).nonzeroBitCount <= 2
  }
}
