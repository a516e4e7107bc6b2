/// A URI with letters of all scripts, as RFC 3987 has it.
struct IRIFormat: Format {
  static let name = "iri"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    URISyntax(isInternational: true).isURI(text, mayBeRelative: false)
  }
}
