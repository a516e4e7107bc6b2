import ManifestSyntax

/// `items`: every item of a list is valid by a schema, from where `prefixItems` ends; up to 2019-09 also a schema each.
final class Items: Keyword {
  static let name = "items"
  static let vocabulary = Vocabulary.applicator

  private enum Content: Sendable {
    case tuple(Tuple)
    case rest(ItemsAfter)
  }

  private let content: Content

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    if value.kind == .sequence, compiler.draft < .draft2020 {
      content = .tuple(try Tuple(value, &compiler))
    } else {
      if value.kind == .sequence {
        throw SchemaError(
          "'items' must be one schema, not a list", at: value,
          help: "write 'prefixItems', as the list is called since 2020-12")
      }
      let prefix = compiler.draft == .draft2020 ? compiler.sibling("prefixItems")?.count ?? 0 : 0
      content = .rest(try ItemsAfter(prefix, value, &compiler))
    }
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    switch content {
    case .tuple(let tuple): tuple.accepts(instance, evaluation)
    case .rest(let rest): rest.accepts(instance, evaluation)
    }
  }
}

/// A schema for all items of a list but the first.
struct ItemsAfter: Sendable {
  private let prefix: Int
  private let id: SubschemaID
  private let isForbidden: Bool

  init(_ prefix: Int, _ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    self.prefix = prefix
    id = try compiler.subschema(value)
    isForbidden = value.boolean == false
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .sequence else { return true }
    var isValid = true
    var position = 0
    var item = evaluation.firstItem(instance)
    while let current = item {
      if position >= prefix {
        if isForbidden { return evaluation.report(.unexpectedItem(limit: prefix), at: current) }
        evaluation.noteEvaluated(current)
        if !evaluation.acceptsChild(id, current) {
          isValid = false
          if !evaluation.collects { break }
        }
      }
      position += 1
      item = evaluation.item(after: current, in: instance)
    }
    if position > prefix { evaluation.annotate(.allItems, at: instance) }
    return isValid
  }
}
