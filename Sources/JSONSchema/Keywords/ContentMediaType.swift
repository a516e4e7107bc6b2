import ManifestSyntax
import ManifestText

/// `contentMediaType`: where the caller wants that checked, a text that holds JSON is well-formed.
final class ContentMediaType: Keyword {
  static let name = "contentMediaType"
  static let vocabulary = Vocabulary.content
  static let drafts = Draft.draft7 ... .draft2020

  private let isEncoded: Bool

  init?(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard compiler.options.assertsContent, value.string == "application/json" else { return nil }
    isEncoded = compiler.sibling("contentEncoding")?.string == "base64"
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .string else { return true }
    var bytes = Array(evaluation.text(instance).utf8)
    if isEncoded {
      // What is no Base64 is told by the other keyword.
      guard let decoded = Base64.decode(bytes.span) else { return true }
      bytes = decoded
    }
    return JSONParser.parse(SourceText(path: "", bytes: bytes)).errors.isEmpty
      || evaluation.report(.format("application/json"), at: instance)
  }
}
