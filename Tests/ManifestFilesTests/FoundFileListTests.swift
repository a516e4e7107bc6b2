import ManifestTestSupport
import Testing

@testable import ManifestFiles

@Suite struct FoundFileListTests {
  private func file(
    _ path: FilePath, at location: FilePath? = nil, _ origin: FoundFile.Origin = .name, _ configuration: FilePath? = nil
  ) -> FoundFile {
    FoundFile(
      path: path, location: location ?? FilePath("/project").appending(path), origin: origin,
      configuration: configuration)
  }

  private func list(_ files: [FoundFile]) -> FoundFileList {
    var list = FoundFileList()
    for file in files { list.append(file) }
    return list
  }

  @Test func `what was put in comes out`() {
    let files = [
      file("a.yaml"), file("a/b.yaml", .candidate), file("a/c.yaml", .included, "/project/a/.manifestlint.yaml"),
      file("d.yaml", at: "/elsewhere/d.yaml"), file("e.yaml", at: "/project/other name.yaml", .named),
      file("/", at: "/"), file(FilePath(bytes: [0x61, 0x2F, 0xFF]), .referenced), file("a.yaml", at: "/a.yaml"),
      file("a", at: "/a"),
    ]
    #expect(Array(list(files)) == files)
    #expect(list(files) == list(files))
    #expect(list(files) != list(files.reversed()))
    #expect(Set([list(files), list(files), FoundFileList()]).count == 2)
  }

  @Test func `files are put in the order of the bytes of their whole paths`() {
    let paths = ["b", "a/x", "a-b", "a/b/c", "a.yaml", "a/b.yaml", "ä", "a/x.y", "ab", "z/a", "a"]
    var found = list(paths.map { file(FilePath($0)) })
    found.sort()
    #expect(found.map(\.path) == paths.map { FilePath($0) }.sorted())
  }

  @Test func `a file that was found twice goes by its first name, and is named if it was named once`() {
    var found = list([
      file("y", at: "/p/y"), file("x", at: "/p/x"), file("../p/y", at: "/p/y", .named), file("/p/x", at: "/p/x"),
      file("z", at: "/p/z"), file("../p/y", at: "/p/y", .named),
    ])
    found.removeRepeats()
    #expect(found.map(\.path) == ["y", "x", "z"])
    #expect(found.map(\.origin) == [.named, .name, .name])
  }

  @Test func `a hundred thousand files are put in order soon`() {
    var generator = SeededGenerator(seed: 7)
    var numbers = Array(0..<100_000)
    numbers.shuffle(using: &generator)
    var found = list(numbers.map { file(FilePath("folder\($0 % 10)/\($0).yaml")) })
    found.removeRepeats()
    found.sort()
    #expect(found.count == 100_000)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.path < $1.path })
  }
}
