import Testing

@testable import ManifestReport

@Suite struct ReportPathsTests {
  @Test(arguments: [
    ("app.yaml", "apps/car/app.yaml"), ("./a/../app.yaml", "apps/car/app.yaml"), ("../b.yaml", "apps/b.yaml"),
    ("../../../other/b.yaml", "/home/me/other/b.yaml"), ("/home/me/repository/b.yaml", "b.yaml"),
    ("/home/me/repository-2/b.yaml", "/home/me/repository-2/b.yaml"), ("/../../x", "/x"), ("<stdin>", "<stdin>"),
    ("e\u{301}.yaml", "apps/car/e\u{301}.yaml"),
  ])
  func `are relative to the repository's root`(shown: String, expected: String) {
    let paths = ReportPaths(root: "/home/me/repository", workingDirectory: "/home/me/repository/apps/car")
    #expect(Array(paths.path(shown).utf8) == Array(expected.utf8))
  }

  @Test func `begin at the root of the file system where that is the repository's`() {
    #expect(ReportPaths(root: "/", workingDirectory: "/a").path("b.yaml") == "a/b.yaml")
  }

  @Test func `are as they are shown where no repository is known`() {
    #expect(ReportPaths().path("../a.yaml") == "../a.yaml")
  }
}
