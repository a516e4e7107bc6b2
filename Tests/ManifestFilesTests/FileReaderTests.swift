import Foundation
import ManifestFiles
import ManifestText
import Testing

/// That a file without read permission is told apart is tested on the built binary: as root, nothing is forbidden.
@Suite struct FileReaderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func reason(_ path: FilePath, limit: Int = 1 << 20) -> FileError.Reason? {
    do throws(FileError) {
      _ = try FileReader(limit: limit).read(path)
      return nil
    } catch {
      #expect(error.path == path)
      return error.reason
    }
  }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 200_000])
  func `reads a whole file`(count: Int) throws {
    let text = String(repeating: "x", count: count)
    try folder.write("a.yaml", text)
    #expect(try FileReader().read(folder.path("a.yaml")) == Array(text.utf8))
  }

  @Test func `reads what a link leads to`() throws {
    try folder.write("a.yaml", "manifest: 1")
    try folder.link("b.yaml", to: "a.yaml")
    #expect(try FileReader().source(at: folder.path("b.yaml"), name: "b.yaml").path == "b.yaml")
  }

  @Test func `says what is missing`() throws {
    try folder.write("a.yaml")
    try folder.link("broken.yaml", to: "nothing")
    #expect(reason(folder.path("none.yaml")) == .notFound)
    #expect(reason(folder.path("a.yaml/b")) == .notFound)
    #expect(reason(folder.path("broken.yaml")) == .brokenLink)
    #expect(reason("") == .notFound)
    #expect(reason(FilePath(folder.path("a.yaml").text + "\0.json")) == .notFound)
  }

  @Test func `never waits for what is no regular file`() throws {
    #expect(reason(folder.location) == .isFolder)
    #expect(reason("/dev/null") == .notRegularFile(.device))
    #expect(reason("/dev/zero") == .notRegularFile(.device))
    try #require(mkfifo(folder.path("pipe").text, 0o600) == 0)
    #expect(reason(folder.path("pipe")) == .notRegularFile(.pipe))
    // A folder of its own: the address of a socket is at most some hundred bytes long.
    let descriptor = try bindSocket(folder.path("s").text)
    defer { close(descriptor) }
    #expect(reason(folder.path("s")) == .notRegularFile(.socket))
  }

  @Test func `refuses a file over the limit without reading it`() throws {
    try folder.write("a.yaml", "12345")
    #expect(reason(folder.path("a.yaml"), limit: 5) == nil)
    #expect(reason(folder.path("a.yaml"), limit: 4) == .tooLarge(limit: 4))
    let file = try #require(fopen(folder.path("sparse").text, "w"))
    ftruncate(fileno(file), 1 << 40)
    fclose(file)
    #expect(reason(folder.path("sparse")) == .tooLarge(limit: 1 << 20))
  }

  @Test func `reads a file that says it is empty and is not`() throws {
    #if os(Linux)
      #expect(try FileReader().read("/proc/self/status").starts(with: "Name:".utf8))
      #expect(reason("/proc/self/status", limit: 10) == .tooLarge(limit: 10))
    #endif
  }

  @Test func `gives other troubles in the words of the system`() throws {
    try folder.link("loop", to: "loop")
    guard case .other(let loop) = reason(folder.path("loop")) else { Issue.record("no error"); return }
    #expect(loop.contains("too many"))
    guard case .other(let long) = reason(FilePath(String(repeating: "x", count: 5000))) else {
      Issue.record("no error")
      return
    }
    #expect(long.contains("too long"))
  }

  @Test func `reads a file whose name is not UTF-8`() throws {
    #if os(Linux)
      let path = FilePath(bytes: folder.location.bytes + Array("/".utf8) + [0xFF] + Array(".yaml".utf8))
      try AtomicFileWriter.createNew(path, Array("a: 1".utf8))
      #expect(try FileReader().read(path) == Array("a: 1".utf8))
      #expect(try FileReader().source(at: path).path.hasSuffix("/\\xFF.yaml"))
    #endif
  }

  @Test(
    arguments: [
      (.notFound, "'a b' does not exist"), (.brokenLink, "'a b' is a link to something that does not exist"),
      (.notReadable, "no permission to read 'a b'"), (.isFolder, "'a b' is a folder, not a file"),
      (.notRegularFile(.device), "'a b' is a device, not a regular file"),
      (.tooLarge(limit: 64 << 20), "'a b' is larger than 64 MB"),
      (.other("input/output error"), "cannot read 'a b': input/output error"),
      (.closed(.input), "standard input is closed"),
    ] as [(FileError.Reason, String)])
  func `an error says what is wrong in one line`(reason: FileError.Reason, message: String) {
    #expect(FileError(path: "a b", operation: .read, reason: reason).message == message)
  }

  @Test func `an error of standard input or of a folder names it so`() {
    #expect(
      FileError(path: "-", operation: .read, reason: .isFolder).message == "standard input is a folder, not a file")
    let folder = FileError(path: "a", operation: .search, reason: .notReadable)
    #expect(folder.message == "no permission to search 'a'")
    #expect(folder.summary == "no permission to search the folder")
  }

  private func bindSocket(_ path: String) throws -> Int32 {
    #if os(Linux)
      let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let code = withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
    }
    try #require(code == 0)
    return descriptor
  }
}
