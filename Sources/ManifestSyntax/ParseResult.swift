public import ManifestText

/// What a parser made of a text: it never throws.
public struct ParseResult: Sendable {
  /// The documents of the stream that could be read, in order; exactly one for JSON without a syntax error.
  public var documents: [SyntaxTree]
  /// What is not well-formed; empty for a good text.
  ///
  /// Duplicate keys are in the trees.
  public var errors: [SyntaxError]
  /// The comments, in order.
  public var comments: [TextRange]
  /// The tags that the core schema of YAML does not know, in order; they are among the errors as well, unless they were
  /// to be taken.
  public internal(set) var unknownTags: [UnknownTag] = []

  /// Puts the parts together.
  public init(documents: [SyntaxTree], errors: [SyntaxError], comments: [TextRange] = []) {
    self.documents = documents
    self.errors = errors
    self.comments = comments
  }
}

extension ParseResult {
  /// The documents that hold something; the first if none does.
  ///
  /// A `---` behind the last document, or two in a row, make an empty one that nobody meant.
  public var filledDocuments: [SyntaxTree] {
    let filled = documents.filter { !$0.isEmpty }
    return filled.isEmpty ? Array(documents.prefix(1)) : filled
  }
}

/// Why a text is not well-formed.
public struct SyntaxError: Hashable, Sendable {
  /// What is wrong, in one line.
  public var message: String
  /// What to write instead.
  public var help: String?
  /// Where.
  public var range: TextRange
  /// Other places that belong to it, such as where a bracket was opened.
  public var notes: [Note]
  /// The fix, if it is certain.
  public var fixIt: FixIt?

  /// Puts the parts together.
  public init(_ message: String, at range: TextRange, help: String? = nil, notes: [Note] = [], fixIt: FixIt? = nil) {
    self.message = message
    self.range = range
    self.help = help
    self.notes = notes
    self.fixIt = fixIt
  }
}
