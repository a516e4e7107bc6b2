/// How many columns a terminal gives to characters.
///
/// No standard says it; this follows what terminals agree on: the East Asian widths of Unicode (UAX #11) with the
/// ambiguous ones narrow, emoji wide, and nothing for what is drawn onto another character.
enum DisplayWidth {
  /// The columns of one character, given as its Unicode scalars.
  static func columns(of character: ArraySlice<Unicode.Scalar>) -> Int {
    guard let first = character.first else { return 0 }
    if character.count == 1 { return columns(of: first) }
    if isSingleEmoji(character) { return 2 }
    var columns = 0
    var previous: Unicode.Scalar?
    for scalar in character {
      let isJoined = scalar.properties.isEmojiModifier && previous?.properties.isEmojiModifierBase == true
      if !isJoined { columns += self.columns(of: scalar) }
      previous = scalar
    }
    return columns
  }

  /// The columns of a scalar that stands alone.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.value {
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0  // vowels and finals that complete a Hangul syllable
    case 0x302E, 0x302F: return 0  // Hangul tone marks
    case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD: return 1  // visible format signs
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  /// Whether several scalars make one emoji: a flag, a keycap, a sequence with joiners, or a symbol turned into one.
  private static func isSingleEmoji(_ character: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = character.first, first.properties.isEmoji else { return false }
    if (0x1F1E6...0x1F1FF).contains(first.value) { return true }
    if character.dropFirst().first == "\u{FE0F}" { return true }
    return first.value > 0xFF && character.contains("\u{200D}")
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x1100 { return false }
    if scalar.properties.isEmojiPresentation { return true }
    var (low, high) = (0, wide.count)
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(scalar.value)
  }

  /// The scalars of East Asian width W or F in Unicode 18.0, without those that are emoji by default.
  ///
  /// Ranges reach over gaps that are unassigned, and over marks, which never get here.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,
    0x2329...0x232A,
    0x2630...0x2637,
    0x268A...0x268F,
    0x2E80...0x3029,
    0x3030...0x303E,
    0x3041...0x3163,
    0x3165...0x3247,
    0x3250...0xA4C6,
    0xA960...0xA97C,
    0xAC00...0xD7A3,
    0xF900...0xFAFF,
    0xFE10...0xFE6B,
    0xFF01...0xFF60,
    0xFFE0...0xFFE6,
    0x16FE0...0x16FE3,
    0x16FF2...0x1B2FB,
    0x1D300...0x1D376,
    0x1F1AE...0x1F265,
    0x1F6D9...0x1F6D9,
    0x1F7DA...0x1F7DA,
    0x1FA8B...0x1FAFA,
    0x20000...0x3FFFD,
  ]
}
