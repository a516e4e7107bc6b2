/// The parts of a host between its dots, from the end: that is where a name tells most.
struct HostLabels {
  private let host: String
  /// Where the last labels start, the last one first; four are enough for all that is asked.
  private var starts: [String.Index] = []

  /// Takes a host apart; empty labels do not count.
  init(_ host: String) {
    self.host = host
    let bytes = host.utf8
    var index = bytes.endIndex
    var end = index
    while starts.count < 4 {
      let isStart = index == bytes.startIndex
      let previous = isStart ? index : bytes.index(before: index)
      if isStart || bytes[previous] == UInt8(ascii: ".") {
        if index < end { starts.append(index) }
        end = previous
      }
      if isStart { break }
      index = previous
    }
  }

  /// Whether there is but one.
  var isSingle: Bool { starts.count == 1 }

  /// A label, 0 for the last one; `nil` if there are not so many.
  func last(_ position: Int) -> Substring? {
    guard position < starts.count else { return nil }
    let label = host[starts[position]...]
    return label.prefix { $0 != "." }
  }

  /// The last labels with the dots between them; `nil` if there are not so many.
  func end(_ count: Int) -> String? {
    count <= starts.count ? String(host[starts[count - 1]...]) : nil
  }
}
