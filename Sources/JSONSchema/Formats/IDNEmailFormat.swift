/// The address of a mailbox as RFC 6531 has it, with letters of all scripts.
struct IDNEmailFormat: Format {
  static let name = "idn-email"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    MailboxAddress.isValid(text, isInternational: true)
  }
}
