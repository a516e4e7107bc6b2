/// The address of a mailbox as RFC 5321 has it.
struct EmailFormat: Format {
  static let name = "email"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    MailboxAddress.isValid(text, isInternational: false)
  }
}
