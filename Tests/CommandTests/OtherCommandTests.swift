import Foundation
import Testing

@Suite struct OtherCommandTests {
  @Test func `version and help end with 0`() throws {
    let version = try CommandRun("--version")
    #expect(version.status == 0)
    #expect(version.output.split(separator: ".").count == 3)
    let help = try CommandRun("--help")
    #expect(help.status == 0)
    for command in ["lint", "rules", "explain", "schema", "init", "render"] { #expect(help.output.contains(command)) }
  }

  @Test func `rules are listed for people, programs and pages`() throws {
    let json = try CommandRun("rules", "--format", "json")
    let rules = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(rules.count >= 26)
    for rule in rules {
      #expect(
        Set(rule.keys) == [
          "id", "section", "severity", "origin", "fix", "summary", "rationale", "docs", "checkedOn", "examples",
          "options", "severities",
        ])
      let id = try #require(rule["id"] as? String)
      #expect(try CommandRun("rules").output.contains("  \(id) "))
    }
    #expect(try CommandRun("rules", "--format", "markdown").output.contains("| `name-length` | error | platform | – |"))
  }

  @Test func `explain says all there is to say, and guesses what was meant`() throws {
    let run = try CommandRun("explain", "sentence-case")
    #expect(run.status == 0)
    for word in ["Why it matters", "What to do", "Flagged", "Not flagged", "properNouns", "checked 2026-11-21"] {
      #expect(run.output.contains(word))
    }
    #expect(try CommandRun("explain", "sentense-case").trouble.contains("did you mean 'sentence-case'?"))
  }

  @Test func `schemas are printed as they are`() throws {
    let schema = try CommandRun("schema", "app-manifest")
    let file = try String(
      contentsOf: CommandRun.root.appending(path: "Schemas/app-manifest.schema.json"), encoding: .utf8)
    #expect(schema.output == file)
    #expect(try CommandRun("schema").output.contains("app-manifest"))
  }

  @Test func `init writes a manifest that passes, and never overwrites`() throws {
    let folder = try TemporaryFolder()
    #expect(try CommandRun("init", in: folder.url).status == 0)
    let lint = try CommandRun("--fail-on", "info", in: folder.url)
    #expect(lint.output == "no problems in 1 file\n")
    try folder.write("pipedrive.app.yaml", "mine\n")
    let again = try CommandRun("init", in: folder.url)
    #expect(again.status == 2)
    #expect(again.trouble == "manifestlint: 'pipedrive.app.yaml' already exists\n")
    #expect(
      try String(contentsOf: folder.url.appending(path: "pipedrive.app.yaml"), encoding: .utf8) == "mine\n")
    try FileManager.default.createDirectory(at: folder.url.appending(path: "sub"), withIntermediateDirectories: true)
    #expect(try CommandRun("init", "sub", in: folder.url).output.contains("sub/pipedrive.app.yaml"))
  }

  @Test func `render resolves aliases, merges and references, and keeps the order`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.pipedrive.yaml",
      """
      manifest: 1
      x-base: &base { locations: [deal-details], number: 0x1F }
      extensions:
        jsonPanels:
          - <<: *base
            name: Visits
            dataStructure: panels/visits.json
      """)
    try folder.write("panels/visits.json", #"{ "type": "object", "properties": { "b": {}, "a": {} } }"#)
    let run = try CommandRun("render", "a.pipedrive.yaml", in: folder.url)
    #expect(run.trouble == "")
    let expected = """
      {
        "manifest": 1,
        "x-base": {
          "locations": [
            "deal-details"
          ],
          "number": 31
        },
        "extensions": {
          "jsonPanels": [
            {
              "name": "Visits",
              "dataStructure": {
                "type": "object",
                "properties": {
                  "b": {},
                  "a": {}
                }
              },
              "locations": [
                "deal-details"
              ],
              "number": 31
            }
          ]
        }
      }

      """
    #expect(run.output == expected)
  }

  @Test func `render says what it cannot do`() throws {
    let folder = try TemporaryFolder()
    try folder.write("broken.yaml", "a: [\n")
    #expect(try CommandRun("render", "broken.yaml", in: folder.url).status == 1)
    try folder.write("outside.yaml", "manifest: 1\nextensions: { messaging: ../../etc/passwd }\n")
    let outside = try CommandRun("render", "outside.yaml", in: folder.url)
    #expect(outside.status == 1)
    #expect(
      outside.trouble == "manifestlint: outside.yaml:2:26: '../../etc/passwd' is outside of the manifest's project\n")
    #expect(try CommandRun("render", "missing.yaml", in: folder.url).status == 2)
    try folder.write("infinite.yaml", "a: .inf\n")
    #expect(try CommandRun("render", "infinite.yaml", in: folder.url).trouble.contains("'.inf' has no form in JSON"))
  }
}
