import Foundation
import ManifestConfiguration
import ManifestFiles
import ManifestLint
import ManifestRules
import ManifestTestSupport
import Synchronization
import Testing

/// Which configuration is in force for which file.
@Suite final class ConfigurationsTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "manifestlint-\(UUID().uuidString)")
  private let log = Log()
  private var reads: [String] { log.names.withLock { $0 } }

  /// The files that were read.
  private final class Log: Sendable {
    let names = Mutex<[String]>([])
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func write(_ path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data().write(to: file)
  }

  /// Configurations with these texts, by the end of their locations.
  private func configurations(
    _ texts: [String: String], _ choice: Configurations.Choice = .nearest, _ settings: CommandLineSettings = .init()
  ) -> Configurations {
    let workingDirectory = WorkingDirectory(FilePath(folder.path))
    return Configurations(choice, workingDirectory, settings, rules: BuiltInRules.all) {
      TestSchemas.all[.configuration]!
    } read: { [log] location, name throws(FileError) in
      log.names.withLock { $0.append(name.text) }
      guard let text = texts[name.text] else { throw FileError(path: name, operation: .read, reason: .notReadable) }
      return SourceText(path: name.text, text: text)
    }
  }

  private func location(_ path: String) -> FilePath { FilePath(folder.path).appending(FilePath(path)) }

  @Test func `each configuration is read once, and files with the same overrides share their rules`() throws {
    try write(".manifestlint.yaml")
    try write("sub/.manifestlint.yml")
    let configurations = configurations([
      ".manifestlint.yaml": "overrides: [{ files: [a/**], profile: strict }, { files: ['*1.yaml'], stage: live }]\n",
      "sub/.manifestlint.yml": "profile: minimal\n",
    ])
    var shared: Set<ObjectIdentifier> = []
    for index in 0..<10_000 {
      let folder = ["", "a/", "b/", "sub/", "sub/deep/"][index % 5]
      shared.insert(ObjectIdentifier(configurations.settings(for: location("\(folder)\(index).yaml")).rules))
    }
    #expect(reads.sorted() == [".manifestlint.yaml", "sub/.manifestlint.yml"])
    // With the first override, with both, with none; and the other configuration.
    #expect(shared.count == 4)
    #expect(configurations.settings(for: location("a/1.yaml")).rules.profile.value == .strict)
    #expect(configurations.settings(for: location("a/1.yaml")).rules.stage?.value == .live)
    #expect(configurations.settings(for: location("sub/deep/x.yaml")).rules.profile.value == .minimal)
  }

  @Test func `one that cannot be read leaves the defaults in force, and is a mistake`() throws {
    try write(".manifestlint.yaml")
    let configurations = configurations([:], .nearest)
    let settings = configurations.settings(for: location("a.yaml"))
    #expect(settings.configuration == nil)
    #expect(settings.hasMistakes)
    #expect(settings.rules.profile.value == .recommended)
    #expect(configurations.errors.map(\.message) == ["no permission to read '.manifestlint.yaml'"])
  }

  @Test func `none is looked for where none is wanted, and one that is named is read at once`() throws {
    try write(".manifestlint.yaml")
    let without = configurations([".manifestlint.yaml": ""], .none)
    #expect(without.settings(for: location("a.yaml")).configuration == nil)
    #expect(!without.settings(for: location("a.yaml")).hasMistakes)
    #expect(reads == [])
    let named = configurations(["ci.yaml": "profile: strict\n"], .file("ci.yaml"))
    #expect(reads == ["ci.yaml"])
    #expect(named.settings(for: FilePath("/elsewhere/a.yaml")).rules.profile.value == .strict)
  }

  @Test func `a text that is being written takes the place of its file`() throws {
    try write(".manifestlint.yaml")
    let configurations = configurations([".manifestlint.yaml": "profile: strict\n"])
    _ = configurations.reading(
      SourceText(path: ".manifestlint.yaml", text: "profile: minimal\n"), at: location(".manifestlint.yaml"))
    #expect(configurations.settings(for: location("a.yaml")).rules.profile.value == .minimal)
    #expect(reads == [])
  }

  @Test func `options of later settings replace those of earlier ones, one by one`() throws {
    let configurations = configurations(
      [
        "c.yaml": """
        rules: { sentence-case: { severity: error, properNouns: [A] }, unknown-scope: { known: [a] } }
        overrides:
          - { files: [x], rules: { sentence-case: info, unknown-scope: { severity: info } } }
          - { files: [x], rules: { sentence-case: { properNouns: [B] } } }
        """
      ], .file("c.yaml"))
    let rules = configurations.settings(for: location("x")).rules
    #expect(rules.levels["sentence-case"]?.value == .at(.info))
    #expect(rules.options["sentence-case"]?.compactMap { $0["properNouns"]?[0]?.string } == ["A", "B"])
    #expect(rules.levels["unknown-scope"]?.value == .at(.info))
    #expect(rules.options["unknown-scope"]?.count == 1)
  }
}
