import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

@Suite struct YAMLAliasTests {
  private func parse(_ marked: String, mergeKeys: Bool = true) -> (ParseResult, [String: TextRange]) {
    let marked = MarkedText(marked)
    let source = SourceText(path: "test.yaml", text: marked.text)
    return (YAMLParser.parse(source, mergeKeys: mergeKeys), marked.ranges)
  }

  @Test func `an alias stands for a copy that knows both places`() throws {
    let (result, places) = parse("a: 1️⃣&x1️⃣ {b: 2️⃣c2️⃣}\nd: 3️⃣*x3️⃣\n")
    #expect(result.errors.isEmpty)
    let node = try #require(result.documents[0].root["d"]?["b"])
    #expect(node.string == "c")
    #expect(node.pointer == "/d/b")
    #expect(node.range == places["2️⃣"])
    #expect(node.place == Place(range: places["3️⃣"]!, anchor: places["1️⃣"], definition: places["2️⃣"]))
    #expect(result.documents[0].root["a"]?["b"]?.place.anchor == nil)
  }

  @Test func `an anchor that is set again counts from there on`() throws {
    let (result, _) = parse("- &x a\n- *x\n- &x b\n- *x\n- &y [*x]\n- *y")
    let root = result.documents[0].root
    #expect(root.items.prefix(4).map(\.text) == ["a", "a", "b", "b"])
    #expect(root[5]?[0]?.text == "b")
  }

  @Test func `an alias can be a key, and keeps decoded text`() throws {
    let (result, _) = parse("- &x \"a\\tb\"\n- *x : c\n- [*x]")
    let root = result.documents[0].root
    #expect(root[1]?["a\tb"]?.text == "c")
    #expect(root[2]?[0]?.string == "a\tb")
  }

  @Test func `a merge key brings in entries that are not there`() throws {
    let (result, places) = parse(
      """
      base: 1️⃣&b1️⃣ {x: 1, 2️⃣y2️⃣: 2}
      more: &m {y: 3, z: 4}
      one:
        x: 5
        <<: 3️⃣*b3️⃣
      two:
        <<: [*m, *b]
      """)
    #expect(result.errors.isEmpty)
    let root = result.documents[0].root
    #expect(root["one"]!.entries.map { $0.key.text + $0.value.text } == ["x5", "y2"])
    #expect(root["two"]!.entries.map { $0.key.text + $0.value.text } == ["y3", "z4", "x1"])
    let key = try #require(root["one"]?.entry("y")?.key)
    #expect(key.place == Place(range: places["3️⃣"]!, anchor: places["1️⃣"], definition: places["2️⃣"]))
    #expect(result.documents[0].duplicateKeys.isEmpty)
  }

  @Test func `without merge keys they are keys like others`() {
    let (result, _) = parse("a: &x {b: c}\nd: {<<: *x}", mergeKeys: false)
    #expect(result.errors.isEmpty)
    #expect(result.documents[0].root["d"]?["<<"]?["b"]?.text == "c")
    #expect(result.documents[0].root["d"]?["b"] == nil)
  }

  @Test func `a quoted merge key is a key`() {
    let (result, _) = parse("'<<': 1")
    #expect(result.errors.isEmpty)
    #expect(result.documents[0].root["<<"]?.text == "1")
  }

  @Test(
    arguments: [
      ("a: 1️⃣*x1️⃣", "no anchor '&x' stands before this alias"),
      ("a: 1️⃣*x1️⃣\nb: &x 1", "no anchor '&x' stands before this alias"),
      ("--- &x a\n--- 1️⃣*x1️⃣", "no anchor '&x' stands before this alias"),
      ("clientSecret: 1️⃣*x1️⃣", "an alias without an anchor before it"),
      ("a: 2️⃣&x2️⃣ [1️⃣*x1️⃣]", "an alias inside the value that it stands for"),
      ("a: 2️⃣&x2️⃣\n  b: {c: 1️⃣*x1️⃣}", "an alias inside the value that it stands for"),
      ("<<: 1️⃣11️⃣", "'<<' merges something else than a mapping"),
      ("<<: [{}, 1️⃣b1️⃣]", "'<<' merges something else than a mapping"),
      ("a: 2️⃣&x2️⃣ b\nc: {<<: 1️⃣*x1️⃣}", "'<<' merges something else than a mapping"),
      ("a: {<<: 1️⃣*x1️⃣}", "no anchor '&x' stands before this alias"),
    ] as [(String, String)])
  func `an alias or merge that cannot be followed is one error`(marked: String, message: String) {
    let (result, places) = parse(marked)
    #expect(result.errors.map(\.message) == [message])
    #expect(result.errors.map(\.range) == [places["1️⃣"]])
    #expect(result.errors[0].notes.map(\.range) == (places["2️⃣"].map { [$0] } ?? []))
  }

  @Test func `after an alias that cannot be followed the rest is read`() {
    let (result, _) = parse("a: *x\nb: *y\nc: d")
    #expect(result.errors.count == 2)
    #expect(result.documents[0].root["c"]?.text == "d")
    #expect(result.documents[0].root["a"]?.kind == .null)
  }
}
