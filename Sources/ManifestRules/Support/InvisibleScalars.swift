/// The characters of a name that nobody sees or types on purpose.
struct InvisibleScalars: Sendable {
  private let scalars: [Unicode.Scalar]
  private let hasRightToLeft: Bool
  private let hasMongolian: Bool
  private let hasFlag: Bool

  /// Looks at the text that the characters stand in.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    hasRightToLeft = scalars.contains(where: Self.isRightToLeft)
    hasMongolian = scalars.contains { (0x1820...0x18AF).contains($0.value) || (0x11660...0x1167F).contains($0.value) }
    hasFlag = scalars.contains("\u{1F3F4}")
  }

  /// Whether the scalar at a place is a control or invisible character that the text around it does not need.
  ///
  /// Joiners and variation selectors inside an emoji sequence, and joiners between letters of scripts that use them,
  /// are needed; so are direction marks and isolates beside letters written from right to left, and the variation
  /// selectors of Mongolian.
  func isNeedless(at index: Int) -> Bool {
    let scalar = scalars[index]
    let previous = index > 0 ? scalars[index - 1] : nil
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: return true
    case 0x200D: return !(Self.joinsEmoji(previous, next) || Self.joinsLetters(previous, next))
    case 0x200C: return !Self.joinsLetters(previous, next)
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return previous.map { $0.value < 0x80 && !$0.properties.isEmoji } ?? true
    case 0x200E, 0x200F, 0x061C, 0x2066...0x2069: return !hasRightToLeft
    case 0x180B...0x180F: return !hasMongolian
    case 0xE0020...0xE007F: return !hasFlag
    case 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x200B, 0x2028, 0x2029, 0x202A...0x202E,
      0x2060...0x2065, 0x206A...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE001F:
      return true
    default: return false
    }
  }

  private static func joinsEmoji(_ previous: Unicode.Scalar?, _ next: Unicode.Scalar?) -> Bool {
    guard let previous, let next else { return false }
    let isAfterEmoji = previous.properties.isEmoji || previous.value == 0xFE0F || previous.properties.isEmojiModifier
    return isAfterEmoji && next.properties.isEmoji && next.value >= 0x80
  }

  private static func joinsLetters(_ previous: Unicode.Scalar?, _ next: Unicode.Scalar?) -> Bool {
    guard let previous, let next else { return false }
    return [previous, next].allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .otherLetter, .nonspacingMark, .spacingMark, .modifierLetter: true
      default: false
      }
    }
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
