/// A group of keywords that a meta-schema can switch on.
enum Vocabulary: String, CaseIterable, Hashable, Sendable {
  case core
  case applicator
  case unevaluated
  case validation
  case metaData = "meta-data"
  case formatAnnotation = "format-annotation"
  case formatAssertion = "format-assertion"
  case content
  /// The group of 2019-09, where one vocabulary serves both ends.
  case format

  /// Finds the vocabularies that a URI in `$vocabulary` names; `nil` if it is unknown.
  static func named(_ uri: String) -> [Vocabulary]? {
    for prefix in ["https://json-schema.org/draft/2020-12/vocab/", "https://json-schema.org/draft/2019-09/vocab/"]
    where uri.hasPrefix(prefix) {
      guard let vocabulary = Vocabulary(rawValue: String(uri.dropFirst(prefix.count))) else { return nil }
      // In 2019-09 the unevaluated keywords are applicators.
      return vocabulary == .applicator && prefix.contains("2019-09") ? [.applicator, .unevaluated] : [vocabulary]
    }
    return nil
  }
}
