import Foundation
import Testing

/// What `manifestlint config` says is in force.
@Suite struct ConfigCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      ".manifestlint.yaml",
      """
      profile: minimal
      rules:
        sentence-case: { severity: error, properNouns: [DocuSign, Car Services] }
        name-length: off
      exclude: [vendor/**]
      include: [{ files: [panels/*.json], kind: json-panel }]
      overrides:
        - files: [staging/**]
          stage: draft
          rules: { name-length: info, sentence-case: { properNouns: [Mail] } }
      ignore:
        - { rule: url-fragment, file: staging/a.yaml, pointer: /app, reason: known, until: 2027-01-01 }

      """)
  }

  @Test func `it is told with where each value comes from`() throws {
    let run = try CommandRun("config", "staging/a.yaml", "--rule", "https-url=error", in: folder.url)
    #expect(run.status == 0)
    #expect(run.trouble == "")
    let lines = run.output.split(separator: "\n").map { line in
      line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    for line in [
      "staging/a.yaml", "configuration .manifestlint.yaml", "profile minimal .manifestlint.yaml:1",
      "stage draft .manifestlint.yaml:9", "kind as the content says default", "excluded no",
      "https-url error --rule", "sentence-case error .manifestlint.yaml:3", "properNouns Mail .manifestlint.yaml:10",
      "name-length info .manifestlint.yaml:10", "admin-scope off profile", "vendor/** .manifestlint.yaml:5",
      "panels/*.json json-panel .manifestlint.yaml:6", "staging/** .manifestlint.yaml:8",
      "url-fragment at /app, until 2027-01-01: known .manifestlint.yaml:12",
    ] {
      #expect(lines.contains(line), "\(line)\n\(run.output)")
    }
    #expect(!run.output.contains("url-absolute"))
    #expect(try CommandRun("config", "--verbose", in: folder.url).output.contains("url-absolute"))
  }

  @Test func `a folder stands for the manifest in it, and without a configuration all is by default`() throws {
    try folder.write("a/b.txt", "")
    #expect(try CommandRun("config", in: folder.url).output.hasPrefix("pipedrive.app.yaml\n"))
    #expect(try CommandRun("config", "a", in: folder.url).output.hasPrefix("a/pipedrive.app.yaml\n"))
    let run = try CommandRun("config", "--no-config", in: folder.url)
    #expect(run.output.contains("configuration  none"))
    #expect(run.output.contains("rules that differ from the default (none; "))
  }

  @Test func `programs get all rules, each value with its origin`() throws {
    let run = try CommandRun(
      "config", "staging/a.yaml", "--format", "json", "--only", "sentence-case", in: folder.url)
    let report = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(
      Set(report.keys) == [
        "path", "configuration", "hasMistakes", "isExcluded", "profile", "stage", "kind", "rules", "exclude", "include",
        "overrides", "ignore",
      ])
    func origin(_ value: Any?) -> NSDictionary? { (value as? [String: Any])?["origin"] as? NSDictionary }
    #expect(
      origin(report["profile"]) == ["from": "configuration", "file": ".manifestlint.yaml", "line": 1, "column": 10])
    #expect(origin(report["kind"]) == ["from": "default"])
    let rules = try #require(report["rules"] as? [[String: Any]])
    let listed = try CommandRun("rules", "--format", "json").output
    #expect(rules.count == (try #require(JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [Any])).count)
    let byID = Dictionary(uniqueKeysWithValues: rules.map { ($0["id"] as? String ?? "", $0) })
    #expect(byID["syntax"]?["severity"] as? String == "error")
    #expect(byID["name-length"]?["severity"] as? String == "off")
    #expect(origin(byID["name-length"]) == ["from": "commandLine", "option": "--only"])
    let option = (byID["sentence-case"]?["options"] as? [[String: Any]])?.first
    #expect(option?["value"] as? [String] == ["Mail"])
    #expect(origin(option)?["line"] as? Int == 10)
    let ignored = try #require((report["ignore"] as? [[String: Any]])?.first)
    #expect(Set(ignored.keys) == ["rule", "pointer", "reason", "until", "origin"])
  }

  @Test func `mistakes are told on standard error, and the exit code is 2`() throws {
    try folder.write(".manifestlint.yaml", "profil: minimal\nrules: { name-length: off }\n")
    let run = try CommandRun("config", in: folder.url)
    #expect(run.status == 2)
    #expect(run.trouble == ".manifestlint.yaml:1:1: error[unknown-key] unknown key 'profil'\n")
    #expect(run.output.contains("name-length  off"))
    let missing = try CommandRun("config", "--config", "missing.yaml", in: folder.url)
    #expect(missing.status == 2)
    #expect(missing.trouble == "manifestlint: 'missing.yaml' does not exist\n")
  }

  @Test(arguments: ["sentence-case", "name-length", "syntax", "actionable-name", "unused-suppression"])
  func `what explain shows of a configuration is a good one`(rule: String) throws {
    let page = try CommandRun("explain", rule).output
    let start = try #require(page.range(of: "or for one run\n")).upperBound
    let end = try #require(page.range(of: "\n\n  manifestlint", range: start..<page.endIndex)).lowerBound
    let seeds = page[start..<end].split(separator: "\n").map { $0.dropFirst(2) }.joined(separator: "\n")
    let run = try CommandRun(
      "-", "--kind", "config", in: folder.url, input: Data((seeds + "\n").utf8))
    #expect(run.status == 0, "\(seeds)\n\(run.output)")
    #expect(seeds.contains(rule))
  }
}
