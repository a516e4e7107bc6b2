import ManifestTestSupport
import Testing

@testable import ManifestFiles

/// The index that the real git writes.
@Suite struct GitIndexTests {
  private static let names = [
    "a.yaml", "b c/\u{E9}.yaml", "b/a.yaml", "b/ab.yaml", "b/b.yaml", "b.yaml",
    Array(repeating: String(repeating: "long", count: 50), count: 10).joined(separator: "/") + ".yaml",
  ]

  /// A repository with these files, of which the last is only intended to be added: entries of version 3.
  private func repository(_ folder: TemporaryFolder, _ initialising: [String] = []) throws -> Git? {
    guard let git = try Git(repositoryIn: folder.location, initialising) else { return nil }
    for name in Self.names { try folder.write(name) }
    _ = try git.run(["add", "--"] + Self.names.dropLast())
    _ = try git.run(["add", "--intent-to-add", "--", Self.names[Self.names.count - 1]])
    return git
  }

  private func index(_ folder: TemporaryFolder) throws -> [UInt8] {
    try FileReader().read(folder.path(".git/index"))
  }

  @Test(arguments: [[], ["--object-format=sha256"]], ["2", "4"])
  func `holds what git says is tracked`(initialising: [String], version: String) throws {
    let folder = try TemporaryFolder()
    guard let git = try repository(folder, initialising) else { return }
    _ = try git.run(["update-index", "--index-version", version])
    let index = try #require(GitIndex(try index(folder)))
    for name in Self.names {
      #expect(index.contains(Array(name.utf8), isFolder: false), "\(name)")
      #expect(!index.contains(Array(name.utf8.dropLast()), isFolder: false), "\(name)")
    }
    #expect(index.contains(Array("b".utf8), isFolder: true))
    #expect(index.contains(Array("b c".utf8), isFolder: true))
    for name in ["", "a", "b/a", "c", "b ", "a.yaml/b"] { #expect(!index.contains(Array(name.utf8), isFolder: true)) }
  }

  @Test func `a broken one is refused, wherever it ends`() throws {
    let folder = try TemporaryFolder()
    guard let git = try repository(folder) else { return }
    for version in ["2", "4"] {
      _ = try git.run(["update-index", "--index-version", version])
      let bytes = try index(folder)
      for count in stride(from: 0, to: bytes.count - 1100, by: 7) { #expect(GitIndex(Array(bytes[..<count])) == nil) }
      for position in stride(from: 0, to: bytes.count, by: 5) {
        var broken = bytes
        broken[position] ^= 0xA5
        _ = GitIndex(broken)
      }
    }
  }

  @Test func `one of which a part is in another file is read with it`() throws {
    let folder = try TemporaryFolder()
    guard let git = try repository(folder) else { return }
    _ = try git.run(["update-index", "--split-index"])
    for name in ["a", "b", "c"] { try folder.write("\(name).pipedrive.yaml") }
    _ = try git.run(["add", "a.pipedrive.yaml"])
    _ = try git.run(["update-index", "--split-index"])
    _ = try git.run(["add", "b.pipedrive.yaml"])
    try folder.write("a.pipedrive.yaml", "changed")
    _ = try git.run(["add", "a.pipedrive.yaml"])
    try folder.write(".gitignore", "*.pipedrive.yaml")
    #expect(try #require(GitIndex(try index(folder))).sharedIndex != nil)
    let found = FileDiscovery(workingDirectory: WorkingDirectory(folder.location)).files(at: [])
    #expect(found.files.map(\.path) == ["a.pipedrive.yaml", "b.pipedrive.yaml"])
    #expect(found.errors.isEmpty)
  }

  @Test func `what cannot be read is said where something is ignored`() throws {
    let folder = try TemporaryFolder()
    guard try Git(repositoryIn: folder.location) != nil else { return }
    try folder.write(".git/index", "DIRC of tomorrow")
    try folder.write("a.pipedrive.yaml")
    let discovery = FileDiscovery(workingDirectory: WorkingDirectory(folder.location))
    #expect(discovery.files(at: []).errors.isEmpty)
    try folder.write(".gitignore", "a.pipedrive.yaml")
    #expect(discovery.files(at: []).errors.map(\.message) == ["cannot read '.git/index': its format is not known"])
  }
}
