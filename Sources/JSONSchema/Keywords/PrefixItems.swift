import ManifestSyntax

/// `prefixItems`: the first items of a list are valid by a schema each.
final class PrefixItems: Keyword {
  static let name = "prefixItems"
  static let vocabulary = Vocabulary.applicator
  static let drafts = Draft.draft2020 ... .draft2020

  private let tuple: Tuple

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    tuple = try Tuple(value, &compiler)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    tuple.accepts(instance, evaluation)
  }
}

/// Schemas for the first items of a list.
struct Tuple: Sendable {
  private let ids: [SubschemaID]

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard value.kind == .sequence else { throw compiler.error("must be a list of schemas", at: value) }
    var ids: [SubschemaID] = []
    for item in value.items { ids.append(try compiler.subschema(item)) }
    self.ids = ids
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .sequence else { return true }
    var isValid = true
    var count = 0
    var item = evaluation.firstItem(instance)
    for id in ids {
      guard let current = item else { break }
      evaluation.noteEvaluated(current)
      count += 1
      if !evaluation.acceptsChild(id, current) {
        isValid = false
        if !evaluation.collects { break }
      }
      item = evaluation.item(after: current, in: instance)
    }
    if count > 0 { evaluation.annotate(item == nil ? .allItems : .lastItem(count - 1), at: instance) }
    return isValid
  }
}
