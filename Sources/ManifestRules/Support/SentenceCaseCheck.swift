import ManifestLint

/// The check of a name for sentence case: only the first word and names are capitalised.
struct SentenceCaseCheck: Sendable {
  /// Words that stand capitalised wherever they stand, in lower case.
  private let names: Set<String>
  /// What may stand behind a dash as it is, in lower case.
  private let appName: String?

  /// Names are the app's own, with its words, and what else is known to be one.
  init(appName: String?, properNouns: [String]) {
    self.appName = appName?.lowercased()
    var names: Set<String> = []
    for text in properNouns + (appName.map { [$0] } ?? []) {
      names.insert(text.lowercased())
      names.formUnion(Self.words(of: text).map { $0.core.lowercased() })
    }
    self.names = names
  }

  /// What is wrong with a name.
  struct Problem: Hashable, Sendable {
    /// The slips that are told apart.
    enum Kind: Hashable, Sendable {
      /// The first letter is not a capital.
      case lowerCaseStart
      /// These words are capitalised and should not be.
      case capitalised([String])
    }

    var kind: Kind
    /// The name as it would be in sentence case.
    var suggestion: String
  }

  /// What is wrong with a name; `nil` if it is in sentence case as far as can be told.
  func problem(in name: String) -> Problem? {
    let words = Self.words(of: name)
    guard let first = words.first(where: { !$0.core.isEmpty }) else { return nil }
    let startsLow = isLowerCaseStart(first)
    let capitalised = capitalisedOrdinaryWords(words, after: first, in: name)
    if capitalised.isEmpty && !startsLow { return nil }
    let suggestion = Self.suggestion(name, capitalising: startsLow ? first : nil, lowering: capitalised)
    let kind: Problem.Kind = startsLow ? .lowerCaseStart : .capitalised(capitalised.map(\.core))
    return Problem(kind: kind, suggestion: suggestion)
  }

  // MARK: Words

  /// A word with the signs around it.
  private struct Word {
    /// Where its core stands in the text.
    var range: Range<String.Index>
    /// The word without the signs around it; empty for signs alone.
    var core: String
  }

  private static func words(of text: String) -> [Word] {
    text.split(whereSeparator: \.isWhitespace).map { piece in
      let letters = piece.indices.filter { piece[$0].isLetter || piece[$0].isNumber }
      guard let first = letters.first, let last = letters.last else {
        return Word(range: piece.startIndex..<piece.startIndex, core: "")
      }
      let range = first..<piece.index(after: last)
      return Word(range: range, core: String(piece[range]))
    }
  }

  private func isLowerCaseStart(_ word: Word) -> Bool {
    guard let letter = word.core.first, letter.isLetter, !names.contains(word.core.lowercased()) else { return false }
    // A script without case, or a letter without a capital form, cannot be wrong.
    guard letter.isLowercase, letter.unicodeScalars.first.map({ $0.properties.titlecaseMapping != String($0) }) == true
    else { return false }
    return !Self.isMixedOrNumbered(word.core)
  }

  private func capitalisedOrdinaryWords(_ words: [Word], after first: Word, in name: String) -> [Word] {
    let end = startOfAppName(in: name) ?? name.endIndex
    let following = words.filter {
      !$0.core.isEmpty && $0.range.lowerBound > first.range.lowerBound && $0.range.lowerBound < end
    }
    let capitalised = following.filter { isCapitalisedOrdinary($0.core) }
    let known = capitalised.filter { Self.commonWords.contains($0.core.lowercased()) }
    let isTitleCase = capitalised.count >= 2 && capitalised.count * 2 > following.count
    return isTitleCase ? capitalised : known
  }

  private func isCapitalisedOrdinary(_ word: String) -> Bool {
    guard let letter = word.first, letter.isUppercase, word.count > 1 else { return false }
    return !names.contains(word.lowercased()) && !Self.isMixedOrNumbered(word) && !Self.isAcronym(word)
  }

  /// Whether a word has digits, or capitals inside: `3D`, `iPhone`, `DocuSign`.
  private static func isMixedOrNumbered(_ word: String) -> Bool {
    if word.contains(where: \.isNumber) { return true }
    return word.split(whereSeparator: { $0 == "-" || $0 == "/" || $0 == "'" || $0 == "’" }).contains { part in
      part.contains(where: \.isLowercase) && part.dropFirst().contains(where: \.isUppercase)
    }
  }

  private static func isAcronym(_ word: String) -> Bool {
    !word.contains(where: \.isLowercase)
  }

  /// Where a name stands behind a dash: the app's, as Pipedrive's own examples have it, or one that looks like a name
  /// since all its words are capitalised.
  private func startOfAppName(in name: String) -> String.Index? {
    for dash in [" - ", " – ", " — "] {
      guard let range = name.ranges(of: dash).last else { continue }
      let tail = name[range.upperBound...].lowercased()
      if let appName, !tail.isEmpty, appName.hasPrefix(tail) || tail.hasPrefix(appName) { return range.upperBound }
      let words = Self.words(of: String(name[range.upperBound...])).filter { !$0.core.isEmpty }
      if words.allSatisfy({ $0.core.first?.isLowercase == false }) { return range.upperBound }
    }
    return nil
  }

  private static func suggestion(_ name: String, capitalising first: Word?, lowering words: [Word]) -> String {
    var result = ""
    var index = name.startIndex
    for (word, isFirst) in [first].compactMap(\.self).map({ ($0, true) }) + words.map({ ($0, false) }) {
      result += name[index..<word.range.lowerBound]
      let core = word.core
      result += isFirst ? core.prefix(1).uppercased() + core.dropFirst() : core.lowercased()
      index = word.range.upperBound
    }
    return result + name[index...]
  }

  /// Words of the trade that are no names, and so are wrong with a capital even when they stand alone.
  private static let commonWords: Set<String> = [
    "quote", "quotes", "quotation", "deal", "deals", "person", "people", "contact", "contacts", "organization",
    "organizations", "invoice", "invoices", "order", "orders", "list", "lists", "detail", "details", "report",
    "reports", "activity", "activities", "lead", "leads", "product", "products", "project", "projects", "customer",
    "customers", "client", "clients", "offer", "offers", "proposal", "proposals", "contract", "contracts", "document",
    "documents", "file", "files", "note", "notes", "task", "tasks", "email", "e-mail", "message", "messages", "call",
    "calls", "meeting", "meetings", "appointment", "payment", "payments", "overview", "settings", "history", "summary",
    "information", "data", "record", "records", "form", "page", "button", "panel", "modal", "view",
  ]
}
