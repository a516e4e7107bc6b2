/// A URI or a relative reference with letters of all scripts, as RFC 3987 has it.
struct IRIReferenceFormat: Format {
  static let name = "iri-reference"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    URISyntax(isInternational: true).isURI(text, mayBeRelative: true)
  }
}
