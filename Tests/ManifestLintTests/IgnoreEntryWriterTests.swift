import ManifestLint
import ManifestTestSupport
import Testing

@Suite struct IgnoreEntryWriterTests {
  private static let writer = IgnoreEntryWriter([
    .init(rule: "name-length", file: "a.json", pointer: "/l/[Pick a car]/name", reason: "old")
  ])

  private func adding(to text: String, named path: String = ".manifestlint.yaml") -> String? {
    Self.writer.adding(to: SourceText(path: path, text: text)).map { $0.string($0.range) }
  }

  private static let block = """
      - rule: name-length
        file: a.json
        pointer: "/l/[Pick a car]/name"
        reason: old
    """
  private static let flow = "{ rule: name-length, file: a.json, pointer: \"/l/[Pick a car]/name\", reason: old }"
  private static let json = """
    { "rule": "name-length", "file": "a.json", "pointer": "/l/[Pick a car]/name", "reason": "old" }
    """

  @Test func `a new configuration holds nothing else`() {
    #expect(Self.writer.newText == "ignore:\n\(Self.block)\n")
  }

  @Test(arguments: [
    ("", "ignore:\nBLOCK\n"),
    ("# nothing yet\n", "# nothing yet\nignore:\nBLOCK\n"),
    ("profile: strict", "profile: strict\nignore:\nBLOCK\n"),
    ("profile: strict # words\n\n# more\n", "profile: strict # words\n\n# more\nignore:\nBLOCK\n"),
    ("profile: strict\r\n", "profile: strict\r\nignore:\r\nBLOCK\r\n"),
    ("---\nprofile: strict\n...\n", "---\nprofile: strict\nignore:\nBLOCK\n...\n"),
    ("ignore:\nprofile: strict\n", "ignore:\nBLOCK\nprofile: strict\n"),
    ("ignore: # words\n", "ignore: # words\nBLOCK\n"),
    ("ignore: []\nprofile: strict\n", "ignore: [FLOW]\nprofile: strict\n"),
    ("{profile: strict}", "{profile: strict, ignore: [FLOW]}"),
    ("{}", "{\n  ignore: [\n    FLOW\n  ]\n}"),
    (
      "ignore:\n  # why\n  - rule: x   # words\n    file: y\n\nprofile: strict\n",
      "ignore:\n  # why\n  - rule: x   # words\n    file: y\nBLOCK\n\nprofile: strict\n"
    ),
    ("ignore:\n- { rule: x, file: y } # words\n", "ignore:\n- { rule: x, file: y } # words\n- FLOW\n"),
    ("ignore: [{ rule: x, file: y }]\n", "ignore: [{ rule: x, file: y }, FLOW]\n"),
    (
      "ignore: [\n    { rule: x, file: y }, # words\n  ]\n",
      "ignore: [\n    { rule: x, file: y },\n    FLOW, # words\n  ]\n"
    ),
    ("profile: strict\nx-text: |+\n  text\n\n", "profile: strict\nx-text: |+\n  text\n\nignore:\nBLOCK\n"),
  ])
  func `comments and layout of YAML stay`(before: String, after: String) throws {
    let isWindows = before.contains("\r\n")
    let block = isWindows ? Self.block.replacing("\n", with: "\r\n") : Self.block
    let expected = after.replacing("BLOCK", with: block).replacing("FLOW", with: Self.flow)
    #expect(adding(to: before) == expected)
  }

  @Test(arguments: [
    ("{}", "{\n  \"ignore\": [\n    JSON\n  ]\n}"),
    (
      "{\n    \"profile\": \"strict\"\n}\n",
      "{\n    \"profile\": \"strict\",\n    \"ignore\": [\n        JSON\n    ]\n}\n"
    ),
    ("{\"profile\": \"strict\"}", "{\"profile\": \"strict\", \"ignore\": [JSON]}"),
    ("{\"ignore\": []}", "{\"ignore\": [JSON]}"),
    (
      "{\n  \"ignore\": [\n    {\"rule\": \"x\"}\n  ]\n}",
      "{\n  \"ignore\": [\n    {\"rule\": \"x\"},\n    JSON\n  ]\n}"
    ),
  ])
  func `the layout of JSON stays`(before: String, after: String) {
    #expect(adding(to: before, named: ".manifestlint.json") == after.replacing("JSON", with: Self.json))
  }

  @Test(arguments: [
    "- a\n", "text\n", "a: [\n", "a: 1\n---\nb: 1\n", "x-list: &a [{rule: x}]\nignore: *a\n", "ignore: text\n",
    "null\n",
  ])
  func `what cannot be added to is left alone`(text: String) {
    #expect(adding(to: text) == nil)
  }
}
