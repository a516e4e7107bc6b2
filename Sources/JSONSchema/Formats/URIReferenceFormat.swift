/// A URI or a relative reference, as RFC 3986 has it.
struct URIReferenceFormat: Format {
  static let name = "uri-reference"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    URISyntax(isInternational: false).isURI(text, mayBeRelative: true)
  }
}
