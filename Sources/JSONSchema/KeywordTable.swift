/// Finds keywords by their names.
struct KeywordTable: Sendable {
  private var names = KeyTable()
  private var traits: [KeywordTraits] = []

  init(_ keywords: [any Keyword.Type]) {
    for keyword in keywords {
      let number = names.insert(Array(keyword.name.utf8)[...])
      precondition(number == traits.count, "two keywords are called '\(keyword.name)'")
      traits.append(KeywordTraits(keyword))
    }
  }

  /// The number of a keyword; -1 if there is none of that name.
  func number(of name: Span<UInt8>) -> Int { names.number(of: name) }

  subscript(number: Int) -> KeywordTraits { traits[number] }
}
