import Dispatch
import Foundation
import Synchronization
import Testing

@testable import ManifestFiles

@Suite struct OutputStreamTests {
  private func pipe() throws -> (read: Int32, write: Int32) {
    // What `StandardStream.prepareAll()` does for a program.
    signal(SIGPIPE, SIG_IGN)
    var descriptors: [Int32] = [0, 0]
    try #require(Foundation.pipe(&descriptors) == 0)
    return (descriptors[0], descriptors[1])
  }

  private func stream(_ descriptor: Int32, capacity: Int = 16) -> ManifestFiles.OutputStream {
    ManifestFiles.OutputStream(descriptor: descriptor, name: "standard output", capacity: capacity)
  }

  @Test func `writes in blocks and what is left when it is flushed`() throws {
    let ends = try pipe()
    let output = stream(ends.write)
    for text in ["one ", "two ", "three ", "four ", String(repeating: "x", count: 40), " end"] {
      try output.write(text)
    }
    try output.flush()
    close(ends.write)
    let read = FileHandle(fileDescriptor: ends.read, closeOnDealloc: true).readDataToEndOfFile()
    #expect(String(decoding: read, as: UTF8.self) == "one two three four \(String(repeating: "x", count: 40)) end")
  }

  @Test func `a closed pipe is told from other troubles, once and for all`() throws {
    let ends = try pipe()
    close(ends.read)
    let output = stream(ends.write)
    try output.write("x")
    #expect(throws: OutputError.closed) { try output.flush() }
    #expect(throws: OutputError.closed) { try output.write("y") }
    close(ends.write)
  }

  @Test func `a full disk is an error in words`() throws {
    #if os(Linux)
      let descriptor = open("/dev/full", O_WRONLY)
      defer { close(descriptor) }
      let output = stream(descriptor)
      #expect(throws: OutputError.failed("cannot write to standard output: no space left on device")) {
        try output.write(String(repeating: "x", count: 100))
      }
    #endif
  }

  @Test func `a closed stream is an error in words`() {
    let output = stream(-1)
    #expect(throws: OutputError.failed("standard output is closed")) {
      try output.write("x")
      try output.flush()
    }
  }

  @Test func `a pipe that is slow and does not block is waited for`() throws {
    let ends = try pipe()
    _ = fcntl(ends.write, F_SETFL, O_NONBLOCK)
    let count = 1 << 20
    let total = Mutex(0)
    let reader = DispatchWorkItem {
      var buffer = [UInt8](repeating: 0, count: 5000)
      while case let length = read(ends.read, &buffer, buffer.count), length > 0 { total.withLock { $0 += length } }
    }
    DispatchQueue.global().async(execute: reader)
    let output = stream(ends.write)
    try output.write([UInt8](repeating: 7, count: count))
    try output.flush()
    close(ends.write)
    reader.wait()
    close(ends.read)
    #expect(total.withLock { $0 } == count)
  }
}
