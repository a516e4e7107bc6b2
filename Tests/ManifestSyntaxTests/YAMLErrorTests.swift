import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

/// A text with the place of its error marked 1️⃣ and that of its note 2️⃣.
struct YAMLSlip: Sendable, CustomTestStringConvertible {
  var marked: String
  var message: String
  var fixed: String?

  init(_ marked: String, _ message: String, fixed: String? = nil) {
    self.marked = marked
    self.message = message
    self.fixed = fixed
  }

  var testDescription: String { marked.debugDescription }
}

@Suite struct YAMLErrorTests {
  /// Expects exactly one error, at its exact place, with help, and a fix that leads to a text without errors.
  private func check(_ slip: YAMLSlip) {
    let marked = MarkedText(slip.marked)
    let source = SourceText(path: "test.yaml", text: marked.text)
    let result = YAMLParser.parse(source)
    #expect(result.errors.map(\.message) == [slip.message])
    guard let error = result.errors.first else { return }
    #expect(error.range == marked.ranges["1️⃣"], "\(error.range.utf8Offsets)")
    if let place = marked.ranges["2️⃣"] { #expect(error.notes.map(\.range) == [place]) }
    #expect(error.help != nil)
    #expect((error.fixIt == nil) == (slip.fixed == nil))
    guard let fixed = slip.fixed else { return }
    let edited = source.applying(error.fixIt?.edits ?? [])
    #expect(String(decoding: edited.bytes, as: UTF8.self) == fixed)
    #expect(YAMLParser.parse(edited).errors.isEmpty)
  }

  @Test(arguments: [
    YAMLSlip(
      "a: {x: 1️⃣${A}1️⃣}", "'${A}' without quotes inside brackets", fixed: "a: {x: \"${A}\"}"),
    YAMLSlip("[1️⃣${A}1️⃣, b]", "'${A}' without quotes inside brackets", fixed: "[\"${A}\", b]"),
    YAMLSlip(
      "a: [https://1️⃣${HOST}1️⃣/x y, b]", "'${HOST}' without quotes inside brackets",
      fixed: "a: [\"https://${HOST}/x y\", b]"),
    YAMLSlip(
      "a: {b: c, d: 1️⃣${A}1️⃣-${B}}", "'${A}' without quotes inside brackets", fixed: "a: {b: c, d: \"${A}-${B}\"}"),
    YAMLSlip(
      "{ u: 1️⃣${U:-x, y}1️⃣ }", "'${U}' without quotes inside brackets", fixed: "{ u: \"${U:-x, y}\" }"),
    YAMLSlip("[$1️⃣${A}1️⃣]", "'${A}' without quotes inside brackets", fixed: "[\"$${A}\"]"),
    YAMLSlip("a: [1️⃣${A:-\"x\"}1️⃣]", "'${A}' without quotes inside brackets"),
    YAMLSlip("a: [1️⃣${A1️⃣\n  ]", "'${A}' without quotes inside brackets"),
  ])
  func `a variable in brackets without quotes is named, and put in quotes`(slip: YAMLSlip) {
    check(slip)
  }

  @Test(arguments: ["a: ${A}", "a: x ${A} y", "- ${A:-b}", "a: [\"${A}\", '${B}']", "a: $${A}", "a: b # [${A}]"])
  func `a variable elsewhere is a text`(text: String) {
    #expect(YAMLParser.parse(SourceText(path: "x", text: text)).errors.isEmpty)
  }

  @Test(arguments: [
    YAMLSlip("a: 1️⃣[1️⃣b\n", "unclosed '['"),
    YAMLSlip("a: 1️⃣[1️⃣b\n2️⃣c: d2️⃣\n", "unclosed '['"),
    YAMLSlip("a: 1️⃣{1️⃣b: c\n2️⃣d: e2️⃣\n", "unclosed '{'"),
    YAMLSlip("a: 1️⃣{1️⃣b: c, d: e\n", "unclosed '{'"),
    YAMLSlip("a: 2️⃣[2️⃣b1️⃣}1️⃣", "']' is expected, '}' stands here"),
    YAMLSlip("a: 1️⃣]1️⃣", "']' closes nothing here"),
    YAMLSlip("a: [b]1️⃣]1️⃣", "']' closes nothing here"),
    YAMLSlip("a: [b,1️⃣,1️⃣c]", "no value before ','"),
    YAMLSlip("a: [{b: c}, d 1️⃣{e1️⃣}]", "no ',' between two items"),
    YAMLSlip("a: {b: 1 c1️⃣:1️⃣ 2}", "a second ':' in one entry"),
    YAMLSlip("a: [1️⃣-1️⃣ b]", "'- ' cannot stand inside brackets"),
    YAMLSlip("a: [b, 1️⃣-1️⃣]", "a value in brackets is '-' alone"),
    YAMLSlip("a: [1️⃣?1️⃣b]", "a value in brackets begins with '?'"),
    YAMLSlip("a: [1️⃣:1️⃣b]", "a value in brackets begins with ':'"),
    YAMLSlip("a: {b1️⃣:1️⃣}", "no space between ':' and '}'", fixed: "a: {b: }"),
    YAMLSlip("a: [b,\n1️⃣c1️⃣]", "this line is indented by 0 spaces, what it belongs to asks for 1 space"),
    YAMLSlip("- [\n1️⃣\t1️⃣a]", "this line is indented by 0 spaces, what it belongs to asks for 1 space"),
    YAMLSlip("{\"a\"\n1️⃣:1️⃣ b}", "':' stands on another line than its key"),
    YAMLSlip("[ a ]1️⃣#1️⃣b", "'#' without a space before it"),
    YAMLSlip("[1️⃣|1️⃣]", "'|' cannot stand inside brackets", fixed: "[\"|\"]"),
  ])
  func `brackets that do not match, and what stands in them, are named`(slip: YAMLSlip) {
    check(slip)
  }

  @Test(arguments: [
    YAMLSlip("a: 1️⃣\"1️⃣b\nc: d\n", "unclosed \""),
    YAMLSlip("a: 1️⃣\"1️⃣b\n2️⃣c: \"d\"2️⃣\n", "unclosed \""),
    YAMLSlip("a: 'b' 1️⃣c1️⃣", "text after the closing quote"),
    YAMLSlip("a: \"x\"1️⃣#1️⃣y", "'#' without a space before it"),
    YAMLSlip("a: \"1️⃣\\d1️⃣\"", "unknown escape '\\d'"),
    YAMLSlip("a: \"1️⃣\\u121️⃣ \"", "'\\u' without 4 hexadecimal digits"),
    YAMLSlip("a: \"1️⃣\\uD83D1️⃣\\uDE00\"", "an escape that is no character"),
    YAMLSlip("a: \"b\n1️⃣c1️⃣\"", "this line is indented by 0 spaces, what it belongs to asks for 1 space"),
    YAMLSlip("\"a\n 1️⃣b\":1️⃣ c\nd: e", "a key runs over several lines"),
    YAMLSlip("a: b\n1️⃣\"c1️⃣\n d\": e", "a key in quotes runs over several lines"),
  ])
  func `slips in quotes are named`(slip: YAMLSlip) {
    check(slip)
  }

  @Test(arguments: [
    YAMLSlip("a:\n1️⃣\t1️⃣b: c", "a tab is used for indentation"),
    YAMLSlip("a: |\n1️⃣\t1️⃣b", "a tab is used for indentation"),
    YAMLSlip("a: 1\n1️⃣\t1️⃣\nb: 2", "a tab on an empty line", fixed: "a: 1\n\nb: 2"),
    YAMLSlip("-1️⃣\t1️⃣- a", "a tab after '-'"),
    YAMLSlip("a:\n    2️⃣b: 12️⃣\n  1️⃣c: 21️⃣\n", "this line is indented by 2 spaces, the text above by 4 spaces"),
    YAMLSlip("- 2️⃣a: 12️⃣\n 1️⃣b: 21️⃣\n", "this line is indented by 1 space, the text above by 2 spaces"),
    YAMLSlip(
      "2️⃣a: 12️⃣\n  1️⃣b:1️⃣ 2\n", "this line is indented by 2 spaces, and the line above, by 0 spaces, has a value already"),
    YAMLSlip("  2️⃣a2️⃣: 1\n1️⃣b: 21️⃣\n", "this line is indented by 0 spaces, the lines above by 2 spaces"),
    YAMLSlip("2️⃣a2️⃣: 1\n1️⃣-1️⃣ b\n", "a list item among the keys of a mapping"),
    YAMLSlip("2️⃣-2️⃣ a\n1️⃣b: c1️⃣\n", "a list item without '-'"),
    YAMLSlip("- a\n1️⃣b1️⃣\n", "a list item without '-'"),
    YAMLSlip("- a\n1️⃣-1️⃣b\n", "no space after '-'"),
    YAMLSlip("a: 1️⃣-1️⃣ b\n", "a list cannot begin on the line of its key"),
    YAMLSlip("a:\n1️⃣|1️⃣\n  b\n", "this line is indented by 0 spaces, what it belongs to asks for 1 space"),
    YAMLSlip(
      "a: 2️⃣>2️⃣\n   \n1️⃣ b1️⃣\n", "the text after '|' or '>' is less indented than an empty line before it"),
    YAMLSlip("--- 2️⃣|2️⃣\n1️⃣\u{E9}1️⃣\n", "the text after '|' or '>' is not indented"),
    YAMLSlip("--- 2️⃣|2️⃣\n1️⃣a1️⃣\n", "the text after '|' or '>' is not indented"),
    YAMLSlip("a: 2️⃣|2️⃣\n  b\n1️⃣   1️⃣", "the text ends with spaces inside a block of lines"),
    YAMLSlip("- 2️⃣|+2️⃣\n1️⃣   1️⃣", "the text ends with spaces inside a block of lines"),
    YAMLSlip("a: 2️⃣|2️⃣1️⃣b1️⃣\n", "text on the line of '|'"),
    YAMLSlip("a: >1️⃣#1️⃣b\n  c\n", "'#' without a space before it"),
    YAMLSlip("a: b\n # c\n  1️⃣d1️⃣\n", "a comment inside a value of several lines"),
  ])
  func `indentation that is wrong is measured`(slip: YAMLSlip) {
    check(slip)
  }

  @Test(arguments: [
    YAMLSlip(
      "a: 2️⃣b2️⃣1️⃣:1️⃣ c", "a ': ' inside a value without quotes", fixed: "a: \"b: c\""),
    YAMLSlip("a: 1\nb1️⃣:1️⃣c\nd: 2", "no space after ':'", fixed: "a: 1\nb: c\nd: 2"),
    YAMLSlip("b1️⃣:1️⃣c\nd: 2", "no space after ':'", fixed: "b: c\nd: 2"),
    YAMLSlip("a: 1\n'b:c'1️⃣:1️⃣d", "no space after ':'", fixed: "a: 1\n'b:c': d"),
    // What stands in quotes ends no key.
    YAMLSlip("'a:b\n1️⃣':1️⃣ c", "a key runs over several lines"),
    YAMLSlip("a: 1\n1️⃣'b:c'1️⃣\n", "a key is expected here, and no ':' follows"),
    YAMLSlip("a: 1\n1️⃣b c1️⃣\nd: 2", "a key is expected here, and no ':' follows"),
    YAMLSlip("1️⃣:1️⃣ a", "no key before ':'"),
    YAMLSlip("a: 1️⃣@1️⃣b", "a value cannot begin with '@'", fixed: "a: \"@b\""),
    YAMLSlip("a: 1️⃣@1️⃣b\nc: d", "a value cannot begin with '@'", fixed: "a: \"@b\"\nc: d"),
    YAMLSlip("a: 1️⃣@1️⃣b\n  c", "a value cannot begin with '@'"),
    YAMLSlip("a:\n  1️⃣@1️⃣b\n", "a value cannot begin with '@'", fixed: "a:\n  \"@b\"\n"),
    YAMLSlip("a: |\n  x\n 1️⃣@1️⃣c\n", "a value cannot begin with '@'"),
    YAMLSlip("a: 2️⃣b2️⃣1️⃣:1️⃣ c\n\n  d", "a ': ' inside a value without quotes"),
    YAMLSlip("a: 1️⃣%1️⃣b", "a value cannot begin with '%'", fixed: "a: \"%b\""),
    YAMLSlip("a: *1️⃣.1️⃣js", "the name of an alias holds '.'", fixed: "a: \"*.js\""),
    YAMLSlip("a: 1️⃣*1️⃣ b", "a value begins with '*', the mark of an alias", fixed: "a: \"* b\""),
    YAMLSlip("a: &b1️⃣:1️⃣c d", "the name of an anchor or tag holds ':'"),
    YAMLSlip("a: &1️⃣\u{E9}1️⃣ d", "the name of an anchor holds '\u{E9}'"),
    YAMLSlip("a: 2️⃣&b2️⃣ 1️⃣&c1️⃣ d", "a value has two anchors or two tags"),
    YAMLSlip("a: &b c\nd: &e 1️⃣*b1️⃣", "an alias has an anchor or a tag"),
    YAMLSlip("a: 1️⃣!x!y1️⃣ z", "tag handle is not defined"),
    YAMLSlip("a: !!int 1️⃣x1️⃣", "the tag '!!int' asks for an integer"),
    YAMLSlip("a: !!bool 1️⃣\"yes\"1️⃣", "the tag '!!bool' asks for 'true' or 'false'"),
    YAMLSlip("a: 1️⃣!!int1️⃣\nb: 1", "the tag '!!int' asks for an integer"),
    YAMLSlip("a: 1️⃣!!seq1️⃣ {}", "the tag '!!seq' asks for a list"),
    YAMLSlip("a: 1️⃣!!seq1️⃣ x", "the tag '!!seq' asks for a list"),
    YAMLSlip("a: 1️⃣!!map1️⃣ x", "the tag '!!map' asks for an object"),
    YAMLSlip("a: 1️⃣!!map1️⃣\n- b", "the tag '!!map' asks for an object"),
    YAMLSlip("a: 1️⃣!!map1️⃣", "the tag '!!map' asks for an object"),
    YAMLSlip("a: 1️⃣!!str1️⃣ [1]", "the tag '!!str' asks for text"),
    YAMLSlip("a: 1️⃣!<tag:yaml.org,2002:null>1️⃣\n  b: c", "the tag '!!null' asks for null"),
  ])
  func `keys and values that cannot be are named`(slip: YAMLSlip) {
    check(slip)
  }

  @Test(arguments: [
    YAMLSlip("? 1️⃣[a]1️⃣\n: 1", "a key must be text, not a list"),
    YAMLSlip("{1️⃣[a]1️⃣: 1}", "a key must be text, not a list"),
    YAMLSlip("? 1️⃣{x: 1}1️⃣\n: 1", "a key must be text, not an object"),
    YAMLSlip("x-own: [{ y: {1️⃣[a]1️⃣: 1}}]", "a key must be text, not a list"),
    YAMLSlip("a: 2️⃣&b2️⃣ [c]\n1️⃣*b1️⃣ : 1", "a key must be text, not a list"),
    YAMLSlip("a: &b {1️⃣[c]1️⃣: 1}\nd: *b\ne: {<<: *b}\nf: [*b]", "a key must be text, not a list"),
    YAMLSlip("a: { 1️⃣{ name }1️⃣ }", "a key must be text, not an object"),
    YAMLSlip("1️⃣~1️⃣: 1", "a key must be text, not null"), YAMLSlip("?1️⃣1️⃣\n: 1", "a key must be text, not null"),
    YAMLSlip("1️⃣null1️⃣: 1", "a key must be text, not null"),
    YAMLSlip("a: &b\n1️⃣*b1️⃣ : 1", "a key must be text, not null"),
  ])
  func `a key that JSON does not have is refused, once`(slip: YAMLSlip) {
    check(slip)
  }

  @Test func `keys that are numbers and booleans, and any where YAML alone counts, are read`() {
    let texts = [
      "1: a\n2.5: b\ntrue: c\n\"\": d\n", "a: !!map {}\nb: !!seq []\nc: ! [x]\nd: !local {}\ne: !!set {a}\n",
    ]
    for text in texts { #expect(YAMLParser.parse(SourceText(path: "x", text: text)).errors.isEmpty) }
    #expect(YAMLParser.parse(SourceText(path: "x", text: "? [a]\n: 1\n"), takesAnyKey: true).errors.isEmpty)
  }

  @Test(arguments: [
    YAMLSlip("a: 2️⃣|2️⃣\n  1️⃣\t1️⃣x\n", "the text after '|' begins with a tab", fixed: "a: |2\n  \tx\n"),
    YAMLSlip("- b: 2️⃣>2️⃣-\n\n     1️⃣\t1️⃣x\n", "the text after '>' begins with a tab", fixed: "- b: >3-\n\n     \tx\n"),
    YAMLSlip("2️⃣|2️⃣\n  1️⃣\t1️⃣x\n", "the text after '|' begins with a tab", fixed: "|2\n  \tx\n"),
    YAMLSlip("2️⃣|2️⃣\n1️⃣\t1️⃣x\n", "the text after '|' begins with a tab"),
    YAMLSlip("a: |\n   b\n 1️⃣\t1️⃣x\n", "a tab is used for indentation"),
  ])
  func `a tab that a block of text begins with is told from one that indents`(slip: YAMLSlip) {
    check(slip)
  }

  @Test(arguments: [
    YAMLSlip(
      "a: 1\n...\n1️⃣b: 21️⃣\n", "a document after '...' does not begin with '---'", fixed: "a: 1\n...\n---\nb: 2\n"),
    YAMLSlip(
      "a: 1\r\n...\r\n1️⃣b: 21️⃣\r\n", "a document after '...' does not begin with '---'",
      fixed: "a: 1\r\n...\r\n---\r\nb: 2\r\n"),
    YAMLSlip("a: 1\n1️⃣%1️⃣YAML 1.2\n---\n", "'%' line without '...' before it"),
    YAMLSlip("1️⃣%FOO bar1️⃣ # c\n---\n", "a line begins with '%', the mark of a directive"),
    YAMLSlip("1️⃣%YAML 1.31️⃣\n---\n", "the version of YAML is neither 1.1 nor 1.2"),
    YAMLSlip("%YAML 1.21️⃣#1️⃣x\n---\n", "'#' without a space before it"),
    YAMLSlip("%YAML 1.2\n1️⃣a: b1️⃣\n", "a line '---' is expected here"),
    YAMLSlip("--- a1️⃣:1️⃣ b\n", "a mapping cannot begin on the line of '---'"),
    YAMLSlip("1️⃣...1️⃣\n", "'...' ends no document"),
    YAMLSlip("2️⃣[2️⃣a]\n1️⃣b1️⃣\n", "text after the end of the value"),
  ])
  func `slips between documents are named`(slip: YAMLSlip) {
    check(slip)
  }

  @Test(arguments: [
    YAMLSlip("# c1️⃣\u{2028}1️⃣q: 1\na: b", "a line separator (U+2028) outside of quotes"),
    YAMLSlip("a: b1️⃣\u{85}1️⃣c: d", "a next-line character (U+0085) outside of quotes"),
    YAMLSlip("a: |\n  b1️⃣\u{2029}1️⃣  c\n", "a paragraph separator (U+2029) outside of quotes"),
    YAMLSlip("a: b\n1️⃣\u{FEFF}1️⃣c: d", "a byte order mark (U+FEFF) outside of quotes"),
    YAMLSlip("\u{FEFF}1️⃣\u{FEFF}1️⃣a: b", "a byte order mark (U+FEFF) outside of quotes"),
    YAMLSlip("a: [b\n1️⃣\u{2028}1️⃣", "a line separator (U+2028) outside of quotes"),
    YAMLSlip("a: b1️⃣\0️1️⃣".replacing("\u{FE0F}1️⃣", with: "1️⃣"), "a NUL character (U+0000)"),
    YAMLSlip("a: b # 1️⃣\u{7}1️⃣", "the control character U+0007"),
    YAMLSlip("a: \"1️⃣\u{9B}1️⃣\"", "the control character U+009B"),
    YAMLSlip("a: \"\u{E9}1️⃣\u{FFFE}1️⃣\"", "the control character U+FFFE"),
  ])
  func `characters that readers of YAML differ in are refused`(slip: YAMLSlip) {
    check(slip)
  }

  @Test func `no message repeats what may be a secret`() {
    let texts = [
      "clientSecret: hunter2: x", "jwtSecret: *hunter2", "{jwtSecret: ${A:-hunter2}}", "password: @hunter2",
      "password: \"x\" hunter2", "password: !!int hunter2", "jwtSecret: &hunter2 &hunter2 x", "a: 1\nhunter2\nb: 2",
      "password: [hunter2", "password: |hunter2", "password: %hunter2", "password: 'hunter2",
    ]
    for text in texts {
      let errors = YAMLParser.parse(SourceText(path: "x", text: text)).errors
      #expect(errors.count == 1, "\(text)")
      for error in errors {
        let words = [error.message, error.help ?? "", error.fixIt?.message ?? ""] + error.notes.map(\.message)
        #expect(!words.contains { $0.contains("hunter2") }, "\(words)")
      }
    }
  }
}
