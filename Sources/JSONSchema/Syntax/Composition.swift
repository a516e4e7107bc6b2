/// Whether a text is in Normalization Form C, as far as the letters with marks of the world's alphabets go.
enum Composition {
  /// Whether a letter and a mark stand there that Unicode has as one character.
  static func isPossible(in text: [Unicode.Scalar]) -> Bool {
    var base: Unicode.Scalar?
    for scalar in text {
      guard scalar.properties.canonicalCombiningClass != .notReordered else {
        base = scalar
        continue
      }
      guard let base else { continue }
      var pair = String(base)
      pair.unicodeScalars.append(scalar)
      if composed.contains(pair) { return true }
    }
    return false
  }

  /// Characters that could be composed of others.
  ///
  /// Strings are equal when they are canonically so, which does the rest.
  private static let composed: Set<String> = {
    var result: Set<String> = []
    for range: ClosedRange<UInt32> in [0xC0...0x6FF, 0x1E00...0x1FFF, 0x3040...0x30FF] {
      for code in range {
        if let scalar = Unicode.Scalar(code), scalar.properties.isAlphabetic { result.insert(String(scalar)) }
      }
    }
    return result
  }()
}
