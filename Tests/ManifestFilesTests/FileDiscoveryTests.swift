import Foundation
import ManifestFiles
import Testing

@Suite struct FileDiscoveryTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func find(
    _ paths: FilePath..., configuration: FileDiscovery.Configuration = .none, in name: String = ".",
    respectsIgnoreFiles: Bool = true, forcesExclude: Bool = false
  ) -> FoundFiles {
    let workingDirectory = WorkingDirectory(folder.path(name))
    let discovery = FileDiscovery(
      workingDirectory: workingDirectory, configuration: configuration, respectsIgnoreFiles: respectsIgnoreFiles,
      forcesExclude: forcesExclude)
    return discovery.files(at: paths)
  }

  private func write(_ names: String...) throws {
    for name in names { try folder.write(name) }
  }

  @Test func `takes the names of app manifests wherever they lie`() throws {
    try write(
      "pipedrive.app.yaml", "pipedrive.app.yml", "pipedrive.app.json", "x.pipedrive.yaml", "a/b/y.pipedrive.json",
      ".hidden/z.pipedrive.yml", ".pipedrive.yaml", "package.json", "a.yaml", "pipedrive.yaml", "xpipedrive.app.yaml",
      "x.pipedrive.yaml.bak", "x.pipedrive.toml", "X.PIPEDRIVE.YAML")
    let found = find()
    #expect(
      found.files.map(\.path) == [
        ".hidden/z.pipedrive.yml", ".pipedrive.yaml", "a/b/y.pipedrive.json", "pipedrive.app.json",
        "pipedrive.app.yaml",
        "pipedrive.app.yml", "x.pipedrive.yaml",
      ])
    #expect(found.files.allSatisfy { $0.origin == .name && $0.configuration == nil })
    #expect(found.files.map(\.location) == found.files.map { folder.location.appending($0.path) })
  }

  @Test func `files in a folder named pipedrive are candidates`() throws {
    try write(
      "pipedrive/app.yaml", "pipedrive/x.pipedrive.yaml", "pipedrive/deep/a.yaml", "a/pipedrive/b.json",
      "pipedrive/readme.md", "pipedrive/.manifestlint.yaml", "pipedrives/a.yaml")
    let found = find()
    #expect(found.files.map(\.path) == ["a/pipedrive/b.json", "pipedrive/app.yaml", "pipedrive/x.pipedrive.yaml"])
    #expect(found.files.map(\.origin) == [.candidate, .candidate, .name])
    #expect(find(in: "pipedrive").files.map(\.origin) == [.candidate, .name])
    #expect(DiscoveryName("pipedrive/app.yaml") == .candidate)
    #expect(DiscoveryName("/x/pipedrive.app.yml") == .manifest)
    #expect(DiscoveryName("app.yaml") == nil)
  }

  @Test func `passes over what is never written by hand`() throws {
    let name = "a.pipedrive.yaml"
    for folderName in [".git", ".hg", ".svn", ".jj", "node_modules", ".build", ".build_x", "x/node_modules/y"] {
      try folder.write("\(folderName)/\(name)")
    }
    try write("vendor/\(name)", ".github/\(name)", "build/\(name)")
    #expect(
      find().files.map(\.path) == [".github/a.pipedrive.yaml", "build/a.pipedrive.yaml", "vendor/a.pipedrive.yaml"])
    #expect(find("node_modules").files.count == 1)
  }

  @Test func `files come sorted by the bytes of their paths`() throws {
    try write(
      "a/x.pipedrive.yaml", "a-b/x.pipedrive.yaml", "a.pipedrive.yaml", "Z.pipedrive.yaml", "é.pipedrive.yaml",
      "a/y/x.pipedrive.yaml", "a0.pipedrive.yaml", "a/x.pipedrive.json")
    let paths = find().files.map(\.path)
    #expect(paths == paths.sorted())
    #expect(paths.count == 8)
    #expect(find("a", "é.pipedrive.yaml", "Z.pipedrive.yaml", "a-b").files.map(\.path).first == "Z.pipedrive.yaml")
  }

  @Test func `a file that is named is taken whatever its name`() throws {
    try write("notes.txt", "node_modules/x", "ignored.yaml")
    try folder.write(".gitignore", "ignored.yaml")
    let found = find("notes.txt", "node_modules/x", "ignored.yaml")
    #expect(found.files.map(\.path) == ["ignored.yaml", "node_modules/x", "notes.txt"])
    #expect(found.files.allSatisfy { $0.origin == .named })
  }

  @Test func `each file comes once however it is named`() throws {
    try write("a.pipedrive.yaml", "b/c.pipedrive.yaml")
    try folder.link("link", to: "b")
    let found = find(
      ".", "a.pipedrive.yaml", "./a.pipedrive.yaml", "b/../a.pipedrive.yaml", "b", "b//c.pipedrive.yaml",
      "link/c.pipedrive.yaml", folder.path("a.pipedrive.yaml"))
    #expect(found.files.map(\.path) == ["a.pipedrive.yaml", "b/c.pipedrive.yaml"])
    #expect(found.files.map(\.origin) == [.named, .named])
  }

  @Test func `what is named and missing is an error and the rest goes on`() throws {
    try write("a.pipedrive.yaml")
    try folder.link("broken", to: "nothing")
    let found = find("*.yaml", "a.pipedrive.yaml", "none", "broken", "/dev/null", "none")
    #expect(found.files.map(\.path) == ["a.pipedrive.yaml"])
    #expect(
      found.errors.map(\.message) == [
        "'*.yaml' does not exist", "'/dev/null' is a device, not a regular file",
        "'broken' is a link to something that does not exist", "'none' does not exist",
      ])
  }

  @Test func `a link to nothing with the name of a manifest is an error`() throws {
    try write("a.pipedrive.yaml")
    try folder.link("b.pipedrive.yaml", to: "nothing")
    try folder.link("c.pipedrive.yaml", to: "c.pipedrive.yaml")
    try folder.link("d.yaml", to: "nothing")
    try folder.makeFolder("pipedrive")
    try folder.link("pipedrive/e.yaml", to: "nothing")
    let found = find()
    #expect(found.files.map(\.path) == ["a.pipedrive.yaml"])
    #expect(found.errors.map(\.path) == ["b.pipedrive.yaml", "c.pipedrive.yaml"])
    #expect(found.errors.first?.reason == .brokenLink)
  }

  @Test func `links to files are followed and links to folders are not`() throws {
    try write("real/a.pipedrive.yaml", "beside.yaml", ".git/HEAD")
    try folder.link("real/loop", to: "..")
    try folder.link("real/b.pipedrive.yaml", to: "../beside.yaml")
    try folder.link("real/c.pipedrive.yaml", to: "..")
    try folder.link("real/.#d.pipedrive.yaml", to: "ada@host.1234")
    try folder.link("other", to: "real")
    try #require(mkfifo(folder.path("real/e.pipedrive.yaml").text, 0o600) == 0)
    #expect(find().files.map(\.path) == ["real/a.pipedrive.yaml", "real/b.pipedrive.yaml"])
    #expect(find().errors.isEmpty)
    #expect(find("other").files.map(\.path) == ["other/a.pipedrive.yaml", "other/b.pipedrive.yaml"])
  }

  @Test func `a folder with the name of a manifest is searched`() throws {
    try write("x.pipedrive.yaml/y.pipedrive.yaml")
    #expect(find().files.map(\.path) == ["x.pipedrive.yaml/y.pipedrive.yaml"])
  }

  @Test func `ignore files count outside of a repository too`() throws {
    try write("a.pipedrive.yaml", "b.pipedrive.yaml", "c/a.pipedrive.yaml", "c/d/b.pipedrive.yaml")
    try folder.write(".gitignore", "a.pipedrive.yaml")
    try folder.write("c/.gitignore", "!a.pipedrive.yaml\nd/")
    #expect(find().files.map(\.path) == ["b.pipedrive.yaml", "c/a.pipedrive.yaml"])
    #expect(find(respectsIgnoreFiles: false).files.count == 4)
    // Without a repository nothing says that the folders above belong to it.
    #expect(find(in: "c/d").files.map(\.path) == ["b.pipedrive.yaml"])
  }

  @Test func `patterns from above the folder count up to the root of the repository`() throws {
    try folder.makeFolder("r/.git/info")
    try write("r/x/y/a.pipedrive.yaml", "r/x/y/b.pipedrive.yaml", "r/x/y/c.pipedrive.yaml", "r/x/y/d.pipedrive.yaml")
    try folder.write(".gitignore", "*")
    try folder.write("r/.gitignore", "x/y/a.*")
    try folder.write("r/x/.gitignore", "/y/b.*")
    try folder.write("r/.git/info/exclude", "c.pipedrive.yaml")
    #expect(find(in: "r/x/y").files.map(\.path) == ["d.pipedrive.yaml"])
    #expect(find("r/x").files.map(\.path) == ["r/x/y/d.pipedrive.yaml"])
  }

  @Test func `a repository inside another one has its own patterns`() throws {
    try folder.makeFolder(".git")
    try folder.makeFolder("inner/.git/info")
    try folder.write(".gitignore", "*.yaml")
    try folder.write("inner/.git/info/exclude", "b.*")
    try write("a.pipedrive.yaml", "inner/a.pipedrive.yaml", "inner/b.pipedrive.yaml", "z.pipedrive.json")
    #expect(find().files.map(\.path) == ["inner/a.pipedrive.yaml", "z.pipedrive.json"])
  }

  @Test func `a worktree finds the patterns of its repository`() throws {
    try folder.write("main/.git/info/exclude", "a.*")
    try folder.write("main/.git/worktrees/w/commondir", "../..\n")
    try folder.write("tree/.git", "gitdir: ../main/.git/worktrees/w\n")
    try write("tree/a.pipedrive.yaml", "tree/b.pipedrive.yaml")
    #expect(find("tree").files.map(\.path) == ["tree/b.pipedrive.yaml"])
  }

  @Test func `naming a folder lifts the rules that hide it`() throws {
    try folder.makeFolder(".git")
    try folder.write(".gitignore", "out/\n*.json")
    try folder.write("out/.gitignore", "b.*")
    try write("out/a.pipedrive.yaml", "out/b.pipedrive.yaml", "gone/a.pipedrive.yaml", "gone/b.pipedrive.yaml")
    #expect(find("out").files.map(\.path) == ["out/a.pipedrive.yaml"])
    let rules = SearchRules(exclude: try PathPatternList(["gone/**"]))
    let configuration = FileDiscovery.Configuration.fixed(rules, folder: ".")
    #expect(find(configuration: configuration).files.isEmpty)
    #expect(find("gone", configuration: configuration).files.count == 2)
    let forced = find("gone", "gone/a.pipedrive.yaml", configuration: configuration, forcesExclude: true)
    #expect(forced.files.isEmpty)
    #expect(forced.excluded == ["gone", "gone/a.pipedrive.yaml"])
  }

  @Test func `what is excluded is taken when it is named unless that is forced`() throws {
    try write("old/a.pipedrive.yaml", "b.pipedrive.yaml")
    let rules = SearchRules(exclude: try PathPatternList(["old"]))
    let configuration = FileDiscovery.Configuration.fixed(rules, folder: ".")
    #expect(find(configuration: configuration).files.map(\.path) == ["b.pipedrive.yaml"])
    #expect(find("old/a.pipedrive.yaml", configuration: configuration).files.count == 1)
    let forced = find("old/a.pipedrive.yaml", configuration: configuration, forcesExclude: true)
    #expect(forced.files.isEmpty)
    #expect(forced.excluded == ["old/a.pipedrive.yaml"])
  }

  @Test func `the configuration can list files that a search takes`() throws {
    try write(
      "panels/a.json", "panels/b.txt", "x/panels/a.json", "panels/c.pipedrive.json", "node_modules/panels/a.json")
    let rules = SearchRules(include: try PathPatternList(["panels/*.json"]))
    let found = find(configuration: .fixed(rules, folder: "."))
    #expect(found.files.map(\.path) == ["panels/a.json", "panels/c.pipedrive.json"])
    #expect(found.files.map(\.origin) == [.included, .name])
  }

  @Test func `the nearest configuration counts and is read once`() throws {
    try write(
      ".manifestlint.yaml", "a/.manifestlint.yml", "a/.manifestlint.json", "a.pipedrive.yaml", "b.pipedrive.yaml",
      "a/a.pipedrive.yaml", "a/b.pipedrive.yaml", "a/c/b.pipedrive.yaml", "d/e/a.pipedrive.yaml", "d/b.pipedrive.yaml")
    var read: [FilePath] = []
    let location = folder.location
    let configuration = FileDiscovery.Configuration.nearest { file in
      read.append(file.relative(to: location))
      let pattern = file.parent == location ? "/b.*" : "/a.*"
      return (try? PathPatternList([pattern])).map { SearchRules(exclude: $0) }
    }
    let found = find(".", "d/e/a.pipedrive.yaml", configuration: configuration)
    #expect(
      found.files.map(\.path) == [
        "a.pipedrive.yaml", "a/b.pipedrive.yaml", "a/c/b.pipedrive.yaml", "d/b.pipedrive.yaml", "d/e/a.pipedrive.yaml",
      ])
    #expect(read.sorted() == [".manifestlint.yaml", "a/.manifestlint.yml"])
    #expect(
      found.files.map { $0.configuration?.relative(to: location) } == [
        ".manifestlint.yaml", "a/.manifestlint.yml", "a/.manifestlint.yml", ".manifestlint.yaml", ".manifestlint.yaml",
      ])
    // From further down the same configuration is in force.
    let inside = find(configuration: configuration, in: "a/c")
    #expect(inside.files.map { $0.configuration?.relative(to: location) } == ["a/.manifestlint.yml"])
  }

  @Test func `a configuration that cannot be read excludes nothing`() throws {
    try write(".manifestlint.yaml", "a.pipedrive.yaml")
    #expect(find(configuration: .nearest { _ in nil }).files.count == 1)
  }

  @Test func `a very deep folder is an error of its own and the rest goes on`() throws {
    // One after the other, as the whole path is longer than the system takes at once.
    let start = open(folder.location.text, O_RDONLY)
    var current = dup(start)
    let name = String(repeating: "d", count: 200)
    for _ in 0..<30 {
      try #require(mkdirat(current, name, 0o700) == 0)
      let next = openat(current, name, O_RDONLY)
      close(current)
      current = next
    }
    close(current)
    close(start)
    try write("a.pipedrive.yaml", "z.pipedrive.yaml")
    let found = find()
    #expect(found.files.map(\.path) == ["a.pipedrive.yaml", "z.pipedrive.yaml"])
    #expect(found.errors.count == 1)
    #expect(found.errors.first?.operation == .search)
    #expect(found.errors.first?.message.hasSuffix("file name too long") == true)
  }

  @Test func `names that are not UTF-8 are found and can be read`() throws {
    #if os(Linux)
      let name = [0xFF] + Array(".pipedrive.yaml".utf8)
      try AtomicFileWriter.createNew(FilePath(bytes: folder.location.bytes + [0x2F] + name), [])
      let found = find()
      #expect(found.files.map(\.path) == [FilePath(bytes: name)])
      #expect(found.files.first.map { (try? FileReader().read($0.location)) != nil } == true)
    #endif
  }

  @Test func `the root of a project is where git or a configuration is`() throws {
    try folder.makeFolder("r/.git")
    try write("r/x/y/a.yaml", "r/c/.manifestlint.json", "r/c/d/a.yaml")
    let workingDirectory = WorkingDirectory(folder.location)
    #expect(ProjectRoot.location(of: folder.path("r/x/y/a.yaml"), in: workingDirectory) == folder.path("r"))
    #expect(ProjectRoot.location(of: folder.path("r/c/d/a.yaml"), in: workingDirectory) == folder.path("r/c"))
  }

  @Test func `nothing is found in an empty folder`() throws {
    var nothing = FoundFiles()
    nothing.folders = [folder.location]
    #expect(find() == nothing)
  }

  @Test func `the working directory of the process is searched by relative paths`() throws {
    let workingDirectory = try WorkingDirectory.ofProcess()
    #expect(workingDirectory.location.isAbsolute)
    #expect(workingDirectory.opened(workingDirectory.location.appending("x/y")) == "x/y")
    #expect(workingDirectory.opened("/etc") == "/etc")
  }
}
