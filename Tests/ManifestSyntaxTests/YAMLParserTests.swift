import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

private func parse(_ text: String) -> ParseResult {
  YAMLParser.parse(SourceText(path: "test.yaml", text: text))
}

/// Expects a text without errors and gives its only document and the marked places.
private func document(
  _ marked: String, sourceLocation: SourceLocation = #_sourceLocation
) -> (tree: SyntaxTree, places: [String: TextRange], comments: [TextRange]) {
  let marked = MarkedText(marked)
  let result = parse(marked.text)
  #expect(result.errors.isEmpty, "\(result.errors)", sourceLocation: sourceLocation)
  #expect(result.documents.count == 1, sourceLocation: sourceLocation)
  let source = SourceText(path: "test.yaml", text: "")
  return (result.documents.first ?? .empty(source), marked.ranges, result.comments)
}

@Suite struct YAMLParserTests {
  // MARK: - Places

  @Test func `gives every key and value of a manifest its exact range`() throws {
    let (tree, places, _) = document(
      """
      # a comment
      1️⃣app1️⃣:
        2️⃣3️⃣name3️⃣: 4️⃣Car services4️⃣   # another
        url:   5️⃣"https://example.com"5️⃣
        list: 6️⃣[a, {b: 'c'}]6️⃣
        items:
        7️⃣- 8️⃣x8️⃣
        -  y7️⃣2️⃣

      """)
    let app = try #require(tree.root["app"])
    #expect(tree.root.entry("app")?.key.range == places["1️⃣"])
    #expect(app.range == places["2️⃣"])
    #expect(app.entry("name")?.key.range == places["3️⃣"])
    #expect(app["name"]?.range == places["4️⃣"])
    #expect(app["url"]?.range == places["5️⃣"])
    #expect(app["list"]?.range == places["6️⃣"])
    #expect(app["items"]?.range == places["7️⃣"])
    #expect(app["items"]?[0]?.range == places["8️⃣"])
    #expect(app["items"]?[1]?.pointer == "/app/items/1")
  }

  @Test(arguments: [
    "a: 1️⃣x1️⃣", "a: 1️⃣x y1️⃣ # c", "a:\n  1️⃣x\n\n  y1️⃣\n", "a: 1️⃣'it''s'1️⃣", "a: 1️⃣\"x\\\n  y\"1️⃣ ", "a: 1️⃣|\n  x\n  y1️⃣\n",
    "a: 1️⃣|\n  x1️⃣\n\n\nb: 1", "a: 1️⃣>-  # c\n  x1️⃣\n\n # c\n", "a: 1️⃣|+\n  x\n\n1️⃣\nb: 1", "a: 1️⃣|21️⃣\n\nb: 1",
    "a: 1️⃣|\n  x\n     1️⃣\nb: 1",
    "a: 1️⃣[]1️⃣", "a: 1️⃣{ }1️⃣ # c", "a: 1️⃣[ x,\n  y ]1️⃣\n", "a: 1️⃣[\n  x\n]1️⃣\n", "a:1️⃣", "a:1️⃣  # c\nb: 1", "a: &x1️⃣",
    "a: !!str1️⃣ # c",
    "a: &x 1️⃣y1️⃣", "a: !!str &x\n  1️⃣y1️⃣", "a: &x !!seq 1️⃣[y]1️⃣", "a: &x\n  1️⃣b: c1️⃣\n", "a: &x\n1️⃣- b1️⃣\n",
    "a:\n  1️⃣- b\n  - c:1️⃣\n",
    "? a\n: 1️⃣b1️⃣", "a: 1️⃣b\u{E9}\u{1F600}c1️⃣ # \u{E9}", "\u{E9}:\n1️⃣- x1️⃣", "{\u{E9}: b, a: 1️⃣\u{1F600}1️⃣ }", "{a1️⃣, b: c}",
    "{a: 1️⃣b1️⃣}",
    "{\"a\":1️⃣b1️⃣}", "a: 1️⃣~1️⃣\r\nb: 1\r\n", "a: 1️⃣|\r\n  x\r\n  y1️⃣\r\n\r\nb: 1", "a: 1️⃣x\r  y1️⃣\rb: 1",
    "\u{FEFF}a: 1️⃣b1️⃣", "--- # c\na: 1️⃣b1️⃣\n...\n# c\n", "%YAML 1.2\n---\na: 1️⃣b1️⃣", "a: 1️⃣- x1️⃣".replacing("- x", with: "-x"),
  ])
  func `a value's range is itself and no more`(marked: String) throws {
    let (tree, places, _) = document(marked)
    let node = try #require(tree.root["a"] ?? tree.root["\u{E9}"])
    #expect(node.range == places["1️⃣"])
  }

  @Test func `an entry without braces in a list is a mapping of its own`() throws {
    let (tree, places, _) = document("[1️⃣a: b1️⃣, 2️⃣? c2️⃣, 3️⃣\"d\":3️⃣]")
    #expect(tree.root.items.map(\.range) == ["1️⃣", "2️⃣", "3️⃣"].map { places[$0]! })
    #expect(tree.root.items.allSatisfy { $0.kind == .mapping && $0.count == 1 })
  }

  @Test func `anchors and tags have places of their own`() throws {
    let (tree, places, _) = document("a: 1️⃣&x1️⃣ 2️⃣!<tag:yaml.org,2002:str>2️⃣ # c\n  z\nb: 3️⃣!!map3️⃣ 4️⃣&long-name_14️⃣\n  c: d\n")
    #expect(tree.root["a"]?.anchor == places["1️⃣"])
    #expect(tree.root["a"]?.tag == places["2️⃣"])
    #expect(tree.root["b"]?.tag == places["3️⃣"])
    #expect(tree.root["b"]?.anchor == places["4️⃣"])
    #expect(tree.root["b"]?["c"]?.anchor == nil)
  }

  @Test func `comments are found wherever they stand, and nowhere else`() {
    let (_, places, comments) = document(
      """
      1️⃣# one1️⃣
      a: b#c 2️⃣#two2️⃣
      d: "# no" 3️⃣# three3️⃣
      e: | 4️⃣# four4️⃣
        # no
       5️⃣# five5️⃣
      f: [g, 6️⃣# six6️⃣
        h]
      i: &x 7️⃣# seven7️⃣
        j
      8️⃣# eight8️⃣
      """)
    #expect(comments == ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣"].map { places[$0]! })
  }

  @Test func `text in UTF-16 has the places of its UTF-8 form`() throws {
    let text = "name: \u{E9}\u{1F600} # x\nb: [c]\n"
    for isBigEndian in [false, true] {
      let units = [0xFEFF] + Array(text.utf16)
      let bytes = units.flatMap { unit in
        isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
      }
      let source = SourceText(path: "x", bytes: bytes)
      let tree = try #require(YAMLParser.parse(source).documents.first)
      let name = try #require(tree.root["name"])
      #expect(source.string(name.range) == "\u{E9}\u{1F600}")
      #expect(tree.root["b"]?.range.utf8Offsets == 20..<23)
    }
  }

  // MARK: - Documents

  @Test(arguments: ["", "# only a comment\n", "\n\n", "\u{FEFF}", "\u{FEFF}# c", "   "])
  func `a stream without content is one document that is null`(text: String) throws {
    let result = parse(text)
    #expect(result.errors.isEmpty && result.documents.count == 1)
    let root = try #require(result.documents.first?.root)
    #expect(root.kind == .null)
    #expect(root.range.isEmpty && root.range.lowerBound == root.tree.source.startOfContent)
    #expect(root.tree.documentIndex == nil)
  }

  @Test func `documents of a stream are counted from 0`() {
    let result = parse("a: 1\n---\n- b\n...\n# c\n---\n")
    #expect(result.errors.isEmpty)
    #expect(result.documents.map(\.documentIndex) == [0, 1, 2])
    #expect(result.documents.map(\.root.kind) == [.mapping, .sequence, .null])
    #expect(result.documents[1].root[0]?.pointer == "#1/0")
    #expect(parse("---\na: 1\n").documents.map(\.documentIndex) == [nil])
  }

  @Test func `what stands before an error is there, closed`() throws {
    let result = parse("a: 1\na: 2\nb:\n  c: [d, e\nf: g\n")
    #expect(result.errors.count == 1)
    let root = try #require(result.documents.first?.root)
    #expect(root["b"]?["c"]?[0]?.string == "d")
    #expect(root.tree.duplicateKeys.map(\.repeated.text) == ["a"])
  }

  // MARK: - Content

  @Test(
    arguments: [
      ("a: x", "x"), ("a: 'it''s'", "it's"), (#"a: "\u00e9\x41\t\/""#, "\u{E9}A\t/"), ("a: x\n  y\n\n  z", "x y\nz"),
      ("a: |\n  x\n   y\n", "x\n y\n"), ("a: >\n  x\n  y\n\n  z\n", "x y\nz\n"), ("a: >-\n  x\n  y\n", "x y"),
      ("a: |+\n  x\n\n", "x\n\n"), ("a: ''", ""), ("a: \"x\\\n   y\"", "xy"), ("a: !!str 1", "1"),
      ("a: |2-\n   x\n", " x"),
    ] as [(String, String)])
  func `a text is read by YAML's rules`(text: String, content: String) throws {
    let node = try #require(parse(text).documents.first?.root["a"])
    #expect(node.string.map { Array($0.utf8) } == Array(content.utf8))
  }

  @Test func `line separators in quotes are text`() throws {
    let result = parse("a: \"x \u{2028} y\u{85}z\" \nb: 'k\u{FEFF} \u{2029}'")
    #expect(result.errors.isEmpty)
    let root = try #require(result.documents.first?.root)
    #expect(root["a"]?.string?.unicodeScalars.elementsEqual("x \u{2028} y\u{85}z".unicodeScalars) == true)
    #expect(root["b"]?.string?.unicodeScalars.elementsEqual("k\u{FEFF} \u{2029}".unicodeScalars) == true)
  }

  @Test func `keys of any kind and style are keys`() throws {
    let root = try #require(parse("1: a\n\"b\": c\n? [d]\n: e\n~: f\n? |\n  g\n: h\n").documents.first?.root)
    #expect(root.entries.map(\.key.kind) == [.integer, .string, .sequence, .null, .string])
    #expect(root["1"]?.string == "a")
    #expect(root["g\n"]?.string == "h")
  }

  @Test func `repeated keys are found in small and large mappings, by bytes`() throws {
    let small = parse("a: 1\nb: {c: 1, 'c': 2, \"\\x63\": 3}\na: 2\n\"\u{E9}\": 1\n\"e\u{301}\": 2\n").documents[0]
    #expect(small.duplicateKeys.map(\.repeated.pointer) == ["/b/c", "/b/c", "/a"])
    #expect(small.duplicateKeys.map(\.first.range.lowerBound.utf8Offset) == [9, 9, 0])
    let keys = (0..<40).map { "k\($0): 1\n" }.joined()
    let large = parse(keys + "k7: 2\n'k8': 3\n").documents[0]
    #expect(large.duplicateKeys.map(\.repeated.text) == ["k7", "k8"])
    #expect(large.root["k7"]?.text == "1")
  }
}
