import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

/// Input that must end in a result, soon, whatever it is.
@Suite struct YAMLHostileInputTests {
  private func parse(_ text: String, limits: ParseLimits = .standard) -> ParseResult {
    YAMLParser.parse(SourceText(path: "x", text: text), limits: limits)
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], 3), ([0xC3], 0), ([0x61, 0xC3, 0x28], 1), ([0xE2, 0x82], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xC0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0x23, 0x20, 0x80], 2), ([0x22, 0xC3, 0xA9, 0xE9, 0x22], 3),
      ([0x5B, 0x0A, 0xFE], 2), (Array(repeating: 0x61, count: 300) + [0xBF] + Array(repeating: 0xFF, count: 9), 300),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xF0, 0x9F, 0x98], 4),
    ] as [([UInt8], Int)])
  func `invalid UTF-8 is one error at the first bad byte`(bytes: [UInt8], place: Int) {
    let result = YAMLParser.parse(SourceText(path: "x", bytes: bytes))
    #expect(result.errors.map(\.range.utf8Offsets) == [place..<place + 1])
    let hex = String(bytes[place], radix: 16, uppercase: true)
    #expect(result.errors.first?.message == "the byte 0x\(hex) is not UTF-8")
    #expect(result.documents.isEmpty)
  }

  @Test func `half a character in UTF-16 is named`() {
    let result = YAMLParser.parse(SourceText(path: "x", bytes: [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8]))
    #expect(result.errors.map(\.message) == ["half a UTF-16 character"])
  }

  @Test func `100 kB of brackets end at the limit`() {
    for text in ["[", "{a: [", "[{\"\":", "- ", "? "] {
      let result = parse(String(repeating: text, count: 100_000 / text.utf8.count))
      #expect(result.errors.map(\.message) == ["nested more than 256 levels deep"], "\(text)")
      let step = text.utf8.count / max(1, text.utf8.count { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") })
      if text == "[" || text == "- " {
        #expect(result.errors.first?.range.utf8Offsets.lowerBound == 256 * step)
      }
    }
  }

  @Test func `256 levels are taken, in brackets and by indentation`() {
    #expect(parse(String(repeating: "[", count: 256) + String(repeating: "]", count: 256)).errors.isEmpty)
    #expect(parse((0..<256).map { String(repeating: " ", count: $0) + "a:\n" }.joined()).errors.isEmpty)
    #expect(parse((0..<257).map { String(repeating: " ", count: $0) + "a:\n" }.joined()).errors.count == 1)
    #expect(parse("[[[]]]", limits: ParseLimits(yamlNesting: 2)).errors.count == 1)
  }

  @Test func `aliases cannot nest deeper than brackets`() {
    let text = "- &a0 []\n" + (1...300).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
    let result = parse(text)
    #expect(result.errors.map(\.message) == ["nested more than 256 levels deep"])
    #expect(result.errors.first?.notes.count == 1)
  }

  @Test(arguments: [10, 30])
  func `a billion laughs are one error`(levels: Int) {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...levels {
      let alias = "*a\(level - 1)"
      text += "a\(level): &a\(level) [" + Array(repeating: alias, count: 9).joined(separator: ", ") + "]\n"
    }
    let result = parse(text)
    #expect(result.errors.map(\.message) == ["aliases add more than 250000 values or 4000000 bytes to this document"])
    #expect(result.errors.first?.notes.count == 1)
  }

  @Test func `a long text that many aliases name counts by its bytes`() {
    let text = "a: &a \(String(repeating: "b ", count: 20_000))\nc:\n"
    #expect(parse(text + String(repeating: "- *a\n", count: 99)).errors.isEmpty)
    let result = parse(text + String(repeating: "- *a\n", count: 101))
    #expect(result.errors.map(\.message) == ["aliases add more than 250000 values or 4000000 bytes to this document"])
  }

  @Test func `merges count against the budget`() {
    let base = "b: &b {" + (0..<50).map { "k\($0): 1" }.joined(separator: ", ") + "}\n"
    let text = base + (0..<50).map { "m\($0): {<<: *b}\n" }.joined()
    #expect(parse(text, limits: ParseLimits(aliasNodes: 2000)).errors.count == 1)
    #expect(parse(text).errors.isEmpty)
  }

  @Test func `200,000 repeated keys are found in time that grows with their number`() {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for count in [50_000, 200_000] {
      let source = SourceText(path: "x", text: String(repeating: "key: 1\n", count: count))
      var repeats = 0
      times.append(clock.measure { repeats = YAMLParser.parse(source).documents[0].duplicateKeys.count })
      #expect(repeats == count - 1)
    }
    #expect(times[1] < times[0] * 16)
  }

  @Test func `64 tag directives are taken, and not one more`() {
    let lines = (0..<65).map { "%TAG !t\($0)! tag:x,\($0):\n" }
    #expect(parse(lines.prefix(64).joined() + "---\na: !t1!b c\n").errors.isEmpty)
    let result = parse(lines.joined() + "---\na\n")
    #expect(result.errors.map(\.message) == ["more than 64 '%TAG' lines"])
    #expect(result.errors.first?.range.utf8Offsets.lowerBound == lines.prefix(64).joined().utf8.count)
    #expect(parse(String(repeating: "%TAG !t! x\n", count: 100_000)).errors.count == 1)
  }

  @Test func `a text over the limit is not read`() {
    let result = parse("a: b", limits: ParseLimits(bytes: 3))
    #expect(result.errors.map(\.message) == ["text is larger than 3 bytes"])
    #expect(SyntaxTree.empty(SourceText(path: "x", text: "")).root.kind == .null)
  }

  @Test(arguments: ["a: 1\rb: 2\r", "a: 1\r\nb: 2", "\ra: 1\r\rb: 2", "a:\r  1\r\nb: 2"])
  func `every line break is one`(text: String) {
    let result = parse(text)
    #expect(result.errors.isEmpty)
    #expect(result.documents[0].root["b"]?.text == "2")
  }

  @Test(arguments: [
    "\0", "\u{FEFF}\0", "[", "{", "\"", "'", "&", "*", "!", "|", ">", "%", "@", "`", "?", ":", "-", ",", "]", "#",
    "---",
    "...", "\t", "\r", "\\", "? ", ": ", "- ", "--- ", "%YAML", "%TAG", "<<", "&a", "*a", "!!", "!<", "|+", ">9",
    "\"\\",
    "a: &b", "a: !", "[&a", "{*a", "[?", "{?", "[:", "{:", "a:\n-", "a: |\n\u{85}", "a: [${", "[$", "${", "[${A",
    "a: '",
  ])
  func `the shortest slips end in a result`(text: String) {
    for prefix in ["", "a: ", "- ", "[", "{a: "] {
      let result = parse(prefix + text)
      // An alias without an anchor does not end the reading.
      #expect(result.errors.count <= (text.contains("*") ? 2 : 1))
      for error in result.errors {
        #expect(error.range.utf8Offsets.upperBound <= prefix.utf8.count + text.utf8.count)
      }
    }
  }
}
