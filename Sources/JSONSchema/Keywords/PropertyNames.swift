import ManifestSyntax

/// `propertyNames`: every key of an object, as a text, is valid by a schema.
final class PropertyNames: Keyword {
  static let name = "propertyNames"
  static let vocabulary = Vocabulary.applicator
  static let drafts = Draft.draft6 ... .draft2020

  private let id: SubschemaID

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    compiler.useMembers()
    id = try compiler.subschema(value)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    var isValid = true
    for index in evaluation.members(of: instance) {
      let key = evaluation.member(index).key
      if evaluation.collects {
        let violations = evaluation.branch(id, key)
        if violations.isEmpty { continue }
        isValid = false
        if let lack = violations.first(where: \.isIncomplete) {
          evaluation.pass(on: lack)
        } else {
          _ = evaluation.report(.propertyName(violations), at: instance, key: key)
        }
      } else if !evaluation.acceptsChild(id, key) {
        return false
      }
    }
    return isValid
  }
}
