import Foundation
import ManifestTestSupport
import Testing

@testable import ManifestFiles

/// Ignored files are ignored exactly as the real git ignores them.
@Suite struct GitComparisonTests {
  @Test func `patterns match what they match in git`() throws {
    let folder = try TemporaryFolder()
    guard let git = try Git(repositoryIn: folder.location) else { return }
    let files = [
      "a", "b/a", "b/b", "b/ab/a", "b/ab/b/a", "ab/a/b/ab", "ab/b", "aab", "-", "!a", "[a]", "a b", "a ", " a", "c/^",
      "c/]", "c/a*b", "c/\\a", "#a", "é", "c/é/a", "a.b", ".a", ".b/a", "aa/bb/aa", "1", "A",
    ]
    var paths: [String] = []
    for file in files {
      try folder.write(file)
      paths.append(file)
      var parent = FilePath(file).parent
      while parent != "." {
        if !paths.contains(parent.text) { paths.append(parent.text) }
        parent = parent.parent
      }
    }
    let folders = Set(paths).subtracting(files)
    var generator = SeededGenerator(seed: 1)
    for round in 0..<400 {
      let patterns = (0..<Int.random(in: 1...3, using: &generator)).map { _ in Self.pattern(&generator) }
      let content = patterns.joined(separator: Bool.random(using: &generator) ? "\n" : "\r\n")
      try folder.write(".gitignore", content)
      let expected = Set(try git.run(["check-ignore", "--no-index", "--stdin", "-z"], input: paths))
      let list = PathPatternList(gitIgnore: Array(content.utf8))
      let actual = Set(paths.filter { list.matches(FilePath($0), isFolder: folders.contains($0)) })
      #expect(actual == expected, "round \(round): patterns \(patterns)")
    }
  }

  /// A line made of the characters that mean something, and of a few that do not.
  private static func pattern(_ generator: inout SeededGenerator) -> String {
    let known = [
      "", "#a", "\\#a", "!a", "\\!a", "a ", "a\\ ", " a", "/", "//", "a//", "/a/", "**", "/**", "**/", "*/", "a/**",
      "**/a",
      "a/**/b", "b**/a", "b/**a", "*b/a", "[", "[a", "[!", "[]", "[^a]*", "[[:alpha:]]", "[[:alpha:]", "[[:alpha]]",
      "[a-", "[b-a]", "\\", "a\\", "é", "?", "??", "[é]", "*.b", ".*", "A", "[[:upper:]]", "b/", "/b/*", "!/b/ab",
      "\u{FEFF}a",
    ]
    if Int.random(in: 0..<4, using: &generator) == 0 { return known.randomElement(using: &generator)! }
    let pieces = [
      "a", "a", "b", "b", "ab", "c", "*", "*", "**", "?", "/", "/", "/", "[ab]", "[!a]", "[a-b]", "\\a", ".", "!",
    ]
    return (0..<Int.random(in: 1...6, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }.joined()
  }

  @Test func `a search takes what git does not ignore`() throws {
    var generator = SeededGenerator(seed: 2)
    for round in 0..<40 {
      let folder = try TemporaryFolder()
      guard let git = try Git(repositoryIn: folder.location) else { return }
      var folders = [""]
      for _ in 0..<8 {
        let name = ["a", "b", "build", "x y", ".hid", "pipedrive"].randomElement(using: &generator)!
        folders.append(folders.randomElement(using: &generator)! + name + "/")
      }
      for folderName in folders {
        for name in ["a", "b", "build", ""] where Bool.random(using: &generator) {
          try folder.write(folderName + name + ".pipedrive.yaml")
        }
        guard Int.random(in: 0..<3, using: &generator) == 0 else { continue }
        let lines = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          [
            "a", "b/", "!a", "!b/", "/a", "*.yaml", "!a.pipedrive.yaml", "a/**", "**/b", "build", "build/*", "!build/a",
            "!build/b.pipedrive.yaml", "x y", "x\\ y/  ", "a/b", "*", "!*/", "/*", "!/build", "?.pipedrive.yaml",
            ".hid",
            "[ab].pipedrive.*", "# a", "", "**/build/**/a", "pipedrive/a", "!pipedrive/a/",
          ].randomElement(using: &generator)!
        }
        let isExclude = Int.random(in: 0..<5, using: &generator) == 0
        try folder.write(isExclude ? ".git/info/exclude" : folderName + ".gitignore", lines.joined(separator: "\n"))
      }
      let listed = try git.run(["ls-files", "--others", "--exclude-standard", "-z"])
      let expected = listed.filter { $0.hasSuffix(".pipedrive.yaml") }.map { FilePath($0) }.sorted()
      let found = FileDiscovery(workingDirectory: WorkingDirectory(folder.location)).files(at: [])
      #expect(found.files.map(\.path) == expected, "round \(round)")
      #expect(found.errors.isEmpty)

      // From a folder further down the same files are found there, unless the folder itself is ignored.
      for name in Set(folders) where !name.isEmpty {
        let inside = expected.filter { $0.isInside(FilePath(name).normalized) }
        if inside.isEmpty { continue }
        let found = FileDiscovery(workingDirectory: WorkingDirectory(folder.location)).files(at: [FilePath(name)])
        #expect(found.files.map(\.path) == inside, "round \(round), folder \(name)")
      }

      // What is tracked is not ignored, whatever the patterns say.
      let all = try git.run(["ls-files", "--others", "-z"])
      let added = all.filter { $0.hasSuffix(".yaml") && Bool.random(using: &generator) }
      if added.isEmpty { continue }
      _ = try git.run(["add", "--force", "--"] + added)
      _ = try git.run(["update-index", "--index-version", round.isMultiple(of: 2) ? "2" : "4"])
      let taken = Set(listed + added).filter { $0.hasSuffix(".pipedrive.yaml") }.map { FilePath($0) }.sorted()
      let again = FileDiscovery(workingDirectory: WorkingDirectory(folder.location)).files(at: [])
      #expect(again.files.map(\.path) == taken, "round \(round), of which are tracked \(added)")
      #expect(again.errors.isEmpty)
    }
  }
}
