import ManifestFiles
import Testing

@Suite struct ProjectRootTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["r/a.yaml", "r/b/c.json", "r/.git/config", "r/.git/x.json", "r/.env", "out.yaml", "r/sub/.git"] {
      try folder.write(name)
    }
  }

  private var workingDirectory: WorkingDirectory { WorkingDirectory(folder.path("r")) }

  private func refusal(_ path: String, namedBy manifest: FilePath = "a.yaml") -> RefusedFile? {
    do throws(RefusedFile) {
      _ = try ProjectRoot.file(path, namedBy: manifest, in: workingDirectory)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("b/c.json", nil), ("./b/../b/c.json", nil), ("b/missing.json", nil), (".env", nil), ("b", nil), ("b/", nil),
      ("b/c.json/", .namedAsFolder), ("b/c.json/.", .namedAsFolder), ("../out.yaml", .outsideProject),
      ("../missing.yaml", .outsideProject), ("/etc/passwd", .outsideProject), ("a\0.yaml", .outsideProject),
      (".git", .insideGit), (".git/config", .insideGit), (".git/missing", .insideGit), ("sub/.git", .insideGit),
      ("b/.GIT/x", .insideGit), (".gitignore", nil),
    ] as [(String, RefusedFile?)])
  func `what a manifest may name`(path: String, expected: RefusedFile?) {
    #expect(refusal(path) == expected)
  }

  @Test func `a link is judged by where it leads`() throws {
    try folder.link("r/in.json", to: "b/c.json")
    try folder.link("r/out.json", to: "../out.yaml")
    try folder.link("r/git.json", to: ".git/x.json")
    try folder.link("r/env.json", to: ".env")
    try folder.link("r/env", to: ".env")
    try folder.link("r/folder", to: ".git")
    try folder.link("r/up", to: "..")
    let expected: [(FilePath, RefusedFile?)] = [
      ("in.json", nil), ("out.json", .outsideProject), ("git.json", .insideGit), ("env.json", .notADocument),
      ("env", nil), ("a.yaml", nil), ("missing", nil),
    ]
    for (path, reason) in expected {
      #expect(refusal(path.text) == reason, "\(path)")
      #expect(ProjectRoot.refusal(ofNamed: path, in: workingDirectory) == reason, "\(path)")
      let place = folder.path("r").appending(path)
      #expect(ProjectRoot.refusal(ofFileAt: place, within: nil, in: workingDirectory) == reason, "\(path)")
    }
    #expect(refusal("folder/x.json") == .insideGit)
    #expect(refusal("up/out.yaml") == .outsideProject)
    #expect(ProjectRoot.refusal(ofNamed: "folder/x.json", in: workingDirectory) == .insideGit)
    #expect(ProjectRoot.refusal(ofNamed: "up/out.yaml", in: workingDirectory) == .outsideProject)
    #expect(ProjectRoot.refusal(ofNamed: "b/../up/out.yaml", in: workingDirectory) == .outsideProject)
    #expect(ProjectRoot.refusal(ofNamed: "../out.yaml", in: workingDirectory) == nil)
    #expect(ProjectRoot.refusal(ofNamed: "../r/../out.yaml", in: workingDirectory) == nil)
  }

  @Test func `outside of a repository a link stays in a folder, where one is given`() throws {
    try folder.makeFolder("p")
    try folder.link("p/x.yaml", to: "../out.yaml")
    let place = folder.path("p/x.yaml")
    #expect(ProjectRoot.refusal(ofFileAt: place, within: nil, in: workingDirectory) == nil)
    #expect(ProjectRoot.refusal(ofFileAt: place, within: folder.path("p"), in: workingDirectory) == .outsideProject)
    #expect(ProjectRoot.refusal(ofFileAt: place, within: folder.location, in: workingDirectory) == nil)
    #expect(ProjectRoot.refusal(ofNamed: place, in: workingDirectory) == nil)
  }
}
