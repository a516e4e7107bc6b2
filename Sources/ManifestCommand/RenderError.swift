import ManifestFiles
import ManifestLint

/// Why a document cannot be rendered.
struct RenderError: Error {
  /// What is wrong, a line each.
  var lines: [String]
  /// Whether the document is at fault, and not the way to it.
  var isInDocument: Bool

  /// Says what is wrong in a text, with line and column.
  init(_ errors: [SyntaxError], in source: SourceText) {
    var converter = PositionConverter(source, columns: .characters)
    lines = errors.map { error in
      let start = converter.lineColumn(at: error.range.lowerBound)
      return "\(FilePath(source.path)):\(start.line):\(start.column): \(error.message)"
    }
    isInDocument = true
  }

  /// Says what is wrong at a node.
  init(_ message: String, at node: Node) {
    self.init([SyntaxError(message, at: node.place.range)], in: node.tree.source)
  }

  /// Says why a file cannot be used.
  init(_ message: String) {
    lines = [message]
    isInDocument = false
  }
}
