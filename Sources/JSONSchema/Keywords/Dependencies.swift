import ManifestSyntax

/// `dependencies`: what a key needs beside it, keys or a schema; later drafts have a keyword for each.
final class Dependencies: Keyword {
  static let name = "dependencies"
  static let vocabulary = Vocabulary.applicator

  private let keys: [KeyDependency]
  private let schemas: [SchemaDependency]

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard value.kind == .mapping else { throw compiler.error("must be an object", at: value) }
    var keys: [KeyDependency] = []
    var schemas: [SchemaDependency] = []
    for entry in value.entries where !entry.isRepeated {
      if entry.value.kind == .sequence {
        keys.append(try KeyDependency(entry.key, needs: entry.value, &compiler))
      } else {
        schemas.append(try SchemaDependency(entry, &compiler))
      }
    }
    self.keys = keys
    self.schemas = schemas
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .mapping else { return true }
    var isValid = true
    for dependency in keys where !dependency.accepts(instance, evaluation) {
      isValid = false
      if !evaluation.collects { return false }
    }
    for dependency in schemas where !dependency.accepts(instance, evaluation) {
      isValid = false
      if !evaluation.collects { return false }
    }
    return isValid
  }
}
