import ManifestSyntax

/// `format`: a text is what its name says, where the dialect or the caller wants that checked.
final class FormatKeyword: Keyword {
  static let name = "format"
  static let vocabulary = Vocabulary.core

  private let format: any Format.Type
  private let draft: Draft

  init?(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    // A format that is unknown says nothing, as the specification has it.
    guard compiler.dialect.assertsFormat, let format = Formats.named(value.text) else { return nil }
    self.format = format
    draft = compiler.draft
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .string else { return true }
    return evaluation.withContent(instance) { format.accepts($0, in: draft) }
      || evaluation.report(.format(format.name), at: instance)
  }
}
