import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

private func parse(_ text: String) -> ParseResult {
  JSONParser.parse(SourceText(path: "test.json", text: text))
}

private func parse(_ bytes: [UInt8]) -> ParseResult {
  JSONParser.parse(SourceText(path: "test.json", bytes: bytes))
}

/// Expects exactly one error, at the place marked 1️⃣.
private func expectError(
  _ marked: String, _ message: String, help: String? = nil, fixed: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let marked = MarkedText(marked)
  let source = SourceText(path: "test.json", text: marked.text)
  let result = JSONParser.parse(source)
  #expect(result.documents.isEmpty, sourceLocation: sourceLocation)
  #expect(result.errors.map(\.message) == [message], sourceLocation: sourceLocation)
  guard let error = result.errors.first else { return }
  #expect(error.range == marked.ranges["1️⃣"], sourceLocation: sourceLocation)
  if let note = error.notes.first { #expect(note.range == marked.ranges["2️⃣"], sourceLocation: sourceLocation) }
  if let help { #expect(error.help == help, sourceLocation: sourceLocation) }
  #expect(error.help != nil, sourceLocation: sourceLocation)
  if let fixed {
    let edited = source.applying(error.fixIt?.edits ?? [])
    #expect(String(decoding: edited.bytes, as: UTF8.self) == fixed, sourceLocation: sourceLocation)
    #expect(JSONParser.parse(edited).errors.isEmpty, sourceLocation: sourceLocation)
  }
}

@Suite struct JSONParserTests {
  // MARK: - Trees

  @Test func `gives every key and value its exact range`() throws {
    let marked = MarkedText(
      """
      1️⃣{
        2️⃣"name"2️⃣: 3️⃣"Send quote"3️⃣,
        "list": 4️⃣[ 5️⃣1.50e+25️⃣, true ]4️⃣
      }1️⃣

      """)
    let result = parse(marked.text)
    #expect(result.errors.isEmpty)
    let root = try #require(result.documents.first?.root)
    #expect(root.range == marked.ranges["1️⃣"])
    #expect(root.entry("name")?.key.range == marked.ranges["2️⃣"])
    #expect(root["name"]?.range == marked.ranges["3️⃣"])
    #expect(root["name"]?.string == "Send quote")
    #expect(root["list"]?.range == marked.ranges["4️⃣"])
    #expect(root["list"]?[0]?.range == marked.ranges["5️⃣"])
    #expect(root["list"]?[1]?.pointer == "/list/1")
    #expect(root["list"]?[1]?.boolean == true)
  }

  @Test(arguments: [
    ("0", Node.Kind.integer), ("-0", .integer), ("12345678901234567890123", .integer), ("1.0", .number),
    ("1e3", .number), ("true", .boolean), ("false", .boolean), ("null", .null), ("\"\"", .string), ("[]", .sequence),
    ("{}", .mapping),
  ])
  func `knows the kind of a value by how it is written`(text: String, kind: Node.Kind) {
    #expect(parse(text).documents.first?.root.kind == kind)
  }

  @Test func `keeps all digits of a number`() {
    let text = "-123456789012345678901234567890.000000000000000000010E+400"
    #expect(parse(text).documents.first?.root.text == text)
  }

  @Test func `takes a text without escapes word for word and decodes the others`() {
    let root = parse(#"["plain é 😀", "\u00e9\n\"\/\\\b\f\r\t", "\ud83d\ude00 é\u0000"]"#).documents.first?.root
    #expect(root?[0]?.isVerbatim == true)
    #expect(root?[0]?.string == "plain é 😀")
    #expect(root?[1]?.isVerbatim == false)
    #expect(root?[1]?.string == "é\n\"/\\\u{8}\u{C}\r\t")
    #expect(root?[2]?.string == "😀 é\0")
  }

  @Test func `marks repeated keys by their decoded bytes`() {
    let tree = parse(#"{"a": 1, "\u0061": 2, "é": 3, "e\u0301": 4}"#).documents.first
    #expect(tree?.duplicateKeys.map(\.repeated.text) == ["a"])
  }

  @Test func `skips one byte order mark`() {
    let result = parse([0xEF, 0xBB, 0xBF] + Array("[1]".utf8))
    #expect(result.documents.first?.root.range == TextRange(utf8Offsets: 3..<6))
    #expect(parse([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array("1".utf8)).errors.first?.range.utf8Offsets == 3..<6)
  }

  // MARK: - Slips

  @Test func `names quotes of another kind`() {
    expectError(
      "{\"a\": 1️⃣'b'1️⃣}", "text in single quotes", help: "write it in double quotes: \"b\"", fixed: "{\"a\": \"b\"}")
    expectError("{1️⃣'a'1️⃣: 1}", "a key in single quotes", fixed: "{\"a\": 1}")
    expectError("[1️⃣`b`1️⃣]", "text in backticks", fixed: "[\"b\"]")
    expectError("[1️⃣'1️⃣b", "text in single quotes")
    expectError("[1️⃣'it'1️⃣s']", "text in single quotes")
    expectError("{1️⃣'it'1️⃣s': 1}", "a key in single quotes")
    expectError("{1️⃣a1️⃣\": 1}", "the key 'a' is not in quotes")
    expectError("[1️⃣“1️⃣b”]", "a typographic quote “")
  }

  @Test func `names text and keys without quotes`() {
    expectError(
      "{1️⃣name1️⃣: 1}", "the key 'name' is not in quotes", help: "write it in double quotes: \"name\"",
      fixed: "{\"name\": 1}")
    expectError("{1️⃣121️⃣: 1}", "the key '12' is not in quotes", fixed: "{\"12\": 1}")
    expectError(
      "{\"a\": 1️⃣Send quote1️⃣ }", "'Send quote' is neither a text in quotes, a number, true, false nor null",
      help: "write text in double quotes: \"Send quote\"")
    expectError("[1️⃣émile1️⃣]", "'émile' is neither a text in quotes, a number, true, false nor null")
  }

  @Test(arguments: [
    ("True", "write true"), ("None", "write null"), ("undefined", "write null, or leave the entry out"),
    ("NaN", "write null or a number"), ("Infinity", "write a number"), ("-Infinity", "write a number"),
    ("yes", "write true or, as text, \"yes\""), ("nul", "write null"),
  ])
  func `names words of other languages`(word: String, help: String) {
    expectError("[1️⃣\(word)1️⃣]", "'\(word)' is not JSON", help: help)
  }

  @Test func `names commas that are too many or missing`() {
    expectError("[11️⃣,1️⃣ ]", "a comma before ']'", help: "remove this comma", fixed: "[1 ]")
    expectError("{\"a\": 11️⃣,1️⃣\n}", "a comma before '}'", fixed: "{\"a\": 1\n}")
    expectError("[1, 1️⃣,1️⃣ 2]", "two commas in a row", fixed: "[1,  2]")
    expectError("[1️⃣,1️⃣1]", "',' where a value must stand")
    expectError("[1 1️⃣;1️⃣ 2]", "';' between two items", fixed: "[1 , 2]")
    expectError("{\"a\": 11️⃣\n \"b\": 2}", "the ',' between two entries is missing", fixed: "{\"a\": 1,\n \"b\": 2}")
    expectError("[[]1️⃣ []]", "the ',' between two items is missing")
  }

  @Test func `names colons that are wrong or missing`() {
    expectError("{\"a\"1️⃣ 1}", "the ':' between key and value is missing", fixed: "{\"a\": 1}")
    expectError("{\"a\" 1️⃣=>1️⃣ 1}", "'=>' between key and value", fixed: "{\"a\" : 1}")
    expectError("{1️⃣\"a\"1️⃣, \"b\": 1}", "a key without a value")
    expectError("{\"a\"1️⃣:1️⃣ }", "the value after ':' is missing")
    expectError("{\"a\": 1️⃣:1️⃣ 1}", "a second ':'")
    expectError("2️⃣[2️⃣\"a\"1️⃣:1️⃣ 1]", "':' in an array; only objects have keys")
    expectError("{1️⃣:1️⃣ 1}", "the key before ':' is missing")
  }

  @Test func `names comments`() {
    expectError("{ 1️⃣// hidden1️⃣ \n }", "a comment; JSON has none", help: "remove the comment")
    expectError("[1, 1️⃣/* a\n b */1️⃣ 2]", "a comment; JSON has none")
    expectError("1️⃣# first1️⃣\n{}", "a comment; JSON has none")
    expectError("{} 1️⃣// last1️⃣", "a comment; JSON has none")
  }

  @Test func `names slips in numbers`() {
    expectError("[1️⃣01️⃣12]", "a number that begins with '0'")
    expectError("[-1️⃣001️⃣1.5]", "a number that begins with '0'")
    expectError("[1️⃣01️⃣0]", "a number that begins with '0'")
    expectError("[1️⃣+1️⃣1]", "a number that begins with '+'", fixed: "[1]")
    expectError("[1️⃣.1️⃣5]", "a number that begins with '.'", fixed: "[0.5]")
    expectError("[11️⃣.1️⃣]", "the digits after '.' are missing", fixed: "[1.0]")
    expectError("[11️⃣e+1️⃣]", "the digits after 'e+' are missing")
    expectError("[1️⃣-1️⃣ 1]", "'-' without a number")
    expectError("[1️⃣0x1F1️⃣]", "'0x1F' is not a decimal number", help: "write 31")
    expectError("[11️⃣_1️⃣000]", "'_' in a number")
    expectError(
      "[1️⃣1.2.31️⃣]", "'1.2.3' is not a number", help: "write it in double quotes if it is a text: \"1.2.3\"")
  }

  @Test func `names texts that are not closed`() {
    expectError("{\"a\": 1️⃣\"b1️⃣,\n \"c\": 1}", "the closing quote is missing on this line")
    expectError("[1️⃣\"b1️⃣", "the closing quote is missing")
  }

  @Test func `names what is not closed, and where it was opened`() {
    expectError("2️⃣{2️⃣\"a\": 11️⃣\n\n", "the object is not closed", help: "write '}'")
    expectError("{\"a\": 2️⃣[2️⃣1,1️⃣ ", "the array is not closed", help: "write ']'")
    expectError("2️⃣{2️⃣\"a\":1️⃣", "the file ends where a value must stand")
    expectError("2️⃣{2️⃣\"a\"1️⃣", "the file ends where ':' and a value must stand")
    expectError("2️⃣[2️⃣1 1️⃣}1️⃣", "'}' where an array must be closed", help: "write ']'")
    expectError("[2️⃣{2️⃣\"a\": 1 1️⃣]1️⃣", "']' where an object must be closed", help: "write '}'")
  }

  @Test func `names what stands after the end`() {
    expectError("{}\n1️⃣{}1️⃣ \n[]", "text after the end of the document")
    expectError("{} 1️⃣}1️⃣", "'}' closes nothing")
    expectError("{}1️⃣,1️⃣", "',' after the end of the document")
    expectError("1️⃣]1️⃣", "']' closes nothing")
  }

  @Test(arguments: ["", " \n"])
  func `calls a file without a value empty`(text: String) {
    #expect(parse(text).errors.map(\.message) == ["the file is empty"])
    #expect(parse(text).errors.first?.range == .start)
  }

  @Test func `names wrong escapes`() {
    expectError("\"1️⃣\\x1️⃣41\"", "JSON has no escape '\\x'", help: "write \\u and four hexadecimal digits")
    expectError("\"1️⃣\\é1️⃣\"", "JSON has no escape '\\é'")
    expectError("\"1️⃣\\u00a1️⃣\"", "'\\u00a' must go on to four hexadecimal digits")
    expectError(
      "\"1️⃣\\ud83d1️⃣\"", "'\\ud83d' is one half of a character; its other half is missing")
    expectError(
      "\"\\ud83d\\ude00 1️⃣\\ude001️⃣\"", "'\\ude00' is one half of a character; its other half is missing")
    expectError(
      "\"1️⃣\\ud83d1️⃣\\u0041\"", "'\\ud83d' is one half of a character; its other half is missing")
  }

  @Test func `names characters that cannot be seen`() {
    expectError("\"a1️⃣\t1️⃣b\"", "a tab in a text", help: "write \\t", fixed: "\"a\\tb\"")
    expectError("\"a1️⃣\u{1}1️⃣b\"", "the control character U+0001 in a text", help: "write \\u0001")
    expectError("[1️⃣\u{C}1️⃣]", "the control character U+000C")
    expectError("[11️⃣\u{0}1️⃣]", "a NUL character (U+0000)")
    expectError("[1️⃣\u{A0}1️⃣1]", "the blank character U+00A0, which JSON does not know", fixed: "[ 1]")
    expectError("[1️⃣\u{2060}1️⃣1]", "the invisible character U+2060", fixed: "[1]")
    expectError(
      "{\"a\":11️⃣\u{A0}1️⃣}", "the blank character U+00A0, which JSON does not know", fixed: "{\"a\":1 }")
    expectError("[1.51️⃣é1️⃣]", "'é' right behind a number")
    expectError("[11️⃣e1️⃣\u{A0}]", "the digits after 'e' are missing")
  }

  @Test(
    arguments: [
      ([0x22, 0xFF, 0x22], 1..<2), ([0x22, 0xC0, 0xAF, 0x22], 1..<2), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1..<2),
      ([0x22, 0xE2, 0x82, 0x22], 1..<3), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1..<2), ([0x80], 0..<1),
      ([0x31, 0xC3], 1..<2), ([0x22, 0xF0, 0x9F, 0x98], 1..<4),
    ] as [([UInt8], Range<Int>)])
  func `refuses bytes that are not UTF-8`(bytes: [UInt8], range: Range<Int>) {
    let errors = parse(bytes).errors
    #expect(errors.count == 1)
    #expect(errors.first?.range.utf8Offsets == range)
    #expect(errors.first?.message.hasSuffix("not UTF-8") == true)
  }

  @Test func `refuses UTF-16`() {
    #expect(parse([0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00]).errors.map(\.message) == ["the file is in UTF-16"])
    #expect(
      parse([0x5B, 0x00, 0x5D, 0x00]).errors.map(\.message) == [
        "a NUL character (U+0000); the file seems to be in UTF-16"
      ])
  }

  // MARK: - Limits

  @Test func `reads 512 levels and refuses the next`() {
    let deep = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(parse(deep).errors.isEmpty)
    let deeper = parse("[" + deep + "]")
    #expect(deeper.errors.map(\.message) == ["more than 512 arrays and objects stand in each other"])
    #expect(deeper.errors.first?.range.utf8Offsets == 512..<513)
    #expect(parse(String(repeating: "[", count: 100_000)).errors.first?.range.utf8Offsets == 512..<513)
  }

  @Test func `refuses a file over the size limit`() {
    var limits = ParseLimits()
    limits.bytes = 8
    let result = JSONParser.parse(SourceText(path: "test.json", text: "[1, 2, 3]"), limits: limits)
    #expect(result.errors.map(\.message) == ["the file has 9 bytes; at most 8 are read"])
  }

  @Test func `reads 200,000 repeats of a key`() {
    let text = "{" + Array(repeating: "\"a\":1", count: 200_000).joined(separator: ",") + "}"
    #expect(parse(text).documents.first?.duplicateKeys.count == 199_999)
  }

  @Test func `survives every beginning and every changed byte of a document`() {
    let text = Array(#"{"a\u00e9": [1.5e-3, -0, true, null, "x\ud83d\ude00é"], "b": {"c": "\n"}}"#.utf8)
    for end in text.indices { #expect(parse(Array(text[..<end])).errors.count == 1) }
    for index in text.indices {
      for byte: UInt8 in [0, 0x0A, 0x22, 0x27, 0x2C, 0x2F, 0x30, 0x3A, 0x5C, 0x5D, 0x65, 0x7D, 0x80, 0xE2, 0xFF] {
        var changed = text
        changed[index] = byte
        let result = parse(changed)
        #expect(result.errors.count + result.documents.count == 1)
        for error in result.errors { #expect(error.range.upperBound.utf8Offset <= changed.count) }
      }
    }
  }

  @Test func `a pointer through long keys is cut`() {
    let long = String(repeating: "k", count: 5_000)
    let root = JSONParser.parse(SourceText(path: "x.json", text: #"{"\#(long)": {"a": [1]}}"#)).documents[0].root
    #expect(root[long]?["a"]?[0]?.pointer == "/kkkkkkkk…/a/0")
    let fits = String(repeating: "k", count: 4_000)
    let other = JSONParser.parse(SourceText(path: "x.json", text: #"{"\#(fits)": {"a": [1]}}"#)).documents[0].root
    #expect(other[fits]?["a"]?[0]?.pointer == "/\(fits)/a/0")
  }
}
