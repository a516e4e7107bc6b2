/// A property of Unicode that `\p{…}` can name.
enum UnicodeProperty: Hashable, Sendable {
  case any
  case ascii
  case assigned
  case categories(Set<Unicode.GeneralCategory>)
  case binary(Binary)
  case script(UnicodeScript)

  /// The properties that are true or false.
  enum Binary: String, CaseIterable, Hashable, Sendable {
    case alphabetic = "Alphabetic"
    case asciiHexDigit = "ASCII_Hex_Digit"
    case bidiControl = "Bidi_Control"
    case cased = "Cased"
    case caseIgnorable = "Case_Ignorable"
    case dash = "Dash"
    case defaultIgnorable = "Default_Ignorable_Code_Point"
    case diacritic = "Diacritic"
    case emoji = "Emoji"
    case emojiModifier = "Emoji_Modifier"
    case emojiModifierBase = "Emoji_Modifier_Base"
    case emojiPresentation = "Emoji_Presentation"
    case extender = "Extender"
    case hexDigit = "Hex_Digit"
    case idContinue = "ID_Continue"
    case idStart = "ID_Start"
    case ideographic = "Ideographic"
    case joinControl = "Join_Control"
    case lowercase = "Lowercase"
    case math = "Math"
    case noncharacter = "Noncharacter_Code_Point"
    case patternWhitespace = "Pattern_White_Space"
    case quotationMark = "Quotation_Mark"
    case radical = "Radical"
    case sentenceTerminal = "Sentence_Terminal"
    case softDotted = "Soft_Dotted"
    case unifiedIdeograph = "Unified_Ideograph"
    case uppercase = "Uppercase"
    case variationSelector = "Variation_Selector"
    case whitespace = "White_Space"
    case xidContinue = "XID_Continue"
    case xidStart = "XID_Start"
  }

  /// Reads what stands between the braces; `nil` if it names nothing that is known here.
  init?(_ text: String) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    if parts.count == 2 {
      switch parts[0] {
      case "General_Category", "gc":
        guard let categories = Self.categories[String(parts[1])] else { return nil }
        self = .categories(categories)
      case "Script", "sc", "Script_Extensions", "scx":
        guard let script = UnicodeScript(String(parts[1])) else { return nil }
        self = .script(script)
      default: return nil
      }
      return
    }
    if let categories = Self.categories[text] {
      self = .categories(categories)
    } else if let binary = Binary(rawValue: Self.shortNames[text] ?? text) {
      self = .binary(binary)
    } else {
      switch text {
      case "Any": self = .any
      case "ASCII": self = .ascii
      case "Assigned": self = .assigned
      default: return nil
      }
    }
  }

  private static let shortNames = [
    "Alpha": "Alphabetic", "AHex": "ASCII_Hex_Digit", "Bidi_C": "Bidi_Control", "CI": "Case_Ignorable",
    "DI": "Default_Ignorable_Code_Point", "Dia": "Diacritic", "EMod": "Emoji_Modifier",
    "EBase": "Emoji_Modifier_Base", "EPres": "Emoji_Presentation", "Ext": "Extender", "Hex": "Hex_Digit",
    "IDC": "ID_Continue", "IDS": "ID_Start", "Ideo": "Ideographic", "Join_C": "Join_Control", "Lower": "Lowercase",
    "NChar": "Noncharacter_Code_Point", "Pat_WS": "Pattern_White_Space", "QMark": "Quotation_Mark",
    "STerm": "Sentence_Terminal", "SD": "Soft_Dotted",
    "UIdeo": "Unified_Ideograph", "Upper": "Uppercase", "VS": "Variation_Selector", "space": "White_Space",
    "XIDC": "XID_Continue", "XIDS": "XID_Start",
  ]

  /// The general categories by their short and long names.
  private static let categories: [String: Set<Unicode.GeneralCategory>] = {
    let single: [(String, String, Unicode.GeneralCategory)] = [
      ("Lu", "Uppercase_Letter", .uppercaseLetter), ("Ll", "Lowercase_Letter", .lowercaseLetter),
      ("Lt", "Titlecase_Letter", .titlecaseLetter), ("Lm", "Modifier_Letter", .modifierLetter),
      ("Lo", "Other_Letter", .otherLetter), ("Mn", "Nonspacing_Mark", .nonspacingMark),
      ("Mc", "Spacing_Mark", .spacingMark), ("Me", "Enclosing_Mark", .enclosingMark),
      ("Nd", "Decimal_Number", .decimalNumber), ("Nl", "Letter_Number", .letterNumber),
      ("No", "Other_Number", .otherNumber), ("Pc", "Connector_Punctuation", .connectorPunctuation),
      ("Pd", "Dash_Punctuation", .dashPunctuation), ("Ps", "Open_Punctuation", .openPunctuation),
      ("Pe", "Close_Punctuation", .closePunctuation), ("Pi", "Initial_Punctuation", .initialPunctuation),
      ("Pf", "Final_Punctuation", .finalPunctuation), ("Po", "Other_Punctuation", .otherPunctuation),
      ("Sm", "Math_Symbol", .mathSymbol), ("Sc", "Currency_Symbol", .currencySymbol),
      ("Sk", "Modifier_Symbol", .modifierSymbol), ("So", "Other_Symbol", .otherSymbol),
      ("Zs", "Space_Separator", .spaceSeparator), ("Zl", "Line_Separator", .lineSeparator),
      ("Zp", "Paragraph_Separator", .paragraphSeparator), ("Cc", "Control", .control), ("Cf", "Format", .format),
      ("Cs", "Surrogate", .surrogate), ("Co", "Private_Use", .privateUse), ("Cn", "Unassigned", .unassigned),
    ]
    let groups: [(String, String, [String])] = [
      ("L", "Letter", ["Lu", "Ll", "Lt", "Lm", "Lo"]), ("LC", "Cased_Letter", ["Lu", "Ll", "Lt"]),
      ("M", "Mark", ["Mn", "Mc", "Me"]), ("N", "Number", ["Nd", "Nl", "No"]),
      ("P", "Punctuation", ["Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"]), ("S", "Symbol", ["Sm", "Sc", "Sk", "So"]),
      ("Z", "Separator", ["Zs", "Zl", "Zp"]), ("C", "Other", ["Cc", "Cf", "Cs", "Co", "Cn"]),
    ]
    var result: [String: Set<Unicode.GeneralCategory>] = [:]
    for (short, long, category) in single {
      result[short] = [category]
      result[long] = [category]
    }
    for (short, long, members) in groups {
      let categories = members.reduce(into: Set<Unicode.GeneralCategory>()) { $0.formUnion(result[$1] ?? []) }
      result[short] = categories
      result[long] = categories
    }
    result["digit"] = result["Nd"]
    result["punct"] = result["P"]
    result["cntrl"] = result["Cc"]
    result["Combining_Mark"] = result["M"]
    return result
  }()
}

// MARK: - Asking

extension UnicodeProperty {
  /// Whether a scalar has it.
  func holds(for scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .any: true
    case .ascii: scalar.isASCII
    case .assigned: scalar.properties.generalCategory != .unassigned
    case .categories(let categories): categories.contains(scalar.properties.generalCategory)
    case .binary(let binary): binary.holds(for: scalar.properties)
    case .script(let script): script.contains(scalar.value)
    }
  }
}

extension UnicodeProperty.Binary {
  fileprivate func holds(for properties: Unicode.Scalar.Properties) -> Bool {
    switch self {
    case .alphabetic: properties.isAlphabetic
    case .asciiHexDigit: properties.isASCIIHexDigit
    case .bidiControl: properties.isBidiControl
    case .cased: properties.isCased
    case .caseIgnorable: properties.isCaseIgnorable
    case .dash: properties.isDash
    case .defaultIgnorable: properties.isDefaultIgnorableCodePoint
    case .diacritic: properties.isDiacritic
    case .emoji: properties.isEmoji
    case .emojiModifier: properties.isEmojiModifier
    case .emojiModifierBase: properties.isEmojiModifierBase
    case .emojiPresentation: properties.isEmojiPresentation
    case .extender: properties.isExtender
    case .hexDigit: properties.isHexDigit
    case .idContinue: properties.isIDContinue
    case .idStart: properties.isIDStart
    case .ideographic: properties.isIdeographic
    case .joinControl: properties.isJoinControl
    case .lowercase: properties.isLowercase
    case .math: properties.isMath
    case .noncharacter: properties.isNoncharacterCodePoint
    case .patternWhitespace: properties.isPatternWhitespace
    case .quotationMark: properties.isQuotationMark
    case .radical: properties.isRadical
    case .sentenceTerminal: properties.isSentenceTerminal
    case .softDotted: properties.isSoftDotted
    case .unifiedIdeograph: properties.isUnifiedIdeograph
    case .uppercase: properties.isUppercase
    case .variationSelector: properties.isVariationSelector
    case .whitespace: properties.isWhitespace
    case .xidContinue: properties.isXIDContinue
    case .xidStart: properties.isXIDStart
    }
  }
}
