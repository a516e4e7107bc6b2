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
    return SyntaxError(
      "unexpected '\(String(decoding: bytes[offset..<offset + length], as: UTF8.self))'", at: range,
      help: "write values that hold such characters in quotes")
  }

  static func underIndented(_ lineStart: Int, _ offset: Int, by indentation: Int, least: Int) -> Self {
    SyntaxError(
      "line is indented by \(spaces(indentation)), the collection that it belongs to asks for \(spaces(least))",
      at: TextRange(utf8Offsets: lineStart..<max(offset, lineStart)),
      help: "indent the line by at least \(spaces(least))")
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
      "aliases make this document larger than \(limit) values", at: range, help: "write the values out",
      notes: anchor.map { [Note("the anchor that it names", at: $0)] } ?? [])
  }

  static func mergeOfOtherThanMapping(at range: TextRange) -> Self {
    SyntaxError(
      "'<<' merges something else than a mapping", at: range,
      help: "write an alias of a mapping, or a list of such aliases")
  }

  static func tooDeep(limit: Int, at offset: Int) -> Self {
    SyntaxError(
      "nested more than \(limit) levels deep", at: TextRange(utf8Offsets: offset..<offset + 1),
      help: "write it with fewer levels")
  }

  static func hazard(in bytes: [UInt8], at offset: Int) -> Self {
    let length = UTF8Validation.length(of: bytes, at: offset) ?? 1
    let range = TextRange(utf8Offsets: offset..<offset + length)
    let scalar = String(decoding: bytes[offset..<offset + length], as: UTF8.self).unicodeScalars.first!
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    return SyntaxError("\(name) outside of quotes", at: range, help: "remove it")
  }

  static func anchorCharacter(in bytes: [UInt8], at offset: Int, _ start: Int) -> Self {
    SyntaxError(
      "anchor holds a character that not every YAML reader takes",
      at: TextRange(utf8Offsets: start..<offset + 1), help: "write only letters, digits, '-' and '_' in an anchor")
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
      default: "null"
      }
    return SyntaxError(
      "the tag '\(tag)' asks for \(kind)", at: range, help: "remove the tag, or write what it asks for")
  }

  static func spacesAtEndOfBlock(_ spaces: Range<Int>, block: Range<Int>) -> Self {
    SyntaxError(
      "the text ends with spaces inside a block of lines", at: TextRange(utf8Offsets: spaces),
      help: "remove the spaces: YAML readers differ in what they mean",
      notes: [Note("the block begins here", at: TextRange(utf8Offsets: block))])
  }

  static func unclearBlockIndentation(_ line: Range<Int>, block: Range<Int>) -> Self {
    SyntaxError(
      "the first line of a block is less indented than an empty line before it, or not at all",
      at: TextRange(utf8Offsets: line),
      help: "indent the text deeper than what it belongs to, and empty lines no deeper",
      notes: [Note("the block begins here", at: TextRange(utf8Offsets: block))])
  }
}
