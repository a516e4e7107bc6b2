import Foundation
import Testing

/// What README says is so.
@Suite struct ReadmeTests {
  private static let path = CommandRun.root.appending(path: "README.md")

  /// With `UPDATE_EXPECTED=1` in the environment the table is written anew.
  @Test func `the table of rules is the one that the command prints`() throws {
    var readme = try String(contentsOf: Self.path, encoding: .utf8)
    let start = try #require(readme.range(of: "keeps them equal -->\n")).upperBound
    let end = try #require(readme.range(of: "<!-- /rules -->")).lowerBound
    let table = "\n" + (try CommandRun("rules", "--format", "markdown")).output + "\n"
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      readme.replaceSubrange(start..<end, with: table)
      try Data(readme.utf8).write(to: Self.path)
    } else {
      #expect(readme[start..<end] == table)
    }
  }

  @Test func `the manifest that it shows has no finding`() throws {
    let readme = try String(contentsOf: Self.path, encoding: .utf8)
    let block = try #require(readme.range(of: "```yaml\nmanifest: 1\n"))
    let end = try #require(readme.range(of: "\n```\n", range: block.upperBound..<readme.endIndex))
    let manifest = "manifest: 1\n" + readme[block.upperBound..<end.lowerBound] + "\n"
    #expect(try CommandRun("-", "--level", "info", input: Data(manifest.utf8)).output == "no problems in 1 file\n")
  }

  @Test func `the configuration that it shows has no mistake, and does what it says`() throws {
    let readme = try String(contentsOf: Self.path, encoding: .utf8)
    let start = try #require(readme.range(of: "main/Schemas/config.schema.json\n")).upperBound
    let end = try #require(readme.range(of: "```\n", range: start..<readme.endIndex)).lowerBound
    let folder = try TemporaryFolder()
    try folder.write(".manifestlint.yaml", String(readme[start..<end]))
    #expect(try CommandRun(".manifestlint.yaml", in: folder.url).output == "no problems in 1 file\n")
    let config = try CommandRun("config", "staging/a.pipedrive.yaml", in: folder.url)
    #expect(config.status == 0)
    for line in ["profile        recommended", "stage          draft", "DocuSign, Car Services  .manifestlint.yaml:6"] {
      #expect(config.output.contains(line), "\(config.output)")
    }
  }

  @Test func `its commands work`() throws {
    let readme = try String(contentsOf: Self.path, encoding: .utf8)
    let commands = readme.split(separator: "\n").filter { $0.hasPrefix("manifestlint ") && !$0.contains("`") }
    #expect(commands.count >= 5)
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "Samples"), withDestinationURL: CommandRun.root.appending(path: "Samples"))
    for command in commands {
      let line = command.dropFirst("manifestlint ".count).split(separator: " #")[0]
      let run = try CommandRun(shell: "\"$0\" \(line)", in: folder.url)
      #expect(run.status == (line.contains("Samples") ? 1 : 0), "manifestlint \(line): \(run.trouble)")
    }
  }

  @Test func `the files that it links to exist`() throws {
    for page in ["README.md", "CONTRIBUTING.md", "Samples/README.md", "Schemas/README.md"] {
      let url = CommandRun.root.appending(path: page)
      let text = try String(contentsOf: url, encoding: .utf8)
      for match in text.matches(of: /\]\((?!http)([^)#]+)/) {
        let target = url.deletingLastPathComponent().appending(path: String(match.1))
        #expect(FileManager.default.fileExists(atPath: target.path), "\(page) links to \(match.1)")
      }
    }
  }
}
