import ManifestLint

/// The check of a name for sentence case: only the first word and names are capitalised.
struct SentenceCaseCheck: Sendable {
  /// Words that stand capitalised wherever they stand, in lower case.
  private lazy var names = Self.names(in: properNouns + (appName.map { [$0] } ?? []))
  /// What may stand behind a dash as it is.
  private let appName: String?
  private let properNouns: [String]

  /// Names are the app's own, with its words, and what else is known to be one.
  init(appName: String?, properNouns: [String]) {
    self.appName = appName?.lowercased()
    self.properNouns = properNouns
  }

  private static func names(in texts: [String]) -> Set<String> {
    var names: Set<String> = []
    for text in texts {
      names.insert(text.lowercased())
      names.formUnion(words(of: text).map { $0.core.lowercased() })
    }
    return names
  }

  /// What is wrong with a name.
  struct Problem: Hashable, Sendable {
    /// Whether the first letter is not a capital.
    var startsLow: Bool
    /// The words that are capitalised and should not be.
    var capitalised: [String]
    /// The name as it would be in sentence case.
    var suggestion: String

    /// What is wrong, in words.
    var phrase: String {
      let words = quotedList(capitalised) + (capitalised.count == 1 ? " has" : " have")
      if !startsLow { return "\(words) a capital" }
      return "its first letter is not a capital" + (capitalised.isEmpty ? "" : ", and \(words) one")
    }
  }

  /// How many bytes of UTF-8 are looked at closely.
  private static let longest = 300

  /// What is wrong with a name; `nil` if it is in sentence case as far as can be told.
  mutating func problem(in name: String) -> Problem? {
    // What is as long as that is no name: its length is what is wrong.
    if name.utf8.count > Self.longest || Self.isPlainlyRight(name) { return nil }
    let words = Self.words(of: name)
    guard let first = words.firstIndex(where: { !$0.core.isEmpty }) else { return nil }
    let startsLow = isLowerCaseStart(Array(words[first...]), in: name)
    let capitalised = capitalisedOrdinaryWords(words, after: words[first], in: name)
    if capitalised.isEmpty && !startsLow { return nil }
    return Problem(
      startsLow: startsLow, capitalised: capitalised.map(\.core),
      suggestion: Self.suggestion(name, capitalising: startsLow ? words[first] : nil, lowering: capitalised))
  }

  /// Whether a name of ASCII letters begins with no small letter, and no other word of it with a capital: then there
  /// is nothing to look at closely.
  private static func isPlainlyRight(_ name: String) -> Bool {
    var isWordStart = true
    var isFirstWord = true
    for byte in name.utf8 {
      if byte >= 0x80 { return false }
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isWordStart = true
      } else if isWordStart, byte.isASCIILetter || byte.isASCIIDigit {
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        if isFirstWord ? byte.isASCIILetter && !isCapital : isCapital { return false }
        (isWordStart, isFirstWord) = (false, false)
      }
    }
    return true
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

  /// Whether the first of these words ought to begin with a capital and does not.
  private mutating func isLowerCaseStart(_ words: [Word], in name: String) -> Bool {
    let core = words[0].core
    guard let letter = core.unicodeScalars.first, letter.properties.isLowercase, !names.contains(core.lowercased())
    else { return false }
    // A letter without a capital form cannot be wrong; one whose capital is two letters is left alone.
    let capital = letter.properties.titlecaseMapping
    guard capital.unicodeScalars.count == 1, capital != String(letter) else { return false }
    // 'e-Signature', and what a word is cut down to: "'s".
    if core.dropFirst().first == "-" || core.dropFirst().contains(where: \.isUppercase) { return false }
    if core.count == 1, words[0].range.lowerBound > name.startIndex,
      "'’".contains(name[name.index(before: words[0].range.lowerBound)])
    {
      return false
    }
    return !Self.isMixedOrNumbered(core) && !Self.isNameWithParticle(words)
  }

  /// Whether these begin like `van Gogh`, a name that begins small.
  private static func isNameWithParticle(_ words: [Word]) -> Bool {
    let name = words.drop { nameParticles.contains($0.core) }
    return name.startIndex > words.startIndex && name.first?.core.first?.isUppercase == true
  }

  private mutating func capitalisedOrdinaryWords(_ words: [Word], after first: Word, in name: String) -> [Word] {
    // Only of English it is known that ordinary words have no capital.
    guard Self.mayBeEnglish(words, in: name) else { return [] }
    let end = startOfAppName(in: name) ?? name.endIndex
    // Hardly a name has quotation marks, and to look for them takes the length of the name for each word.
    let mayBeQuoted = name.utf8.contains { $0 == UInt8(ascii: "\"") || $0 >= 0x80 }
    let following = withoutNames(
      words.filter {
        !$0.core.isEmpty && $0.range.lowerBound > first.range.lowerBound && $0.range.lowerBound < end
          && !(mayBeQuoted && Self.isQuoted($0, in: name))
      }, after: first)
    let names = names
    let capitalised = following.indices.filter { Self.isCapitalisedOrdinary(following, $0, names) }.map {
      following[$0]
    }
    let known = capitalised.filter { Self.commonWords.contains($0.core.lowercased()) }
    // A word that is known must be beside the one that is flagged: 'Offene Deals' is German.
    let isEnglish = words.contains { word in
      Self.isKnownEnglish(word.core.lowercased()) && !(known.count == 1 && word.range == known[0].range)
    }
    guard isEnglish else { return [] }
    // Behind a verb, what stands before an ordinary word may be a name: 'Open Acme Report'.
    let isSurelyTitle =
      capitalised.contains { Self.functionWords.contains($0.core.lowercased()) }
      || (!known.isEmpty && !EnglishVerbs.contains(first.core))
    let isTitleCase = capitalised.count >= (isSurelyTitle ? 2 : 3) && capitalised.count * 2 > following.count
    return isTitleCase ? capitalised : known
  }

  /// Whether a word stands in double quotation marks behind the beginning of a name, as what is called so.
  private static func isQuoted(_ word: Word, in name: String) -> Bool {
    let before = name[..<word.range.lowerBound]
    guard let open = before.lastIndex(where: { "\"“”„«»".contains($0) }), open > name.startIndex else { return false }
    let isOpen =
      name[open] == "\"" ? !before.count(where: { $0 == "\"" }).isMultiple(of: 2) : "“„«".contains(name[open])
    return isOpen && name[word.range.upperBound...].contains { "\"“”»".contains($0) }
  }

  /// The words without those that are part of a name: what begins with a well-known one, and two or more capitalised
  /// ones behind a preposition, as in 'Open in Google Maps'.
  private func withoutNames(_ words: [Word], after first: Word) -> [Word] {
    var result: [Word] = []
    var previous = first
    var index = 0
    while index < words.count {
      let run = words[index...].prefix {
        $0.core.first?.isUppercase == true && !Self.functionWords.contains($0.core.lowercased())
      }
      let start = run.firstIndex { Self.wellKnownNames.contains($0.core.lowercased()) }
      if run.count > 1, Self.prepositions.contains(previous.core) {
        index = run.endIndex
      } else if let start {
        let isNewYork = start > index && words[start - 1].core == "New"
        result += words[index..<(isNewYork ? start - 1 : start)]
        index = run.endIndex
      } else {
        index = max(run.endIndex, index + 1)
        result += words[run.startIndex..<index]
      }
      previous = words[index - 1]
    }
    return result
  }

  private static func isCapitalisedOrdinary(_ words: [Word], _ index: Int, _ names: Set<String>) -> Bool {
    let word = words[index].core
    // A lone 'A' is an article before another word, else a letter: 'plan A'.
    if word == "A" { return index + 1 < words.count }
    guard let letter = word.first, letter.isUppercase, word.count > 1 else { return false }
    return !names.contains(word.lowercased()) && !isMixedOrNumbered(word) && !isAcronym(word)
  }

  private static func mayBeEnglish(_ words: [Word], in name: String) -> Bool {
    let hasOtherLetters = name.unicodeScalars.contains { $0.value >= 0x80 && $0.properties.isAlphabetic }
    return !hasOtherLetters
      && !words.enumerated().contains { index, word in
        let form = index == 0 ? word.core.lowercased() : word.core
        return otherLanguages.contains(form) || form.hasSuffix("ieren")
      }
  }

  private static func isKnownEnglish(_ word: String) -> Bool {
    commonWords.contains(word) || functionWords.contains(word) || prepositions.contains(word)
      || ordinaryWords.contains(word) || EnglishVerbs.contains(word)
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
      guard let range = name.places(of: dash).last else { continue }
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
      result += isFirst ? capitalising(core) : core.lowercased()
      index = word.range.upperBound
    }
    return result + name[index...]
  }

  private static func capitalising(_ word: String) -> String {
    guard let first = word.unicodeScalars.first else { return word }
    return first.properties.titlecaseMapping + String(word.unicodeScalars.dropFirst())
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
    "date", "dates", "delivery", "price", "prices", "cost", "costs", "status", "number", "address", "phone", "mail",
    "item", "items", "visit", "visits",
  ]

  /// Words that title case gives a capital to and nothing else does.
  private static let functionWords: Set<String> = [
    "the", "a", "an", "of", "to", "by", "for", "my", "your", "our", "this", "that", "all", "in", "on", "at", "as",
    "with", "without", "and", "or", "from", "into", "via",
  ]

  /// Other words by which English is known.
  private static let ordinaryWords: Set<String> = [
    "new", "quick", "next", "last", "latest", "current", "related", "recent", "planned", "full", "more", "daily",
    "weekly", "monthly", "car", "cars",
  ]

  /// Words before the name of what is opened, sent to or synchronised with.
  private static let prepositions: Set<String> = [
    "in", "to", "with", "via", "from", "on", "by", "for", "at", "into", "using", "through",
  ]

  /// The first words of names that everybody knows.
  private static let wellKnownNames: Set<String> = [
    "google", "microsoft", "apple", "amazon", "adobe", "facebook", "instagram", "twitter", "linkedin", "youtube",
    "slack", "zoom", "dropbox", "salesforce", "zapier", "notion", "asana", "trello", "jira", "atlassian", "mailchimp",
    "stripe", "paypal", "intuit", "quickbooks", "xero", "oracle", "zendesk", "intercom", "calendly", "shopify",
    "gmail", "outlook", "excel", "sharepoint", "onedrive", "whatsapp", "telegram", "skype", "webex", "twilio",
    "constant", "york", "jersey", "zealand", "delhi", "orleans", "relic",
  ]

  /// Small words before a family name.
  private static let nameParticles: Set<String> = [
    "van", "von", "vom", "zu", "zum", "zur", "de", "der", "den", "des", "di", "da", "dos", "du", "del", "della",
    "la", "le", "el", "al", "bin", "ibn", "ben", "ten", "ter", "af", "av",
  ]

  /// Words that show that a name is in another language; German gives its nouns a capital.
  private static let otherLanguages: Set<String> = [
    "mit", "und", "oder", "der", "die", "das", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "zu",
    "zum", "zur", "von", "vom", "im", "auf", "aus", "bei", "beim", "nach", "ohne", "alle", "alles", "neu", "neue",
    "neuer", "neues", "neuen", "mein", "meine", "meinen", "kein", "keine", "anzeigen", "zeigen", "senden", "erstellen",
    "bearbeiten", "anlegen", "suchen", "speichern", "drucken", "teilen", "buchen", "starten", "abrufen", "versenden",
    "verwalten", "ansehen", "bestellen", "het", "een", "voor", "naar", "nieuwe", "nieuw", "alla", "och", "med", "til",
    "ny", "nytt", "le", "la", "les", "du", "de", "un", "une", "et", "pour", "avec", "sur", "dans", "el", "los",
    "las", "del", "con", "para", "por", "una", "nuevo", "nueva", "il", "lo", "gli", "di", "da", "dello", "della",
    "che", "uno", "nuovo", "nuova", "dos", "um", "uma", "novo", "nova", "nowy", "nowa", "dla", "nov",
  ]
}
