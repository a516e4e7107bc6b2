import Foundation
import ManifestTestSupport
import Testing

/// The HTML report of the built command.
@Suite struct HTMLReportTests {
  @Test func `is a whole page for all samples at once, the same in every run`() throws {
    let run = try CommandRun("--format", "html", "Samples")
    #expect(run.status == 1)
    let page = MarkupPage(run.output)
    #expect(page.brokenLaws == [])
    let again = try CommandRun("--format", "html", "--jobs", "1", "Samples")
    #expect(again.output == run.output)
    #expect(page.elements(styled: "tabs").count > 20)
    #expect(run.output.utf8.count < 3_000_000)
  }

  @Test(arguments: SampleTests.samples)
  func `shows every finding of a sample once`(sample: String) throws {
    let expected = CommandRun.root.appending(path: "Samples/expected/\(sample).json")
    let count = try String(contentsOf: expected, encoding: .utf8).matches(of: /"rule":/).count
    let page = MarkupPage(try CommandRun("--format", "html", "Samples/\(sample)").output)
    #expect(page.brokenLaws == [])
    #expect(page.elements(styled: "finding").count == count)
  }

  @Test func `is whole where nothing is found, nothing can be read and nothing is said at the end`() throws {
    let folder = try TemporaryFolder()
    let none = try CommandRun("--format", "html", "--allow-empty", in: folder.url)
    #expect(MarkupPage(none.output).brokenLaws == [])
    let missing = try CommandRun("--format", "html", "mis<s>ing\u{1B}.yaml", in: folder.url)
    #expect(missing.status == 2)
    #expect(MarkupPage(missing.output).brokenLaws == [])
    try folder.write("b.pipedrive.yaml", Data([0xFF, 0x3A, 0x00]))
    let invalid = try CommandRun("--format", "html", "--quiet", in: folder.url)
    #expect(MarkupPage(invalid.output).brokenLaws == [])
    #expect(MarkupPage(invalid.output).elements(styled: "finding").count == 1)
  }

  @Test func `shows the violations of any document against any schema`() throws {
    let folder = try TemporaryFolder()
    try folder.write("schema.json", "{ \"properties\": { \"a\": { \"type\": \"string\" } } }")
    try folder.write("instance.yaml", "b: 1\na: 1\n")
    let run = try CommandRun("validate", "--format", "html", "--schema", "schema.json", "instance.yaml", in: folder.url)
    #expect(run.status == 1)
    let page = MarkupPage(run.output)
    #expect(page.brokenLaws == [])
    #expect(page.elements(styled: "finding").count == 1)
    #expect(page.elements(styled: "line").map { $0.attributes["class"] } == ["line", "line error"])
  }

  @Test func `runs nothing that a manifest says, and shows no secret`() throws {
    let folder = try TemporaryFolder()
    let hostile = "</script><script>alert(1)</script>\\u202E' onload=\\\"x\\\" ]]> ::error::x\\n::warning::y"
    try folder.write(
      "a.pipedrive.json",
      """
      { "manifest": 1,
        "app": { "name": "\(hostile)", "type": "private", "callbackUrl": "javascript:alert(1)",
          "\(hostile)": "\(hostile)" },
        "oauth": { "scopes": ["base", "\(hostile)"], "clientSecret": "f00dbabe-f00dbabe" },
        "extensions": { "linkActions": [
          { "name": "\(hostile) f00dbabe-f00dbabe", "url": "https://u:f00dbabe-f00dbabe@www.example.com/",
            "locations": ["\(hostile)"] } ] } }
      """)
    let run = try CommandRun("--format", "html", in: folder.url)
    let page = MarkupPage(run.output)
    #expect(page.brokenLaws == [])
    #expect(page.elements.count { $0.name == "script" } == 1)
    #expect(!run.output.contains("f00d"))
    #expect(!run.output.split(separator: "\n").contains { $0.hasPrefix("::") }, "a page may be printed to a log")
    #expect(page.elements(styled: "value").contains { $0.text.contains("</script><script>alert(1)") })
  }
}
