import ManifestSyntax

/// `additionalItems`: the items after those that a list of schemas in `items` provides for.
final class AdditionalItems: Keyword {
  static let name = "additionalItems"
  static let vocabulary = Vocabulary.applicator
  static let drafts = Draft.draft4 ... .draft2019

  private let rest: ItemsAfter

  init?(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard let items = compiler.sibling("items"), items.kind == .sequence else { return nil }
    rest = try ItemsAfter(items.count, value, &compiler)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    rest.accepts(instance, evaluation)
  }
}
