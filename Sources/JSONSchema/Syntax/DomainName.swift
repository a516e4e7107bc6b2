/// The names of hosts: RFC 1123, and RFC 5890 to 5892 for letters of all scripts.
enum DomainName {
  /// Which names are taken.
  enum Kind {
    /// Those of RFC 1123.
    case plain
    /// Also, labels that begin with `xn--` must stand for one of RFC 5890.
    case encoded
    /// Also those with characters beyond ASCII.
    case international
  }

  /// Whether a text is a name.
  static func isValid(_ text: Span<UInt8>, as kind: Kind) -> Bool {
    let scalars = UTF8Text.scalars(text)
    if kind != .international, scalars.contains(where: { !$0.isASCII }) { return false }
    // RFC 3490 takes these for points, too.
    let labels = scalars.split(omittingEmptySubsequences: false) { scalar in
      scalar == "." || scalar == "\u{3002}" || scalar == "\u{FF0E}" || scalar == "\u{FF61}"
    }
    var length = labels.count - 1
    var readable: [[Unicode.Scalar]] = []
    for label in labels {
      guard let (encodedLength, decoded) = read(Array(label), kind) else { return false }
      length += encodedLength
      readable.append(decoded)
    }
    return length <= 253 && (kind == .plain || BidiRule.holds(for: readable))
  }

  /// How long a label is as the network sees it, and what a person reads; `nil` if it is none.
  private static func read(_ label: [Unicode.Scalar], _ kind: Kind) -> (length: Int, readable: [Unicode.Scalar])? {
    guard let first = label.first, let last = label.last, first != "-", last != "-" else { return nil }
    if label.allSatisfy(\.isASCII) {
      guard label.count <= 63, label.allSatisfy(isLetterDigitHyphen) else { return nil }
      guard kind != .plain, label.count >= 4, label[2] == "-", label[3] == "-" else { return (label.count, label) }
      // A label with hyphens there stands for another, or for nothing that is known.
      let encoded = label[4...].map { lowercased($0) }
      guard label[0].value | 0x20 == 0x78, label[1].value | 0x20 == 0x6E, let decoded = Punycode.decode(encoded),
        !decoded.allSatisfy(\.isASCII), isInternationalLabel(decoded), Punycode.encode(decoded) == encoded
      else { return nil }
      return (label.count, decoded)
    }
    guard isInternationalLabel(label), let encoded = Punycode.encode(label), encoded.count + 4 <= 63 else { return nil }
    return (encoded.count + 4, label)
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
  }

  private static func isLetterDigitHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  // MARK: RFC 5891 and 5892

  private static func isInternationalLabel(_ label: [Unicode.Scalar]) -> Bool {
    guard let first = label.first, first != "-", label.last != "-" else { return false }
    if label.count >= 4, label[2] == "-", label[3] == "-" { return false }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: break
    }
    return label.indices.allSatisfy { isAllowed(label, $0) } && !Composition.isPossible(in: label)
  }

  /// Whether the character at a place is allowed, by itself or by its neighbours.
  private static func isAllowed(_ label: [Unicode.Scalar], _ index: Int) -> Bool {
    let scalar = label[index]
    switch scalar.value {
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
    case 0x200C: return isAfterVirama(label, index) || joinsArabic(label, index)
    case 0x200D: return isAfterVirama(label, index)
    case 0xB7: return index > 0 && index + 1 < label.count && label[index - 1] == "l" && label[index + 1] == "l"
    case 0x375: return index + 1 < label.count && isIn("Greek", label[index + 1])
    case 0x5F3, 0x5F4: return index > 0 && isIn("Hebrew", label[index - 1])
    case 0x30FB:
      return label.contains { $0 != scalar && (isIn("Hiragana", $0) || isIn("Katakana", $0) || isIn("Han", $0)) }
    case 0x660...0x669: return !label.contains { 0x6F0...0x6F9 ~= $0.value }
    case 0x6F0...0x6F9: return !label.contains { 0x660...0x669 ~= $0.value }
    case 0x2D, 0x30...0x39, 0x61...0x7A: return true
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: return false
    case 0x20D0...0x20FF, 0x1D100...0x1D24F: return false
    default: break
    }
    let properties = scalar.properties
    if properties.changesWhenNFKCCaseFolded || properties.isDefaultIgnorableCodePoint || properties.isWhitespace
      || properties.isNoncharacterCodePoint
    {
      return false
    }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark,
      .spacingMark:
      return true
    default: return false
    }
  }

  private static func isAfterVirama(_ label: [Unicode.Scalar], _ index: Int) -> Bool {
    index > 0 && label[index - 1].properties.canonicalCombiningClass == .virama
  }

  /// Whether letters that join stand on both sides: Arabic is the script that the joiner is written in.
  private static func joinsArabic(_ label: [Unicode.Scalar], _ index: Int) -> Bool {
    index > 0 && index + 1 < label.count && isIn("Arabic", label[index - 1]) && isIn("Arabic", label[index + 1])
  }

  private static func isIn(_ script: String, _ scalar: Unicode.Scalar) -> Bool {
    UnicodeScript(script)?.contains(scalar.value) ?? false
  }
}
