import ManifestSyntax

/// `unevaluatedProperties`: the values of keys that no other keyword has dealt with.
final class UnevaluatedProperties: Keyword {
  static let name = "unevaluatedProperties"
  static let vocabulary = Vocabulary.unevaluated
  static let drafts = Draft.draft2019 ... .draft2020
  static let turn = KeywordTurn.last

  private let rest: PropertiesBesides

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    compiler.trackChildren()
    rest = try PropertiesBesides(value, isForUnevaluated: true, &compiler)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    rest.accept(instance, evaluation) { evaluation.isEvaluated($0.value) }
  }
}
