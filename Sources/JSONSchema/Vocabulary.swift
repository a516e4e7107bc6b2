import ManifestText

/// A group of keywords that a meta-schema can switch on.
enum Vocabulary: String, Hashable, Sendable {
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
      return vocabulary == .applicator && prefix.holds("2019-09") ? [.applicator, .unevaluated] : [vocabulary]
    }
    return nil
  }
}

/// The vocabularies in force, a bit for each: it is asked for every keyword of a schema.
struct VocabularySet: OptionSet, Hashable, Sendable {
  var rawValue: UInt16

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  init(_ vocabulary: Vocabulary) {
    rawValue =
      switch vocabulary {
      case .core: 1
      case .applicator: 2
      case .unevaluated: 4
      case .validation: 8
      case .metaData: 16
      case .formatAnnotation: 32
      case .formatAssertion: 64
      case .content: 128
      case .format: 256
      }
  }

  /// All but the one in which formats refuse something.
  static var standard: VocabularySet { VocabularySet(rawValue: 511).subtracting(VocabularySet(.formatAssertion)) }

  /// Whether a vocabulary is in force.
  func contains(_ vocabulary: Vocabulary) -> Bool { contains(VocabularySet(vocabulary)) }
}
