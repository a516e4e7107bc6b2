import ManifestSyntax

/// A keyword of a schema, compiled.
///
/// Each has a file in `Keywords/` and a line in ``Keywords/all``. It is an object rather
/// than a value, so that asking it copies nothing.
protocol Keyword: AnyObject, Sendable {
  /// Its name in a schema.
  static var name: String { get }
  /// The vocabulary that it belongs to.
  static var vocabulary: Vocabulary { get }
  /// The drafts that know it.
  static var drafts: ClosedRange<Draft> { get }
  /// When it is asked, among the keywords of one schema.
  static var turn: KeywordTurn { get }

  /// Compiles the keyword's value; `nil` if it can refuse nothing and tells nobody anything.
  init?(_ value: Node, _ compiler: inout Compiler) throws(SchemaError)

  /// Whether a value keeps the keyword; if not, it is reported.
  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool
}

extension Keyword {
  static var vocabulary: Vocabulary { .validation }
  static var drafts: ClosedRange<Draft> { .draft4 ... .draft2020 }
  static var turn: KeywordTurn { .usual }
}

/// When a keyword is asked, from the first on.
enum KeywordTurn: CaseIterable, Sendable {
  /// What is cheap and settles most.
  case first
  case usual
  /// After those beside it that say which keys are known.
  case late
  /// After all that the others have evaluated.
  case last
}
