import Testing

@testable import ManifestLanguageServer

@Suite struct MessageFramingTests {
  private func frames(_ stream: String, pieces: Int = 1) -> [MessageFraming.Frame] {
    var framing = MessageFraming()
    let bytes = Array(stream.utf8)
    let size = max(1, bytes.count / pieces)
    var result: [MessageFraming.Frame] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      framing.append(Array(bytes[start..<min(start + size, bytes.count)]))
      while let frame = framing.next() { result.append(frame) }
    }
    return result
  }

  private func content(_ text: String) -> MessageFraming.Frame { .content(Array(text.utf8)) }

  @Test(arguments: [1, 7, 1000])
  func `takes messages apart however they come`(pieces: Int) {
    let stream = "Content-Length: 2\r\n\r\n{}content-length:5\r\nContent-Type: x\r\n\r\n[1,2]Content-Length: 0\r\n\r\n"
    #expect(frames(stream, pieces: pieces) == [content("{}"), content("[1,2]"), content("")])
  }

  @Test(arguments: [
    "Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Length:\r\n\r\n", "rubbish\r\n\r\n",
    "Content-Length: 99999999999999999999999999\r\n\r\n", "Content-Type: a\r\n\r\n", "Content-Length: 1 2\r\n\r\n",
    String(repeating: "x", count: 9000),
  ])
  func `goes on behind a header that is none`(rubbish: String) {
    let found = frames(rubbish + "Content-Length: 2\r\n\r\n{}", pieces: 3)
    #expect(found.last == content("{}"))
    #expect(found.dropLast().allSatisfy { if case .broken = $0 { true } else { false } })
    #expect(found.count <= 2)
  }

  @Test func `finds the next header behind rubbish without a line break`() {
    #expect(frames("{\"a\":1}Content-Length: 2\r\n\r\n{}") == [content("{}")])
  }

  @Test func `leaves a message out that is too long, and reads on`() {
    var framing = MessageFraming()
    framing.append(Array("Content-Length: \(200 << 20)\r\n\r\n".utf8))
    guard case .broken? = framing.next() else {
      Issue.record("expected a broken message")
      return
    }
    let piece = [UInt8](repeating: 0x20, count: 10 << 20)
    for _ in 0..<20 {
      framing.append(piece)
      #expect(framing.next() == nil)
    }
    framing.append(Array("Content-Length: 2\r\n\r\n{}".utf8))
    #expect(framing.next() == content("{}"))
  }

  @Test func `takes a header with line feeds alone`() {
    #expect(frames("Content-Length: 2\n\n{}") == [content("{}")])
  }
}
