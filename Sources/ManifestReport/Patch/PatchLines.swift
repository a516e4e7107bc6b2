/// The lines of a text as git counts them: a line feed ends one, and nothing else does.
struct PatchLines: Sendable {
  let bytes: [UInt8]
  private var starts: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      starts.append(start)
      start = index + 1
    }
    if start < bytes.count { starts.append(start) }
  }

  var count: Int { starts.count }

  /// The bytes of a line, counted from 0, with the line feed at its end if there is one.
  func range(_ line: Int) -> Range<Int> {
    starts[line]..<(line + 1 < count ? starts[line + 1] : bytes.count)
  }

  subscript(line: Int) -> ArraySlice<UInt8> { bytes[range(line)] }

  /// The line that a byte is in; the number of lines for the end of a text that ends in a line feed.
  func line(at offset: Int) -> Int {
    if offset >= bytes.count, bytes.last ?? UInt8(ascii: "\n") == UInt8(ascii: "\n") { return count }
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
