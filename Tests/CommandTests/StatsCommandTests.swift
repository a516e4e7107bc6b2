import Foundation
import Testing

@Suite struct StatsCommandTests {
  @Test func `shows what is used of each limit`() throws {
    let run = try CommandRun("stats", "Samples/valid/at-the-limits.pipedrive.yaml")
    #expect(run.status == 0 && run.trouble.isEmpty)
    #expect(run.output.contains("actions                              21 / 21    #####################\n"))
    #expect(run.output.contains("  in deal details                     3 / 3     #####################\n"))
    #expect(run.output.contains("30 / 30"))
    #expect(!run.output.contains("over"))
    let over = try CommandRun("stats", "Samples/invalid/quotas.pipedrive.yaml")
    #expect(over.output.contains("22 / 21    #####################  over\n"))
  }

  @Test func `as JSON for programs`() throws {
    let run = try CommandRun("stats", "--format", "json", "Samples/valid")
    let entries = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    let limits = try #require(entries.first { ($0["file"] as? String)?.contains("at-the-limits") == true })
    #expect((limits["actions"] as? [String: Int]) == ["used": 21, "limit": 21])
    #expect((limits["actionsByView"] as? [[String: Any]])?.count == 7)
    #expect((limits["panelsByView"] as? [[String: Any]])?.count == 3)
    let names = limits["names"] as? [[String: Any]] ?? []
    #expect(names.first?["used"] as? Int == 30)
    #expect((names.first?["pointer"] as? String)?.hasPrefix("/extensions/") == true)
    // A file with two documents has two budgets.
    #expect(entries.count { ($0["file"] as? String)?.contains("several-environments") == true } == 2)
  }

  @Test func `counts in the documents that belong to a manifest`() throws {
    let run = try CommandRun("stats", "Samples/valid/car-services.pipedrive.yaml")
    #expect(run.output.contains("fields of panels\n  Car PM – Car Services "))
    #expect(run.output.contains("fields with actions of panels\n  Car PM – Car Services               1 / 3 "))
    #expect(run.output.contains("blocks of modals\n  + Prod. details - Car Services"))
    let json = try CommandRun("stats", "--format", "json", "Samples/valid/car-services.pipedrive.yaml")
    let entries = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    let fields = try #require(entries[0]["panelFields"] as? [[String: Any]])
    #expect(fields[0]["pointer"] as? String == "/extensions/jsonPanels/0" && fields[0]["limit"] as? Int == 20)
    #expect((entries[0]["modalBlocks"] as? [[String: Any]])?.count == 2)
  }

  @Test func `says what it could not count`() throws {
    let folder = try TemporaryFolder()
    try folder.write("broken.yaml", "app: [\n")
    #expect(try CommandRun("stats", "broken.yaml", in: folder.url).status == 2)
    #expect(try CommandRun("stats", "missing.yaml", in: folder.url).status == 2)
    try folder.write("other.yaml", "a: 1\n")
    #expect(try CommandRun("stats", "other.yaml", in: folder.url).trouble == "manifestlint: no app manifest found\n")
    #expect(try CommandRun("stats", in: folder.url).status == 2)
  }
}
