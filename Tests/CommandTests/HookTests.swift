import Foundation
import Testing

/// The plain git hook, in real repositories.
@Suite struct HookTests {
  private static let good = """
    manifest: 1
    app: { name: Car Services, type: private, callbackUrl: https://www.carservices.com/callback }
    oauth: { scopes: [base] }

    """
  private static let bad = "manifest: 1\napp: { name: \"\", type: private }\n"
  /// A manifest that refers to a document.
  private static let referring = """
    manifest: 1
    app: { name: Car Services, type: private, callbackUrl: https://www.carservices.com/callback }
    oauth: { scopes: [base] }
    extensions:
      jsonPanels:
        - name: Cars
          apiEndpoint: https://www.carservices.com/panel
          jwtSecret: ${SECRET}
          locations: [deal-details]
          dataStructure: panels/car.json
    listing: { icon: pictures/icon }

    """

  /// A repository with the hook in it, where there is git.
  private final class Repository {
    let folder: TemporaryFolder

    init?(installing: Bool = true) throws {
      folder = try TemporaryFolder()
      guard try git("init --quiet").status == 0 else {
        print("skipped: there is no git")
        return nil
      }
      if installing { #expect(try CommandRun("hook", "install", in: folder.url).status == 0) }
    }

    func git(_ line: String, in subfolder: String = "") throws -> CommandRun {
      try CommandRun(
        shell: "git -c user.name=n -c user.email=e@example.com \(line)",
        in: folder.url.appending(path: subfolder),
        environment: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"])
    }

    func commit(_ options: String = "") throws -> CommandRun {
      try git("commit --quiet -m x \(options)")
    }

    func stage(_ path: String, _ text: String) throws {
      try folder.write(path, text)
      #expect(try git("add -- '\(path)'").status == 0)
    }
  }

  @Test func `a bad manifest blocks the commit, a good one passes`() throws {
    guard let repository = try Repository() else { return }
    try repository.stage("pipedrive.app.yaml", Self.bad)
    let blocked = try repository.commit()
    #expect(blocked.status != 0)
    #expect((blocked.output + blocked.trouble).contains(" --> pipedrive.app.yaml:2:14  /app/name"))
    try repository.stage("pipedrive.app.yaml", Self.good)
    #expect(try repository.commit().status == 0)
    #expect(try repository.git("log --oneline").output.split(separator: "\n").count == 1)
  }

  @Test func `what is staged counts, and nothing else`() throws {
    guard let repository = try Repository() else { return }
    try repository.stage("pipedrive.app.yaml", Self.good)
    try repository.folder.write("pipedrive.app.yaml", Self.bad)
    try repository.folder.write("untracked.pipedrive.yaml", Self.bad)
    #expect(try repository.commit().status == 0)
    try repository.stage("pipedrive.app.yaml", Self.bad)
    try repository.folder.write("pipedrive.app.yaml", Self.good + "# more\n")
    #expect(try repository.commit().status != 0)
    #expect(try repository.commit("--all").status == 0, "'--all' commits the good one")
  }

  @Test func `what is staged counts although patterns say that it is ignored`() throws {
    guard let repository = try Repository() else { return }
    try repository.stage(".gitignore", "*.pipedrive.yaml\n/out/\n")
    for name in ["a.pipedrive.yaml", "out/a.pipedrive.yaml"] {
      try repository.folder.write(name, Self.bad)
      #expect(try repository.git("add --force -- \(name)").status == 0)
      #expect(try repository.commit().status != 0, "\(name)")
      #expect(try CommandRun("--list-files", in: repository.folder.url).output == name + "\n")
      #expect(try repository.git("rm --quiet --cached \(name)").status == 0)
      #expect(try CommandRun("--list-files", in: repository.folder.url).output.isEmpty)
    }
  }

  @Test func `a commit of some files is judged by what it holds`() throws {
    guard let repository = try Repository() else { return }
    try repository.stage("a.pipedrive.yaml", Self.good)
    #expect(try repository.commit().status == 0)
    try repository.folder.write("a.pipedrive.yaml", Self.good + "# more\n")
    try repository.stage("b.pipedrive.yaml", Self.bad)
    #expect(try repository.commit("a.pipedrive.yaml").status == 0)
    #expect(try repository.commit().status != 0)
  }

  @Test func `other files and manifests that stay do not block a commit`() throws {
    guard let repository = try Repository(installing: false) else { return }
    try repository.stage("old.pipedrive.yaml", Self.bad)
    #expect(try repository.commit().status == 0)
    #expect(try CommandRun("hook", "install", in: repository.folder.url).status == 0)
    try repository.stage("docker-compose.yaml", "services: [\n")
    try repository.stage("README.md", "x\n")
    let run = try repository.commit()
    #expect(run.status == 0)
    #expect((run.output + run.trouble).isEmpty)
    try repository.stage("new.pipedrive.yaml", Self.good)
    #expect(try repository.commit().status == 0)
    #expect(try repository.git("rm --quiet old.pipedrive.yaml new.pipedrive.yaml").status == 0)
    let removing = try repository.commit()
    #expect(removing.status == 0)
    #expect((removing.output + removing.trouble).isEmpty)
  }

  @Test func `a manifest is judged by its documents, and they by it`() throws {
    guard let repository = try Repository() else { return }
    try repository.stage("app/pipedrive.app.yaml", Self.referring)
    #expect(try repository.commit().status != 0, "the document is missing")
    try repository.folder.write("app/panels/car.json", "not staged\n")
    #expect(try repository.commit().status != 0, "the document is not staged")
    let panel = #"{"type": "object", "properties": {"header": {"$ref": "header"}, "id": {"type": "number"}}}"#
    try repository.stage("app/panels/car.json", panel)
    // A picture may have any name.
    try repository.stage("app/pictures/icon", "")
    let run = try repository.commit()
    #expect(!(run.output + run.trouble).contains("referenced-file"), "\(run.output)")
  }

  @Test func `works below the root, in a worktree, and where hooks lie elsewhere`() throws {
    guard let repository = try Repository() else { return }
    try repository.stage("app/pipedrive.app.yaml", Self.bad)
    #expect(try repository.git("commit --quiet -m x", in: "app").status != 0)
    try repository.stage("app/pipedrive.app.yaml", Self.good)
    #expect(try repository.git("commit --quiet -m x", in: "app").status == 0)

    #expect(try repository.git("worktree add --quiet tree").status == 0)
    let tree = repository.folder.url.appending(path: "tree")
    #expect(try CommandRun("hook", "install", in: tree).output.hasSuffix("is installed already\n"))
    try repository.folder.write("tree/app/pipedrive.app.yaml", Self.bad)
    #expect(try repository.git("commit --quiet --all -m x", in: "tree").status != 0)

    #expect(try repository.git("config core.hooksPath hooks").status == 0)
    let run = try CommandRun("hook", "install", in: repository.folder.url.appending(path: "app"))
    #expect(run.output == "wrote the hook '../hooks/pre-commit'\n")
    try repository.stage("app/pipedrive.app.yaml", Self.bad)
    #expect(try repository.commit().status != 0)
  }

  @Test func `a hook of somebody else stays, and is told what to add`() throws {
    guard let repository = try Repository(installing: false) else { return }
    let hook = ".git/hooks/pre-commit"
    try repository.folder.write(hook, "#!/bin/sh\nexit 0\n")
    for command in ["install", "uninstall"] {
      let run = try CommandRun("hook", command, in: repository.folder.url)
      #expect(run.status == 2)
      #expect(run.trouble.contains("manifestlint hook run || exit 1") == (command == "install"))
    }
    let text = try String(contentsOf: repository.folder.url.appending(path: hook), encoding: .utf8)
    #expect(text == "#!/bin/sh\nexit 0\n")
  }

  @Test func `is removed as it was installed`() throws {
    guard let repository = try Repository() else { return }
    #expect(try CommandRun("hook", "uninstall", in: repository.folder.url).status == 0)
    try repository.stage("pipedrive.app.yaml", Self.bad)
    #expect(try repository.commit().status == 0)
  }

  @Test func `hostile names are names`() throws {
    guard let repository = try Repository() else { return }
    try repository.stage("-rf $(touch owned) `x`\n;.pipedrive.yaml", Self.bad)
    #expect(try repository.commit().status != 0)
    #expect(!FileManager.default.fileExists(atPath: repository.folder.url.appending(path: "owned").path))
  }

  @Test(arguments: [
    (["a.yaml"], "takes no paths"), (["--fix"], "changes nothing"), (["--report", "json=a.json"], "absolute path"),
    (["--nonsense"], "Unknown option"),
  ])
  func `options that make no sense are refused`(options: [String], words: String) throws {
    guard let repository = try Repository(installing: false) else { return }
    let run = try CommandRun(["hook", "run"] + options, in: repository.folder.url)
    #expect(run.status == 2)
    #expect(run.trouble.contains(words), "\(run.trouble)")
  }

  @Test func `outside of a repository it says so`() throws {
    let folder = try TemporaryFolder()
    for command in ["install", "run", "uninstall"] {
      let run = try CommandRun("hook", command, in: folder.url, environment: ["GIT_CEILING_DIRECTORIES": "/"])
      #expect(run.status == 2)
      #expect(run.trouble.hasPrefix("manifestlint: 'git' says: fatal: not a git repository"), "\(run.trouble)")
    }
  }
}
