import Testing

@testable import ManifestFiles

@Suite struct FilePathTests {
  @Test(
    arguments: [
      ("x/y", "x/y"), ("./x//y", "x/y"), ("x/", "x"), (".", "."), ("./", "."), ("", "."), ("./.", "."), ("/", "/"),
      ("//", "/"), ("//x", "/x"), ("/./x", "/x"), ("/x/.", "/x"), ("a/../b", "a/../b"), ("../x", "../x"), (".x", ".x"),
      ("...", "..."), ("x/.y/.", "x/.y"), ("a/./b", "a/b"), ("./-x", "-x"),
    ] as [(FilePath, FilePath)])
  func `normalising takes away what means nothing`(path: FilePath, normalized: FilePath) {
    #expect(path.normalized == normalized)
    #expect(normalized.normalized == normalized)
  }

  @Test(
    arguments: [
      ("a/../b", "b"), ("a/b/../../c", "c"), ("../x", "../x"), ("a/../../x", "../x"), ("/../x", "/x"), ("/a/..", "/"),
      ("a/..", "."), ("../../x/./y", "../../x/y"),
    ] as [(FilePath, FilePath)])
  func `collapsing takes each component before two dots away`(path: FilePath, collapsed: FilePath) {
    #expect(path.collapsed == collapsed)
  }

  @Test(
    arguments: [
      ("a/b", "a"), ("b", "."), (".", ".."), ("..", "../.."), ("../..", "../../.."), ("/a", "/"), ("/a/b", "/a"),
      ("/", "/"), ("a/", "."), ("../a", ".."), ("a/..", "a/../.."),
    ] as [(FilePath, FilePath)])
  func `the parent is the folder that it lies in`(path: FilePath, parent: FilePath) {
    #expect(path.parent == parent)
  }

  @Test func `name and extension are those of the last component`() {
    #expect(String(decoding: FilePath("a/b.yaml").name, as: UTF8.self) == "b.yaml")
    #expect(FilePath("a.b/c.d.json").fileExtension == "json")
    #expect(FilePath("a.b/c").fileExtension == nil)
    #expect(FilePath("a/.hidden").fileExtension == nil)
    #expect(FilePath("a/x.").fileExtension == "")
  }

  @Test(
    arguments: [
      ("a", "b", "a/b"), (".", "b", "b"), ("/", "b", "/b"), ("a/", "b", "a/b"), ("a", "/b", "/b"), ("", "b", "b"),
    ] as [(FilePath, FilePath, FilePath)])
  func `appending puts one slash in between`(folder: FilePath, path: FilePath, result: FilePath) {
    #expect(folder.appending(path) == result)
  }

  @Test(
    arguments: [
      ("/a/b", "/a", "b"), ("/a", "/a", "."), ("/a/c", "/a/b", "../c"), ("/x", "/a/b", "../../x"), ("/", "/a", ".."),
      ("/a", "/", "a"), ("/ab", "/a", "../ab"),
    ] as [(FilePath, FilePath, FilePath)])
  func `a relative path is the way between two places`(path: FilePath, folder: FilePath, result: FilePath) {
    #expect(path.relative(to: folder) == result)
  }

  @Test func `lying inside goes by whole components`() {
    #expect(FilePath("/a/b").isInside("/a"))
    #expect(FilePath("/a").isInside("/a"))
    #expect(FilePath("/a").isInside("/"))
    #expect(!FilePath("/ab").isInside("/a"))
  }

  @Test func `what is shown is relative where that is shorter`() {
    let folder = WorkingDirectory("/home/ada/app")
    #expect(folder.shown("/home/ada/app/x.yaml") == "x.yaml")
    #expect(folder.shown("/home/ada/x.yaml") == "../x.yaml")
    #expect(folder.shown("/x") == "/x")
    #expect(folder.shown("./a//x.yaml") == "a/x.yaml")
    #expect(folder.shown("/home/ada/app") == ".")
    #expect(folder.shown("/home/../x") == "/home/../x")
  }

  @Test func `bytes that are not UTF-8 are kept and shown as escapes`() {
    let path = FilePath(bytes: Array("a/".utf8) + [0xFF, 0xC3] + Array("é\u{1B}[31m\n\u{202E}".utf8))
    #expect(path.text == "a/\\xFF\\xC3é\u{1B}[31m\n\u{202E}")
    #expect(path.description == "a/\\xFF\\xC3é\\x1B[31m\\x0A\\xE2\\x80\\xAE")
    #expect(FilePath("Größe 日本.yaml").description == "Größe 日本.yaml")
  }

  @Test func `paths are sorted by their bytes`() {
    let paths: [FilePath] = ["b", "a/x", "a-b", "a", "é", "Z"]
    #expect(paths.sorted() == ["Z", "a", "a-b", "a/x", "b", "é"])
  }
}
