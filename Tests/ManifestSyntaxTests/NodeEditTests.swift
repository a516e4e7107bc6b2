import ManifestSyntax
import ManifestText
import Testing

@Suite struct NodeEditTests {
  private func parse(_ text: String, _ path: String = "x.yaml") -> ParseResult {
    let source = SourceText(path: path, text: text)
    return path.hasSuffix("json") ? JSONParser.parse(source) : YAMLParser.parse(source)
  }

  private func applying(_ edit: TextEdit?, to text: String) -> String? {
    edit.map { SourceText(path: "x", text: text).applying([$0]) }.map { $0.string($0.range) }
  }

  @Test(arguments: [
    ("a: old # c\n", "a: new # c\n"),
    ("a: 'old' # c\n", "a: 'new' # c\n"),
    ("a: >\n  old\n# c\n", "a: \"new\"\n# c\n"),
    ("a: > # c\n  old\n", "a: \"new\" # c\n"),
    ("a: |+2\t# c # d\n  old\n\n\nb: 1\n", "a: \"new\"\t# c # d\nb: 1\n"),
    ("a: |-\n  # no comment\n  old\n", "a: \"new\"\n"),
    ("a: >-  # c\r\n  old\r\nb: 1\r\n", "a: \"new\"  # c\r\nb: 1\r\n"),
    ("a: &x >- # c\n  old", "a: &x \"new\" # c"),
    ("a:\n  old\n  text\nb: 1\n", "a:\n  new\nb: 1\n"),
  ])
  func `a text is replaced, and comments stay`(before: String, after: String) {
    let node = parse(before).documents[0].root["a"]
    #expect(applying(node?.edit(replacingTextWith: "new"), to: before) == after)
  }

  @Test(arguments: [
    ("- a\n- b\n- c\n", 1, "- a\n- c\n", false),
    ("- a\n- b # why\n", 1, "- a\n", true),
    ("- a\n- b: 1 # why\n  c: 2\n- d\n", 1, "- a\n- d\n", true),
    ("- a\n  # above\n- b: 1\n  c: 2\n\n- d\n", 1, "- a\n  # above\n\n- d\n", false),
    ("[a, b, c]\n", 0, "[b, c]\n", false),
    ("[a, b # why\n, c]\n", 2, "[a, b]\n", true),
    ("- a\n", 0, nil, false),
    ("- - a\n  - b\n", 0, nil, false),
  ])
  func `an item is removed, and it is known whether a comment goes`(
    before: String, index: Int, after: String?, removesComment: Bool
  ) {
    let removal = parse(before).documents[0].root[index]?.removingEdit
    #expect(applying(removal?.edit, to: before) == after)
    #expect(removal?.removesComment ?? false == removesComment)
  }

  @Test(arguments: [
    ("x.yaml", "# top\na:\n  - b: 1\n    c: 2\n\nd: 1\n", "# top\n\nd: 1\n", false),
    ("x.yaml", "d: 1\na:\n- b", "d: 1\n", false),
    ("x.yaml", "\u{FEFF}a: [b]\r\nd: 1\r\n", "\u{FEFF}d: 1\r\n", false),
    ("x.yaml", "a: # why\n  - b\n", "", true),
    ("x.yaml", "{a: [b], d: 1}\n", "{d: 1}\n", false),
    ("x.yaml", "{d: 1, a: [b]}\n", "{d: 1}\n", false),
    ("x.yaml", "{a: [b]}\n", "{}\n", false),
    ("x.yaml", "? a\n: - b\n", nil, false),
    ("x.json", "{\n  \"d\": \"#\",\n  \"a\": [\"#\"]\n}", "{\n  \"d\": \"#\"\n}", false),
  ])
  func `a key is removed with its value`(path: String, before: String, after: String?, removesComment: Bool) {
    let removal = parse(before, path).documents[0].root["a"]?.removingEditWithKey
    #expect(applying(removal?.edit, to: before) == after)
    #expect(removal?.removesComment ?? false == removesComment)
  }
}
