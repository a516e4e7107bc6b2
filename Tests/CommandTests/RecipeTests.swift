import Foundation
import JSONSchema
import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

/// What this repository hands to hooks and build servers.
@Suite struct RecipeTests {
  private func root(of path: String) throws -> Node {
    let data = try Data(contentsOf: CommandRun.root.appending(path: path))
    let parsed = YAMLParser.parse(SourceText(path: path, bytes: Array(data)))
    #expect(parsed.errors.isEmpty, "\(path)")
    return try #require(parsed.documents.first).root
  }

  @Test(arguments: [
    ("action.yml", "github-action"), ("Samples/ci/github-workflow.yaml", "github-workflow"),
  ])
  func `is valid by the schema that editors use`(path: String, schema: String) throws {
    guard let suite = ConformanceSuite("schemastore") else { return }
    let name = "schemas/\(schema).json"
    let parsed = JSONParser.parse(SourceText(path: name, bytes: suite.bytes(name)))
    let compiled = try Schema(compiling: try #require(parsed.documents.first).root)
    #expect(try compiled.violations(of: root(of: path)).map(\.message) == [])
  }

  @Test func `the hooks find their files themselves, and say nothing where there are none`() throws {
    let hooks = try root(of: ".pre-commit-hooks.yaml").items
    #expect(hooks.map { $0["id"]?.string } == ["manifestlint", "manifestlint-system"])
    #expect(hooks.map { $0["language"]?.string } == ["swift", "system"])
    for hook in hooks {
      #expect(hook["pass_filenames"]?.boolean == false)
      #expect(hook["require_serial"]?.boolean == true)
      let entry = try #require(hook["entry"]?.string)
      #expect(entry.hasPrefix("manifestlint "))
      let folder = try TemporaryFolder()
      try folder.write("compose.yaml", "services: [\n")
      let run = try CommandRun(shell: "\"$0\" \(entry.dropFirst("manifestlint ".count))", in: folder.url)
      #expect(run.status == 0)
      #expect(run.output.isEmpty)
    }
  }

  @Test func `no step of the action puts an input into its script`() throws {
    for step in try #require(root(of: "action.yml")["runs"]?["steps"]).items {
      // Whoever opens a pull request may choose what an input holds.
      if let script = step["run"]?.string { #expect(!script.contains("${{")) }
    }
  }

  @Test func `the recipe for other build servers keeps the exit code`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "manifestlint"), withDestinationURL: CommandRun.binary)
    let script = CommandRun.root.appending(path: "Samples/ci/check-manifests.sh").path
    func run() throws -> Int32 {
      try CommandRun(shell: "PATH=\"$PWD:$PATH\" '\(script)'", in: folder.url).status
    }
    #expect(try run() == 2, "there is no manifest")
    try folder.write("pipedrive.app.yaml", "manifest: 1\n")
    #expect(try run() == 1)
    for report in ["junit.xml", "checkstyle.xml", "rdjson.json"] {
      #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: "manifestlint-\(report)").path))
    }
  }
}
