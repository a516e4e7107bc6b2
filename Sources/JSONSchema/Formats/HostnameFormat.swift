/// The name of a host as RFC 1123 has it; from draft-07 on, a label in Punycode must stand for one of RFC 5891.
struct HostnameFormat: Format {
  static let name = "hostname"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    DomainName.isValid(text, as: draft >= .draft7 ? .encoded : .plain)
  }
}
