import Testing

@testable import ManifestFiles

@Suite struct PathPatternListTests {
  @Test(
    arguments: [
      (["vendor"], "vendor/a.yaml", true), (["vendor"], "x/vendor/a.yaml", true), (["vendor"], "vendors/a.yaml", false),
      (["vendor/**"], "vendor/a.yaml", true), (["vendor/**"], "x/vendor/a.yaml", false),
      (["/a.yaml"], "a.yaml", true), (["/a.yaml"], "x/a.yaml", false), (["./a.yaml"], "a.yaml", true),
      (["./a.yaml"], "x/a.yaml", false), (["a.yaml"], "x/a.yaml", true), (["panels/*.json"], "panels/a.json", true),
      (["panels/*.json"], "x/panels/a.json", false), (["**/panels/*.json"], "x/panels/a.json", true),
      (["panels/"], "panels/x/y", true), (["panels/"], "panels", false), (["*.yaml", "!a.yaml"], "a.yaml", false),
      (["*.yaml", "!a.yaml"], "b.yaml", true), (["!a.yaml", "*.yaml"], "a.yaml", true),
      (["vendor", "!vendor/a.yaml"], "vendor/a.yaml", true), (["vendor/**", "!vendor/a.yaml"], "vendor/a.yaml", false),
      (["*"], "../a.yaml", false), (["*"], "/a.yaml", false), (["*"], ".", false), ([], "a.yaml", false),
      (["{staging,test}/**"], "test/a/b.yaml", true),
    ] as [([String], FilePath, Bool)])
  func `the last pattern that matches decides`(patterns: [String], path: FilePath, matches: Bool) throws {
    #expect(try PathPatternList(patterns).matches(path) == matches)
  }

  @Test(arguments: [
    ("", "pattern is empty"), ("!", "pattern is empty"), ("/", "pattern is empty"), ("[", "'[' has no ']'"),
  ])
  func `a pattern that makes no sense is an error`(pattern: String, message: String) {
    #expect(throws: GlobError(pattern: pattern, message: message)) { try PathPatternList([pattern]) }
  }

  @Test func `a pattern cannot leave the folder of the configuration`() {
    #expect(throws: GlobError.self) { try PathPatternList(["a", "../b"]) }
  }

  @Test func `a whole folder is known without looking inside`() throws {
    let patterns = try PathPatternList(["a", "b/**", "c/*", "d/", "**/e/**"])
    func matches(_ folder: FilePath) -> Bool {
      patterns.matchesWhole(folder: folder.bytes[...], name: folder.name)
    }
    #expect(["a", "b", "d", "x/a", "x/e"].allSatisfy { matches($0) })
    #expect(!["c", "x", "x/b"].contains { matches($0) })
    let negated = try PathPatternList(["b/**", "!b/x"])
    #expect(!negated.matchesWhole(folder: Array("b".utf8)[...], name: Array("b".utf8)[...]))
  }
}
