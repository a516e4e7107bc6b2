import ManifestSyntax

/// `$recursiveRef`: in 2019-09 a reference to the outermost schema that lets itself be found.
final class RecursiveReference: Keyword {
  static let name = "$recursiveRef"
  static let vocabulary = Vocabulary.core
  static let drafts = Draft.draft2019 ... .draft2019

  private let target: DynamicTarget

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    target = try DynamicTarget(value, anchor: "", &compiler)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    target.accepts(instance, evaluation)
  }
}
