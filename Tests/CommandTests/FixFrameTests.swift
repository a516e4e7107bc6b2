import Foundation
import ManifestTestSupport
import Testing

/// The text report shows what each fix does.
@Suite struct FixFrameTests {
  @Test func `every fix of every rule's examples is shown as lines that go and lines that come`() throws {
    let folder = try TemporaryFolder()
    let rules = try #require(
      JSONSerialization.jsonObject(with: Data(CommandRun("rules", "--format", "json").output.utf8)) as? [[String: Any]])
    for rule in rules {
      let examples = rule["examples"] as? [[String: String]] ?? []
      for (index, example) in examples.enumerated() {
        let text = example["bad"] ?? ""
        let name = "\(rule["id"] as? String ?? "")-\(index).pipedrive.\(text.hasPrefix("{") ? "json" : "yaml")"
        try folder.write(name, text)
      }
    }
    let run = try CommandRun("--profile", "strict", "--level", "info", in: folder.url)
    var shown = 0
    for finding in run.output.components(separatedBy: "\n\n") where finding.contains("\n") {
      let lines = finding.split(separator: "\n", omittingEmptySubsequences: false)
      guard let fix = lines.firstIndex(where: { $0.contains("= fix (") }) else { continue }
      shown += 1
      let changes = lines[(fix + 1)...].filter { $0.wholeMatch(of: /\s*\d+ [-+]( .*)?/) != nil }
      #expect(!changes.isEmpty, "\(finding)")
    }
    #expect(shown >= 30, "\(shown)")
  }

  @Test func `lines that are inserted, and lines that are removed`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.pipedrive.yaml",
      """
      manifest: 1
      app: { name: Car Services App, type: private, callbackUrl: "https://www.carservicesapp.com/c" }
      oauth:
        clientSecret: hunter2hunter2
        scopes:
          - base
          - deals:read
          - deals:read
      extensions:
        messaging: messaging.json

      """)
    try folder.write("messaging.json", DocumentTexts.messaging)
    let output = try CommandRun("--level", "info", "a.pipedrive.yaml", in: folder.url).output
    #expect(output.contains("\n8 -     - deals:read\n"))
    #expect(output.contains("\n 9 +     - messengers-integration\n"))
    #expect(output.contains("\n4 -   clientSecret: •••\n4 +   clientSecret: ${CLIENT_SECRET}\n"))
    #expect(!output.contains("hunter2"))
  }
}
