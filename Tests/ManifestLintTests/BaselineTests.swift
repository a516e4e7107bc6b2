import ManifestLint
import ManifestTestSupport
import Testing

@Suite struct BaselineTests {
  private struct Named: Rule {
    static let metadata = RuleMetadata(
      id: "named", section: .extensions, severity: .error, origin: .advice, summary: "", rationale: "", remedy: "",
      source: nil, examples: [])
    func check(_ context: LintContext) -> [Finding] { [] }
  }
  private struct Other: Rule {
    static let metadata = RuleMetadata(
      id: "other", section: .extensions, severity: .error, origin: .advice, summary: "", rationale: "", remedy: "",
      source: nil, examples: [])
    func check(_ context: LintContext) -> [Finding] { [] }
  }

  private static let rules = RuleSet([Named(), Other()])
  private static func key(_ rule: String, _ pointer: String) -> BaselineKey {
    BaselineKey(rule: rule, pointer: pointer)
  }

  private func read(_ text: String) throws -> Baseline {
    try Baseline(JSONParser.parse(SourceText(path: "b.json", text: text)).documents[0].root)
  }

  @Test func `what is written is sorted, ends in a line break, and is read again`() throws {
    var baseline = Baseline()
    baseline.replace(
      "b/ü \"x\".yaml",
      with: [Self.key("other", "/a/[n~1]/t"): 2, Self.key("named", ""): 1, Self.key("named", "/B"): 1],
      by: Self.rules)
    baseline.replace("a.yaml", with: [Self.key("named", "#1/x"): 1], by: Self.rules)
    baseline.replace("c.yaml", with: [:], by: Self.rules)
    let text = String(decoding: baseline.text, as: UTF8.self)
    #expect(
      text == """
        {
          "version": 1,
          "files": {
            "a.yaml": {
              "named": {
                "#1/x": 1
              }
            },
            "b/ü \\"x\\".yaml": {
              "named": {
                "": 1,
                "/B": 1
              },
              "other": {
                "/a/[n~1]/t": 2
              }
            }
          }
        }

        """)
    let again = try read(text)
    #expect(again.text == baseline.text)
    #expect(again.count == 5)
  }

  @Test(arguments: [
    ("1️⃣[]1️⃣", "a baseline is an object"),
    ("1️⃣{\"files\": {}}1️⃣", "the baseline has no 'version'"),
    ("1️⃣{\"version\": 1}1️⃣", "the baseline has no 'files'"),
    ("{\"version\": 1️⃣21️⃣, \"files\": {}}", "this version of manifestlint reads baselines of version 1"),
    ("{\"version\": 1, \"files\": 1️⃣[]1️⃣}", "'files' must be an object"),
    ("{\"version\": 1, \"files\": {\"a\": 1️⃣11️⃣}}", "'a' must be an object"),
    ("{\"version\": 1, \"files\": {\"a\": {\"r\": {\"/p\": 1️⃣01️⃣}}}}", "a count is a whole number from 1"),
    ("{\"version\": 1, \"files\": {\"a\": {\"r\": {\"/p\": 1️⃣1e91️⃣}}}}", "a count is a whole number from 1"),
    ("{\"version\": 1, \"files\": {}, 1️⃣\"x\"1️⃣: 1}", "a baseline has no key 'x'"),
    ("{\"version\": 1, \"files\": {\"a\": {}, 1️⃣\"a\"1️⃣: {}}}", "key 'a' stands twice"),
  ])
  func `what is no baseline is refused at its place`(marked: String, message: String) {
    let text = MarkedText(marked)
    do {
      _ = try read(text.text)
      Issue.record("refuse \(text.text)")
    } catch let error as ConfigurationError {
      #expect(error.message == message)
      #expect(error.node.range == text.ranges["1️⃣"])
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func `entries that know of more than there is are stale, those of rules that were not checked are not`() throws
  {
    var baseline = Baseline()
    let counts = [Self.key("named", "/a"): 3, Self.key("other", "/b"): 1, Self.key("gone", "/c"): 1]
    baseline = try read(
      """
      {"version": 1, "files": {"f": {"named": {"/a": 3}, "other": {"/b": 1}, "gone": {"/c": 1}}}}
      """)
    #expect(baseline.counts(in: "f") == counts)
    let found = [Self.key("named", "/a"): 1, Self.key("other", "/b"): 1]
    let stale = baseline.staleEntries(in: "f", found: found, by: Self.rules)
    #expect(stale.map(\.key) == [Self.key("gone", "/c"), Self.key("named", "/a")])
    #expect(stale.map(\.excess) == [1, 2])
    let onlyOther = RuleSet([Named.self, Other.self], levels: ["named": .off])
    #expect(baseline.staleEntries(in: "f", found: [:], by: onlyOther).map(\.key.rule) == ["gone", "other"])
    baseline.replace("f", with: [:], by: onlyOther)
    #expect(baseline.counts(in: "f") == [Self.key("named", "/a"): 3])
  }
}
