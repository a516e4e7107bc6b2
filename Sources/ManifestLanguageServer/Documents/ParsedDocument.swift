import ManifestLint

/// A text with the trees that were made of it.
struct ParsedDocument {
  /// The text and its lines.
  let lines: LineTable
  /// What it is written in.
  let language: SyntaxTree.Language
  /// What the parser made of it.
  let parsed: ParseResult
  /// A tree for each document of the stream; of a text that is not well-formed, what can be made out.
  let trees: [SyntaxTree]

  init(_ lines: LineTable, _ language: SyntaxTree.Language) {
    self.lines = lines
    self.language = language
    let source = lines.source
    parsed = Linter.parse(source, language)
    trees = parsed.errors.isEmpty ? parsed.filledDocuments : LenientParser.parse(source, language)
  }

  /// The text.
  var source: SourceText { lines.source }

  /// Whether it can be read from beginning to end.
  var isWellFormed: Bool { parsed.errors.isEmpty }

  /// What a text is written in: what its name says, or what the editor takes one for that has never been saved.
  static func language(_ address: DocumentAddress, _ languageID: String?) -> SyntaxTree.Language {
    if address.isFile { return address.path.lowercased().hasSuffix(".json") ? .json : .yaml }
    return languageID == "json" || languageID == "jsonc" ? .json : .yaml
  }

  /// The document of the stream that a place is in.
  func tree(at offset: Int) -> SyntaxTree? {
    trees.last { $0.root.range.utf8Offsets.lowerBound <= offset } ?? trees.first
  }
}
