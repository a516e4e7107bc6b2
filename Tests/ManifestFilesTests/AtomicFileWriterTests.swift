import Foundation
import ManifestFiles
import Testing

@Suite struct AtomicFileWriterTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func write(_ text: String, _ name: String) throws(FileError) {
    try AtomicFileWriter.write(Array(text.utf8), to: folder.path(name))
  }

  private func reason(_ body: () throws(FileError) -> Void) -> FileError.Reason? {
    do throws(FileError) {
      try body()
      return nil
    } catch {
      #expect(error.operation == .write)
      return error.reason
    }
  }

  private func permissions(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: folder.path(name).text)[.posixPermissions] as? Int
  }

  @Test func `creates and replaces a file and leaves nothing else behind`() throws {
    try write("one", "a.yaml")
    try write("two", "a.yaml")
    #expect(try folder.text("a.yaml") == "two")
    #expect(try folder.names == ["a.yaml"])
  }

  @Test(arguments: [0o644, 0o600, 0o755, 0o640])
  func `keeps the permissions`(mode: Int) throws {
    try folder.write("a.yaml", "one")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path("a.yaml").text)
    try write("two", "a.yaml")
    #expect(try permissions("a.yaml") == mode)
  }

  @Test func `replaces what a chain of links leads to and keeps the links`() throws {
    try folder.write("deep/a.yaml", "one")
    try folder.link("deep/b.yaml", to: "a.yaml")
    try folder.link("c.yaml", to: "deep/b.yaml")
    try write("two", "c.yaml")
    #expect(try folder.text("deep/a.yaml") == "two")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("c.yaml").text) == "deep/b.yaml")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("deep/b.yaml").text) == "a.yaml")
  }

  @Test func `creates what a link to nothing leads to`() throws {
    try folder.link("a.yaml", to: "b.yaml")
    try write("one", "a.yaml")
    #expect(try folder.text("b.yaml") == "one")
    #expect(try folder.names == ["a.yaml", "b.yaml"])
  }

  @Test func `says why it cannot write and leaves nothing behind`() throws {
    try folder.makeFolder("folder")
    try folder.link("loop", to: "loop")
    #expect(reason { () throws(FileError) in try write("x", "folder") } == .isFolder)
    #expect(reason { () throws(FileError) in try write("x", "none/a.yaml") } == .notFound)
    #expect(reason { () throws(FileError) in try write("x", "loop") } != nil)
    #expect(try folder.names == ["folder", "loop"])
  }

  @Test(.enabled(if: getuid() != 0, "as root, nothing is forbidden"))
  func `a file that may not be written is not replaced`() throws {
    try folder.write("a.yaml", "one")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path("a.yaml").text)
    #expect(reason { () throws(FileError) in try write("two", "a.yaml") } == .notWritable)
    #expect(try folder.text("a.yaml") == "one")
  }

  @Test func `the names of unfinished files are not to be guessed, so that nobody else has them`() throws {
    var names: Set<String> = []
    for _ in 0..<100 {
      let replacement = try FileReplacement(of: folder.path("a.yaml"))
      let name = try #require(try folder.names.first)
      #expect(name.hasPrefix(".manifestlint-\(getpid())-") && name.hasSuffix(".tmp"))
      names.insert(name)
      _ = consume replacement
    }
    #expect(names.count == 100)
    #expect(try folder.names.isEmpty)
  }

  @Test func `works for a name as long as the system allows`() throws {
    let name = String(repeating: "x", count: 255)
    try write("one", name)
    #expect(try folder.names == [name])
  }

  @Test func `writes to a device directly`() throws {
    #expect(reason { () throws(FileError) in try AtomicFileWriter.write([1], to: "/dev/null") } == nil)
    #if os(Linux)
      let full = reason { () throws(FileError) in try AtomicFileWriter.write([1], to: "/dev/full") }
      #expect(full == .other("no space left on device"))
    #endif
  }

  @Test func `a new file never replaces anything`() throws {
    try AtomicFileWriter.createNew(folder.path("a.yaml"), Array("one".utf8))
    try folder.link("b.yaml", to: "nothing")
    for name in ["a.yaml", "b.yaml"] {
      let result = reason { () throws(FileError) in try AtomicFileWriter.createNew(folder.path(name), []) }
      #expect(result == .alreadyExists)
    }
    #expect(try folder.text("a.yaml") == "one")
    #expect(try folder.names == ["a.yaml", "b.yaml"])
  }

  @Test func `a file that is written in pieces is not there before it is whole`() throws {
    try folder.write("a.json", "old")
    do {
      let replacement = try FileReplacement(of: folder.path("a.json"))
      try replacement.write(Array(String(repeating: "x", count: 100_000).utf8))
      #expect(try folder.text("a.json") == "old")
      try replacement.write(Array("end".utf8))
      try replacement.finish()
    }
    #expect(try folder.text("a.json").utf8.count == 100_003)
    #expect(try folder.names == ["a.json"])
  }

  @Test func `a file that is not finished leaves nothing behind`() throws {
    try folder.write("a.json", "old")
    for name in ["a.json", "b.json"] {
      let replacement = try FileReplacement(of: folder.path(name))
      try replacement.write(Array("new".utf8))
      _ = consume replacement
    }
    #expect(try folder.text("a.json") == "old")
    #expect(try folder.names == ["a.json"])
  }

  @Test func `what is added comes after what is there`() throws {
    for text in ["one\n", "two\n"] { try AtomicFileWriter.append(Array(text.utf8), to: folder.path("a.md")) }
    #expect(try folder.text("a.md") == "one\ntwo\n")
  }
}
