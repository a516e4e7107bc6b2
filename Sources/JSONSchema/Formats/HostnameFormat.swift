/// The name of a host as RFC 1123 has it; a label in Punycode must stand for one that RFC 5891 allows.
struct HostnameFormat: Format {
  static let name = "hostname"

  static func accepts(_ text: Span<UInt8>) -> Bool {
    DomainName.isValid(text, isInternational: false)
  }
}
