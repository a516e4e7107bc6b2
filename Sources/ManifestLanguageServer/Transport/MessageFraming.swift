/// Takes messages out of a stream of bytes: a header with `Content-Length`, an empty line, and so many bytes.
///
/// It survives whatever comes in: what cannot be a message is reported once and left out, and reading goes on with the
/// next header.
struct MessageFraming {
  /// A piece of the stream.
  enum Frame: Hashable {
    /// The bytes of one message.
    case content([UInt8])
    /// Something else, and what is wrong with it.
    case broken(String)
  }

  /// The most bytes of one message.
  static let longestMessage = 128 << 20
  private static let longestHeader = 8 << 10

  private var buffer: [UInt8] = []
  /// Everything before it has been taken.
  private var offset = 0
  /// No header ends before it.
  private var searched = 0
  /// The length of the message whose header has been taken.
  private var length: Int?
  /// How many bytes of a message that is too long are still to come.
  private var skipped = 0

  /// Takes the next bytes of the stream.
  mutating func append(_ bytes: [UInt8]) {
    if skipped >= bytes.count {
      skipped -= bytes.count
      return
    }
    if offset > 1 << 16, offset > buffer.count / 2 {
      buffer.removeFirst(offset)
      searched = max(0, searched - offset)
      offset = 0
    }
    buffer.append(contentsOf: bytes[skipped...])
    skipped = 0
  }

  /// The next piece; `nil` until more bytes have come.
  mutating func next() -> Frame? {
    if length == nil {
      guard let header = takeHeader() else { return nil }
      switch Self.contentLength(in: header) {
      case .success(let length) where length > Self.longestMessage:
        skip(length)
        return .broken("a message of \(length) bytes is longer than the \(Self.longestMessage) that are taken")
      case .success(let length): self.length = length
      case .failure(let problem): return .broken(problem.message)
      }
    }
    guard let length, buffer.count - offset >= length else { return nil }
    let content = Array(buffer[offset..<offset + length])
    offset += length
    searched = offset
    self.length = nil
    return .content(content)
  }

  private mutating func skip(_ length: Int) {
    let available = min(length, buffer.count - offset)
    offset += available
    searched = offset
    skipped = length - available
  }

  /// The lines up to the next empty one, which are taken away.
  private mutating func takeHeader() -> ArraySlice<UInt8>? {
    var index = max(searched, offset)
    while index < buffer.count {
      if buffer[index] == UInt8(ascii: "\n") {
        let before = buffer[offset..<index]
        let isEmptyLine =
          before.isEmpty || before.last == UInt8(ascii: "\n") || before.suffix(2).elementsEqual([10, 13])
        if isEmptyLine || before.elementsEqual([13]) {
          let header = buffer[offset..<index]
          offset = index + 1
          searched = offset
          // Empty lines between two messages mean nothing.
          if header.allSatisfy({ $0 == 10 || $0 == 13 }) {
            index += 1
            continue
          }
          return header
        }
      }
      index += 1
    }
    searched = index
    guard buffer.count - offset > Self.longestHeader else { return nil }
    // No header is that long. The beginning of the next one may be among the last bytes.
    let header = buffer[offset..<buffer.count - Self.name.count]
    offset = buffer.count - Self.name.count
    return header
  }

  private struct Problem: Error {
    var message: String
  }

  private static let name = Array("content-length:".utf8)

  /// What a header says about the length; behind rubbish the last word counts.
  private static func contentLength(in header: ArraySlice<UInt8>) -> Result<Int, Problem> {
    let lowercased = header.map { byte in (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    var found: Int?
    for index in lowercased.indices.reversed() where lowercased[index...].starts(with: name) {
      found = index + name.count
      break
    }
    guard let found else { return .failure(Problem(message: "a header without 'Content-Length' was left out")) }
    let line = lowercased[found...].prefix { $0 != 10 && $0 != 13 }
    let digits = String(decoding: line, as: UTF8.self).drop { $0 == " " || $0 == "\t" }
    let trimmed = digits.reversed().drop { $0 == " " || $0 == "\t" }.reversed()
    guard !trimmed.isEmpty, trimmed.allSatisfy({ $0.isASCII && $0.isNumber }), let length = Int(String(trimmed)) else {
      return .failure(Problem(message: "a header with a malformed 'Content-Length' was left out"))
    }
    return .success(length)
  }
}

extension MessageFraming {
  /// A message with its header.
  static func frame(_ content: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
  }
}
