import Foundation
import ManifestLint
import ManifestRules
import Testing

/// The table of what Pipedrive's pages demand, in `Samples/README.md`, names rules and tests that there are.
@Suite struct SeedTableTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func rows() throws -> [[String]] {
    let text = try String(contentsOf: root.appending(path: "Samples/README.md"), encoding: .utf8)
    let start = try #require(text.range(of: "<!-- seeds -->")).upperBound
    let end = try #require(text.range(of: "<!-- /seeds -->")).lowerBound
    return text[start..<end].split(separator: "\n").filter { $0.hasPrefix("| P") || $0.hasPrefix("| F") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test func `every sentence is there, once and in order`() throws {
    #expect(try Self.rows().map { $0[0] } == (1...33).map { "P\($0)" } + (1...3).map { "F\($0)" })
  }

  @Test func `every rule that is named exists, and what has none says why`() throws {
    let ids = Set(BuiltInRules.metadata.map(\.id))
    for row in try Self.rows() {
      let named = row[2].matches(of: /`([a-z-]+)`/).map { String($0.1) }
      for id in named { #expect(ids.contains(id), "\(row[0]) names \(id)") }
      let reasons = ["two versions", "live", "no finding"]
      #expect(!named.isEmpty || reasons.contains(row[2]), "\(row[0]) has neither a rule nor a reason")
    }
  }

  @Test func `every test that is named exists and speaks of one of the rules`() throws {
    let folder = Self.root.appending(path: "Tests/ManifestRulesTests")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    let tests = Set(files.map { $0.deletingPathExtension().lastPathComponent })
    for row in try Self.rows() {
      let rules = row[2].matches(of: /`([a-z-]+)`/).map { String($0.1) }
      guard row[3] != "–" else {
        #expect(rules.isEmpty, "\(row[0]) has rules and no test")
        continue
      }
      let test = row[3].trimmingCharacters(in: ["`"])
      #expect(tests.contains(test), "\(row[0]) names \(test)")
      let words = test.dropLast("Tests".count).matches(of: /[A-Z][a-z]*/).map { $0.0.lowercased() }
      let isSilent = row[2] == "no finding"
      #expect(isSilent || rules.contains(words.joined(separator: "-")), "\(row[0]) is not about what \(test) is about")
    }
  }

  @Test func `every rule that a group of rules stands for is named`() throws {
    let rows = try Self.rows()
    let ids = BuiltInRules.metadata.map(\.id)
    func rules(_ number: String) -> Set<String> {
      Set(rows.first { $0[0] == number }?[2].matches(of: /`([a-z-]+)`/).map { String($0.1) } ?? [])
    }
    #expect(rules("P7").isSuperset(of: ids.filter { $0.hasPrefix("installation-url-") }))
    #expect(rules("P17").isSuperset(of: ids.filter { $0.hasPrefix("modal-") }))
    let panelRules = BuiltInRules.metadata.filter { $0.section == .jsonPanels }.map(\.id)
    #expect(rules("P22").isSuperset(of: panelRules))
  }
}
