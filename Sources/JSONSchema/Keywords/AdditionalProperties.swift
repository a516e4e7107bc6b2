import ManifestSyntax

/// `additionalProperties`: the values of keys that neither `properties` nor `patternProperties` beside it provides for.
struct AdditionalProperties: Keyword {
  static let name = "additionalProperties"
  static let vocabulary = Vocabulary.applicator

  private let id: SubschemaID
  private let isForbidden: Bool
  /// The keys in `properties`, and which numbers they have.
  private let known: [String]
  private let isKnown: [Bool]
  private let patterns: [Pattern]

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
    var patterns: [Pattern] = []
    if let properties = compiler.sibling("patternProperties"), properties.kind == .mapping {
      for entry in properties.entries where !entry.isRepeated { patterns.append(try compiler.pattern(entry.key)) }
    }
    self.known = known
    self.isKnown = isKnown
    self.patterns = patterns
  }

  func accepts(_ instance: Instance, _ evaluation: inout Evaluation) -> Bool {
    var isValid = true
    var keys: [String] = []
    for index in evaluation.members(of: instance) {
      let member = evaluation.member(index)
      if member.number >= 0, member.number < isKnown.count, isKnown[member.number] { continue }
      guard let isMatched = isMatched(member, evaluation) else { return evaluation.giveUp(.tooCostly, at: instance) }
      if isMatched { continue }
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

  /// Whether a pattern is found in the key; `nil` if it takes too long to tell.
  private func isMatched(_ member: Member, _ evaluation: borrowing Evaluation) -> Bool? {
    for pattern in patterns {
      guard let isFound = evaluation.isFound(pattern, in: member.key) else { return nil }
      if isFound { return true }
    }
    return false
  }
}
