/// The keywords that hold in a schema, and how.
struct Dialect: Hashable, Sendable {
  var draft: Draft
  /// The vocabularies in force; before 2019-09 they are all of them.
  var vocabularies: VocabularySet
  /// Whether a `format` is checked.
  var assertsFormat: Bool

  /// The dialect of a draft's own meta-schema.
  init(_ draft: Draft, formats: SchemaOptions.FormatAssertion) {
    self.draft = draft
    vocabularies = .standard
    assertsFormat = formats == .always
  }

  /// The dialect of a meta-schema with vocabularies of its own.
  init(_ draft: Draft, vocabularies: VocabularySet, formats: SchemaOptions.FormatAssertion) {
    self.draft = draft
    self.vocabularies = vocabularies
    assertsFormat =
      formats == .always || (formats == .asDialectSays && vocabularies.contains(.formatAssertion))
  }
}
