import ManifestLint

/// A document as somebody looks at it: what stands where, and what is known of that.
struct DocumentReader {
  let analysis: Analysis
  let guide: SchemaGuide
  let rules: [String: RuleMetadata]
  let client: ClientCapabilities
  var positions: PositionMap

  init(
    _ analysis: Analysis, _ guide: SchemaGuide, _ rules: [String: RuleMetadata], _ client: ClientCapabilities,
    _ encoding: PositionEncoding
  ) {
    self.analysis = analysis
    self.guide = guide
    self.rules = rules
    self.client = client
    positions = PositionMap(analysis.document.lines, encoding)
  }

  /// The trees of the documents that are of a known kind, with their kinds.
  var documents: [(tree: SyntaxTree, kind: DocumentKind)] {
    analysis.document.trees.compactMap { tree in analysis.kind(of: tree).map { (tree, $0) } }
  }

  /// The document of the stream that a place is in, if it is of a known kind.
  func document(at offset: Int) -> (tree: SyntaxTree, kind: DocumentKind)? {
    guard let tree = analysis.document.tree(at: offset), let kind = analysis.kind(of: tree) else { return nil }
    return (tree, kind)
  }

  /// A name or another text of the document as it may be shown.
  func shown(_ text: String) -> String { analysis.result.text.masking(analysis.result.secrets.masking(text)) }

  func lineRange(_ range: TextRange) -> ClosedRange<Int> {
    let lines = analysis.document.lines
    return lines.line(at: range.lowerBound)...lines.line(at: range.upperBound)
  }
}
