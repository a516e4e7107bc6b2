import ManifestSyntax

/// `unevaluatedProperties`: the values of keys that no other keyword has dealt with.
final class UnevaluatedProperties: Keyword {
  static let name = "unevaluatedProperties"
  static let vocabulary = Vocabulary.unevaluated
  static let drafts = Draft.draft2019 ... .draft2020
  static let turn = KeywordTurn.last

  private let id: SubschemaID
  private let isForbidden: Bool
  private let known: [String]

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    compiler.useMembers()
    compiler.trackChildren()
    id = try compiler.subschema(value)
    isForbidden = value.boolean == false
    known = compiler.sibling("properties")?.entries.map(\.key.text) ?? []
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    var isValid = true
    var keys: [String] = []
    for index in evaluation.members(of: instance) {
      let member = evaluation.member(index)
      if evaluation.isEvaluated(member.value) { continue }
      evaluation.noteEvaluated(member.value)
      if evaluation.isTracing { keys.append(evaluation.text(member.key)) }
      if isForbidden {
        guard evaluation.collects else { return false }
        let key = evaluation.text(member.key)
        isValid = evaluation.report(.unknownKey(key, known: known), at: instance, key: member.key)
      } else if !evaluation.acceptsChild(id, member.value) {
        isValid = false
        if !evaluation.collects { return false }
      }
    }
    evaluation.annotateKeys(keys, at: instance)
    return isValid
  }
}
