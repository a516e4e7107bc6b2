import ManifestSyntax

/// `contentEncoding`: where the caller wants that checked, a text in Base64 is well-formed.
final class ContentEncoding: Keyword {
  static let name = "contentEncoding"
  static let vocabulary = Vocabulary.content
  static let drafts = Draft.draft7 ... .draft2020

  init?(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard compiler.options.assertsContent, value.string == "base64" else { return nil }
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .string else { return true }
    return evaluation.withContent(instance) { Base64.decode($0) } != nil
      || evaluation.report(.format("base64"), at: instance)
  }
}
