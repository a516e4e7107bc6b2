/// What the keyword `format` can ask for by name.
///
/// Each has a file in `Formats/` and a line in ``Formats/all``. All drafts share them: a schema of draft-04 that asks
/// for a `date` means one.
protocol Format: Sendable {
  /// Its name in a schema.
  static var name: String { get }

  /// Whether a text in UTF-8 is of the format, as the draft defines it.
  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool
}
