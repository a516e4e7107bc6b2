/// The name of a host as RFC 5890 has it, with letters of all scripts.
struct IDNHostnameFormat: Format {
  static let name = "idn-hostname"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    DomainName.isValid(text, as: .international)
  }
}
