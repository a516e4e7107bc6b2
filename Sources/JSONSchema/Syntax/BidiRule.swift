/// The rule of RFC 5893 for names with letters that are written from right to left.
enum BidiRule {
  /// The classes of characters that the rule tells apart.
  private enum Direction {
    case leftToRight
    case rightToLeft
    case europeanNumber
    case arabicNumber
    case nonspacingMark
    case neutral
  }

  /// Whether all labels of a name keep the rule, which holds once one of them has a letter from right to left.
  static func holds(for labels: [[Unicode.Scalar]]) -> Bool {
    let classes = labels.map { $0.map(direction) }
    guard classes.contains(where: { $0.contains(.rightToLeft) || $0.contains(.arabicNumber) }) else { return true }
    return classes.allSatisfy(holds)
  }

  private static func holds(_ label: [Direction]) -> Bool {
    guard let first = label.first, let last = label.last(where: { $0 != .nonspacingMark }) else { return false }
    switch first {
    case .leftToRight:
      return !label.contains(.rightToLeft) && !label.contains(.arabicNumber)
        && (last == .leftToRight || last == .europeanNumber)
    case .rightToLeft:
      return !label.contains(.leftToRight) && !(label.contains(.europeanNumber) && label.contains(.arabicNumber))
        && last != .neutral
    default: return false
    }
  }

  private static func direction(_ scalar: Unicode.Scalar) -> Direction {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .nonspacingMark
    default: break
    }
    switch scalar.value {
    case 0x30...0x39, 0x6F0...0x6F9: return .europeanNumber
    case 0x660...0x669, 0x66B, 0x66C, 0x6DD, 0x8E2, 0x10D30...0x10D39, 0x10E60...0x10E7E: return .arabicNumber
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return .rightToLeft
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
      .letterNumber, .decimalNumber, .otherNumber:
      return .leftToRight
    default: return .neutral
    }
  }
}
