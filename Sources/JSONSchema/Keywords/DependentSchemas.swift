import ManifestSyntax

/// `dependentSchemas`: an object that has a key is valid by the schema that goes with it.
final class DependentSchemas: Keyword {
  static let name = "dependentSchemas"
  static let vocabulary = Vocabulary.applicator
  static let drafts = Draft.draft2019 ... .draft2020

  private let schemas: [SchemaDependency]

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard value.kind == .mapping else { throw compiler.error("must be an object of schemas", at: value) }
    var schemas: [SchemaDependency] = []
    for entry in value.entries where !entry.isRepeated { schemas.append(try SchemaDependency(entry, &compiler)) }
    self.schemas = schemas
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .mapping else { return true }
    var isValid = true
    for dependency in schemas where !dependency.accepts(instance, evaluation) {
      isValid = false
      if !evaluation.collects { break }
    }
    return isValid
  }
}

/// A key that brings a schema with it.
struct SchemaDependency: Sendable {
  private let key: Int
  private let id: SubschemaID
  private let schemaNode: Node

  init(_ entry: Entry, _ compiler: inout Compiler) throws(SchemaError) {
    key = compiler.key(entry.key)
    id = try compiler.subschemaInPlace(entry.value)
    schemaNode = entry.value
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard let member = evaluation.memberKey(key) else { return true }
    return evaluation.accepts(id, instance, because: .key(evaluation.node(member)), schemaNode)
  }
}
