import ManifestLint
import ManifestTestSupport
import Testing

@Suite struct IgnoreEntryRemoverTests {
  private func removing(_ indices: Set<Int>, from text: String, named path: String) -> (String, Int) {
    let outcome = IgnoreEntryRemover(SourceText(path: path, text: text)).removing(indices)
    return (outcome.text.current.string(outcome.text.current.range), outcome.count)
  }

  private static let yaml = """
    # top
    ignore:
      # the first
      - rule: a
        file: x.json
      - { rule: b, file: x.json }
      - rule: c
        file: x.json   # why

    profile: strict # end

    """

  @Test(
    arguments: [
      ([0], "# top\nignore:\n  # the first\n  - { rule: b, file: x.json }\n  - rule: c\n    file: x.json   # why\n", 1),
      ([0, 1], "# top\nignore:\n  # the first\n  - rule: c\n    file: x.json   # why\n", 2),
      // What holds a comment stays.
      (
        [1, 2],
        "# top\nignore:\n  # the first\n  - rule: a\n    file: x.json\n  - rule: c\n    file: x.json   # why\n", 1
      ),
    ] as [(Set<Int>, String, Int)])
  func `entries go, and comments stay`(indices: Set<Int>, expected: String, count: Int) {
    let (text, removed) = removing(indices, from: Self.yaml, named: ".manifestlint.yaml")
    #expect(text == expected + "\nprofile: strict # end\n")
    #expect(removed == count)
  }

  @Test(arguments: [
    (
      ".manifestlint.yaml", "ignore:\n- {rule: a, file: x}\n- {rule: b, file: x}\nprofile: strict\n",
      "profile: strict\n"
    ),
    (".manifestlint.yaml", "profile: strict\nignore: [{rule: a, file: x}, {rule: b, file: x}]", "profile: strict\n"),
    (".manifestlint.yaml", "ignore:\r\n- rule: a\r\n  file: x\r\n- rule: b\r\n  file: x\r\n", ""),
    (
      ".manifestlint.json",
      "{\n  \"ignore\": [\n    {\"rule\": \"a\", \"file\": \"x\"},\n    {\"rule\": \"b\"}\n  ]\n}\n",
      "{\n  \n}\n"
    ),
  ])
  func `the key goes with the last of them`(path: String, before: String, after: String) {
    let (text, removed) = removing([0, 1], from: before, named: path)
    #expect(text == after)
    #expect(removed == 2)
  }

  @Test(arguments: [".manifestlint.yaml", ".manifestlint.json"])
  func `of many on one line`(path: String) {
    let entries = (0..<1000).map { "{\"rule\": \"r\($0)\", \"file\": \"x\"}" }
    let text = "{\"ignore\": [" + entries.joined(separator: ", ") + "]}"
    let (rest, removed) = removing(Set((0..<1000).filter { $0 % 10 != 3 }), from: text, named: path)
    #expect(removed == 900)
    let left = (0..<100).map { entries[$0 * 10 + 3] }
    #expect(rest == "{\"ignore\": [" + left.joined(separator: ", ") + "]}")
  }

  @Test(arguments: [
    "ignore:\n- &a {rule: a, file: x}\n- *a\n- {rule: c, file: x}\n", "ignore: { }\n", "ignore:\n", "ignore: [\n", "",
  ])
  func `what is not understood stays`(text: String) {
    let (rest, removed) = removing([0, 1], from: text, named: ".manifestlint.yaml")
    #expect(rest == text)
    #expect(removed == 0)
  }
}
