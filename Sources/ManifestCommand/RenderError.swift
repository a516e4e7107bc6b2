import ManifestFiles
import ManifestLint

/// Why a document cannot be rendered.
struct RenderError: Error {
  /// What is wrong, a line each.
  var lines: [String]
  /// Whether the document is at fault, and not the way to it.
  var isInDocument: Bool

  /// Says why a text cannot be read, with line and column.
  init(_ parsed: ParseResult, in source: SourceText) {
    let secrets = SecretRanges.find(in: parsed, of: source, Variables())
    self.init(parsed.errors.map { secrets.masking($0) }, in: source)
  }

  /// Says what is wrong at a place of a text.
  init(_ error: SyntaxError, in source: SourceText) {
    self.init([error], in: source)
  }

  /// Says what is wrong in a text, with line and column.
  private init(_ errors: [SyntaxError], in source: SourceText) {
    var converter = PositionConverter(source, columns: .characters)
    lines = errors.map { error in
      let start = converter.lineColumn(at: error.range.lowerBound)
      return "\(FilePath(source.path)):\(start.line):\(start.column): \(error.message)"
    }
    isInDocument = true
  }

  /// Says what is wrong at a node.
  init(_ message: String, at node: Node) {
    let parsed = ParseResult(documents: [node.tree], errors: [])
    let secrets = SecretRanges.find(in: parsed, of: node.tree.source, Variables())
    self.init([SyntaxError(secrets.masking(message), at: node.place.range)], in: node.tree.source)
  }

  /// Says why a file cannot be used.
  init(_ message: String) {
    lines = [message]
    isInDocument = false
  }
}
