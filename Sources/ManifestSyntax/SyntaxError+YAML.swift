import ManifestText

extension SyntaxError {
  static func commentWithoutSpace(at offset: Int) -> Self {
    SyntaxError(
      "'#' without a space before it", at: TextRange(utf8Offsets: offset..<offset + 1),
      help: "write a space before the '#' of a comment")
  }

  static func questionMarkInFlow(at offset: Int) -> Self {
    SyntaxError(
      "a value in brackets begins with '?'", at: TextRange(utf8Offsets: offset..<offset + 1),
      help: "write the value in quotes")
  }

  static func colonInFlow(at offset: Int) -> Self {
    SyntaxError(
      "no space after ':'", at: TextRange(utf8Offsets: offset..<offset + 1),
      help: "write a space after the ':', or write the value in quotes")
  }

  static func unexpectedCharacter(in bytes: [UInt8], at offset: Int) -> Self {
    let length = UTF8Validation.length(of: bytes, at: offset) ?? 1
    let range = TextRange(utf8Offsets: offset..<offset + length)
    let scalars = String(decoding: bytes[offset..<offset + length], as: UTF8.self).unicodeScalars
    if let scalar = scalars.first, ["\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}"].contains(scalar) {
      return hazard(in: bytes, at: offset)
    }
    return SyntaxError(
      "unexpected '\(String(decoding: bytes[offset..<offset + length], as: UTF8.self))'", at: range,
      help: "write values that hold such characters in quotes")
  }

  /// A line whose text, at an offset, stands too far to the left.
  static func underIndented(
    in bytes: [UInt8], _ lineStart: Int, _ offset: Int, by indentation: Int, least: Int
  ) -> Self {
    let hasTab = offset > lineStart + indentation
    let length = UTF8Validation.length(of: bytes, at: offset) ?? 1
    return SyntaxError(
      "this line is indented by \(spaces(indentation)), what it belongs to asks for \(spaces(least))",
      at: TextRange(utf8Offsets: offset > lineStart ? lineStart..<offset : offset..<offset + length),
      help: "indent it by at least \(spaces(least))" + (hasTab ? "; a tab does not count" : ""))
  }

  static func spaces(_ count: Int) -> String { count == 1 ? "1 space" : "\(count) spaces" }

  static func directiveWithoutEndMarker(in bytes: [UInt8], at offset: Int) -> Self {
    SyntaxError(
      "'%' line without '...' before it", at: TextRange(utf8Offsets: offset..<offset + 1),
      help: "write a line '...' before it")
  }

  /// A name of `nil` is that of what may be a secret.
  static func undefinedAlias(_ name: String?, at range: TextRange) -> Self {
    SyntaxError(
      name.map { "no anchor '&\($0)' stands before this alias" } ?? "an alias without an anchor before it", at: range,
      help: "write the anchor before the value that it stands for; if this is text, put it in quotes")
  }

  static func recursiveAlias(at range: TextRange, anchor: TextRange) -> Self {
    SyntaxError(
      "an alias inside the value that it stands for", at: range, help: "write the value out",
      notes: [Note("the value begins here", at: anchor)])
  }

  static func aliasBudget(_ limit: Int, at range: TextRange, anchor: TextRange?) -> Self {
    SyntaxError(
      "aliases add more than \(limit) values or \(limit * ParseLimits.bytesPerAliasNode) bytes to this document",
      at: range, help: "write the values out",
      notes: anchor.map { [Note("the anchor that it names", at: $0)] } ?? [])
  }

  static func mergeOfOtherThanMapping(at range: TextRange, anchor: TextRange?) -> Self {
    SyntaxError(
      "'<<' merges something else than a mapping", at: range,
      help: "write an alias of a mapping, or a list of such aliases",
      notes: anchor.map { [Note("the anchor that it names", at: $0)] } ?? [])
  }

  static func tooDeep(limit: Int, at range: TextRange, anchor: TextRange?) -> Self {
    SyntaxError(
      "nested more than \(limit) levels deep", at: range, help: "write it with fewer levels",
      notes: anchor.map { [Note("the anchor that it names", at: $0)] } ?? [])
  }

  /// A character that YAML 1.2 takes for text, and YAML 1.1 for a line break.
  static func hazard(in bytes: [UInt8], at offset: Int) -> Self {
    let length = UTF8Validation.length(of: bytes, at: offset) ?? 1
    let range = TextRange(utf8Offsets: offset..<offset + length)
    let (what, escape) =
      switch bytes[offset] {
      case 0xC2: ("a next-line character (U+0085)", "'\\N'")
      case 0xEF: ("a byte order mark (U+FEFF)", "'\\uFEFF'")
      default:
        bytes[offset + 2] == 0xA8 ? ("a line separator (U+2028)", "'\\L'") : ("a paragraph separator (U+2029)", "'\\P'")
      }
    return SyntaxError(
      "\(what) outside of quotes", at: range,
      help: "remove it, or write it as \(escape) in a text in double quotes: YAML readers differ in what it means")
  }

  static func unclosedBracket(_ bytes: [UInt8], at offset: Int, before line: TextRange) -> Self {
    let isList = bytes[offset] == UInt8(ascii: "[")
    return SyntaxError(
      "unclosed '\(isList ? "[" : "{")'", at: TextRange(utf8Offsets: offset..<offset + 1),
      help: "write '\(isList ? "]" : "}")' where it ends", notes: [Note("it must end before this line", at: line)])
  }

  static func unclosedQuote(_ bytes: [UInt8], at offset: Int, before line: TextRange) -> Self {
    let quote = String(decoding: [bytes[offset]], as: UTF8.self)
    return SyntaxError(
      "unclosed \(quote)", at: TextRange(utf8Offsets: offset..<offset + 1), help: "write \(quote) where the text ends",
      notes: [Note("it must end before this line", at: line)])
  }

  static func anchorCharacter(in bytes: [UInt8], at offset: Int, _ what: String) -> Self {
    let length = UTF8Validation.length(of: bytes, at: offset) ?? 1
    let name = String(decoding: bytes[offset..<min(offset + length, bytes.count)], as: UTF8.self)
    return SyntaxError(
      "the name of an \(what) holds '\(name)'", at: TextRange(utf8Offsets: offset..<offset + length),
      help: "write only letters, digits, '-' and '_' in it, with a space after it")
  }

  static func dashInFlow(at offset: Int) -> Self {
    SyntaxError(
      "a value in brackets is '-' alone", at: TextRange(utf8Offsets: offset..<offset + 1),
      help: "put the value in quotes")
  }

  static func unknownEscape(in bytes: [UInt8], _ range: Range<Int>) -> Self {
    var end = range.upperBound
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
    return SyntaxError(
      "unknown escape '\(text)'", at: TextRange(utf8Offsets: range.lowerBound..<end),
      help: "write '\\\\' for a backslash, or put the value in single quotes")
  }

  static func contentDiffersFromTag(_ tag: String, at range: TextRange) -> Self {
    let kind =
      switch tag {
      case "!!int": "an integer"
      case "!!float": "a number"
      case "!!bool": "'true' or 'false'"
      case "!!str": "text"
      case "!!seq": "a list"
      case "!!map": "an object"
      default: "null"
      }
    return SyntaxError(
      "the tag '\(tag)' asks for \(kind)", at: range, help: "remove the tag, or write what it asks for")
  }

  /// A key that JSON does not have: a list, an object or nothing.
  static func keyWithoutText(_ key: Node) -> Self {
    let place = key.place
    let (kind, help) =
      switch key.kind {
      case .sequence: ("a list", "write a text before the ':', or put the whole value in quotes if it is text")
      case .mapping: ("an object", "write a text before the ':', or put the whole value in quotes if it is text")
      default:
        ("null", "\(place.range.isEmpty ? "write a text before the ':'" : "put it in quotes"), or remove the entry")
      }
    return SyntaxError(
      "a key must be text, not \(kind)", at: place.range, help: help,
      notes: place.anchor.map { [Note("the anchor that it names", at: $0)] } ?? [])
  }

  static func tabAtStartOfBlock(_ tab: TextRange, block: TextRange, indicator: String, indentation: Int) -> Self {
    let isNumber = 1...9 ~= indentation
    return SyntaxError(
      "the text after '\(indicator)' begins with a tab", at: tab,
      help: (isNumber ? "write '\(indicator)\(indentation)', which says where it begins" : "put it in double quotes")
        + ": not every YAML reader takes it otherwise",
      notes: [Note("the block begins here", at: block)],
      fixIt: isNumber
        ? FixIt(
          "write '\(indicator)\(indentation)'", safety: .safe,
          edits: [TextEdit(range: block.upperBound..<block.upperBound, replacement: String(indentation))])
        : nil)
  }

  static func spacesAtEndOfBlock(_ spaces: Range<Int>, block: Range<Int>) -> Self {
    SyntaxError(
      "the text ends with spaces inside a block of lines", at: TextRange(utf8Offsets: spaces),
      help: "remove the spaces: YAML readers differ in what they mean",
      notes: [Note("the block begins here", at: TextRange(utf8Offsets: block))])
  }

  /// The first line of a block scalar, at an offset, is not indented as it must be.
  static func unclearBlockIndentation(_ line: Range<Int>, followsDeeperLine: Bool, block: Range<Int>) -> Self {
    SyntaxError(
      followsDeeperLine
        ? "the text after '|' or '>' is less indented than an empty line before it"
        : "the text after '|' or '>' is not indented",
      at: TextRange(utf8Offsets: line),
      help: followsDeeperLine
        ? "remove the spaces of the empty line, and indent the text deeper than what it belongs to"
        : "indent it by at least 1 space: not every YAML reader takes it otherwise",
      notes: [Note("the block begins here", at: TextRange(utf8Offsets: block))])
  }
}
