/// The grammar of `Mailbox` in RFC 5321 and, with letters of all scripts, in RFC 6531.
enum MailboxAddress {
  /// Whether a text is the address of a mailbox.
  static func isValid(_ text: Span<UInt8>, isInternational: Bool) -> Bool {
    var scanner = ByteScanner()
    let hasLocalPart =
      scanner.peek(text) == UInt8(ascii: "\"")
      ? quotedText(text, &scanner, isInternational) : words(text, &scanner, isInternational)
    guard hasLocalPart, scanner.offset <= 64, scanner.take("@", text) else { return false }
    if scanner.take("[", text) {
      let isAddress = scanner.take("IPv6:", text) ? scanner.ipv6(text) : scanner.ipv4(text)
      return isAddress && scanner.take("]", text) && scanner.isAtEnd(text)
    }
    let domain = text.extracting(scanner.offset..<text.count)
    return isInternational ? isInternationalDomain(domain) : DomainName.isValid(domain, as: .plain)
  }

  /// Whether a text is a domain as RFC 6531 has it: what labels beyond ASCII may hold is left to those who resolve them.
  private static func isInternationalDomain(_ text: Span<UInt8>) -> Bool {
    let labels = UTF8Text.scalars(text).split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      guard let first = label.first, let last = label.last, first != "-", last != "-" else { return false }
      return label.allSatisfy { scalar in
        !scalar.isASCII || scalar == "-" || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
          || ("A"..."Z").contains(scalar)
      }
    }
  }

  private static func quotedText(_ text: Span<UInt8>, _ scanner: inout ByteScanner, _ isInternational: Bool) -> Bool {
    scanner.offset += 1
    while let byte = scanner.peek(text) {
      scanner.offset += 1
      switch byte {
      case UInt8(ascii: "\""): return true
      case UInt8(ascii: "\\"):
        guard let next = scanner.peek(text), 0x20...0x7E ~= next else { return false }
        scanner.offset += 1
      case 0x20...0x7E: break
      case 0x80...: if !isInternational { return false }
      default: return false
      }
    }
    return false
  }

  /// Reads words with single points between them.
  private static func words(_ text: Span<UInt8>, _ scanner: inout ByteScanner, _ isInternational: Bool) -> Bool {
    repeat {
      let start = scanner.offset
      while let byte = scanner.peek(text), isWordByte(byte, isInternational) { scanner.offset += 1 }
      if scanner.offset == start { return false }
    } while scanner.take(".", text)
    return true
  }

  private static func isWordByte(_ byte: UInt8, _ isInternational: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case 0x80...: isInternational
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
  }
}
