import ManifestSyntax

/// `additionalProperties`: the values of keys that neither `properties` nor `patternProperties` beside it provides for.
final class AdditionalProperties: Keyword {
  static let name = "additionalProperties"
  static let vocabulary = Vocabulary.applicator
  // `patternProperties` notes which keys it provides for.
  static let turn = KeywordTurn.late

  private let id: SubschemaID
  private let isForbidden: Bool
  /// The keys in `properties`, and which numbers they have.
  private let known: [String]
  private let isKnown: [Bool]

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    compiler.useMembers()
    id = try compiler.subschema(value)
    isForbidden = value.boolean == false
    var known: [String] = []
    var isKnown: [Bool] = []
    if let properties = compiler.sibling("properties"), properties.kind == .mapping {
      for entry in properties.entries where !entry.isRepeated {
        let number = compiler.key(entry.key)
        while isKnown.count <= number { isKnown.append(false) }
        isKnown[number] = true
        known.append(entry.key.text)
      }
    }
    self.known = known
    self.isKnown = isKnown
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    var isValid = true
    var keys: [String] = []
    for index in evaluation.members(of: instance) {
      let member = evaluation.member(index)
      if member.number >= 0, member.number < isKnown.count, isKnown[member.number] { continue }
      if member.isMatched { continue }
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
