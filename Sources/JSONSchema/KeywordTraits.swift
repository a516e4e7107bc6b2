/// What a keyword says of itself, looked up once; an object, so that handing it on copies nothing.
final class KeywordTraits: Sendable {
  let type: any Keyword.Type
  let name: String
  let turn: KeywordTurn
  let drafts: ClosedRange<Draft>
  private let vocabulary: VocabularySet

  init(_ type: any Keyword.Type) {
    self.type = type
    name = type.name
    turn = type.turn
    drafts = type.drafts
    vocabulary = VocabularySet(type.vocabulary)
  }

  /// Whether a dialect knows it.
  func isKnown(to dialect: Dialect) -> Bool {
    drafts.contains(dialect.draft) && dialect.vocabularies.contains(vocabulary)
  }
}
