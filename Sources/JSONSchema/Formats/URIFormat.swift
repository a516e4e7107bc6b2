/// A URI with its scheme, as RFC 3986 has it.
struct URIFormat: Format {
  static let name = "uri"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    URISyntax(isInternational: false).isURI(text, mayBeRelative: false)
  }
}
