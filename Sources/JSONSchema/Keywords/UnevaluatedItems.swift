import ManifestSyntax

/// `unevaluatedItems`: the items that no other keyword has dealt with.
final class UnevaluatedItems: Keyword {
  static let name = "unevaluatedItems"
  static let vocabulary = Vocabulary.unevaluated
  static let drafts = Draft.draft2019 ... .draft2020
  static let turn = KeywordTurn.last

  private let id: SubschemaID
  private let isForbidden: Bool

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    compiler.trackChildren()
    id = try compiler.subschema(value)
    isForbidden = value.boolean == false
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .sequence else { return true }
    var isValid = true
    var count = 0
    var item = evaluation.firstItem(instance)
    while let current = item {
      item = evaluation.item(after: current, in: instance)
      if evaluation.isEvaluated(current) { continue }
      evaluation.noteEvaluated(current)
      count += 1
      let isAccepted = evaluation.asUnevaluated(current) {
        isForbidden
          ? evaluation.report(.unexpectedItem(limit: nil), at: current) : evaluation.acceptsChild(id, current)
      }
      if !isAccepted { isValid = false }
      if !isValid, !evaluation.collects { break }
    }
    if count > 0 { evaluation.annotate(.allItems, at: instance) }
    return isValid
  }
}
