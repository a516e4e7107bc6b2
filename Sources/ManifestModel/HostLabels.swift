/// The parts of a host between its dots, from the end: that is where a name tells most.
struct HostLabels {
  private let bytes: [UInt8]
  /// Where the last labels stand, the last one first; four are enough for all that is asked.
  private var ranges: [Range<Int>] = []

  /// Takes a host apart; empty labels do not count.
  init(_ host: String) {
    bytes = Array(host.utf8)
    ranges.reserveCapacity(4)
    var end = bytes.count
    for index in bytes.indices.reversed() where bytes[index] == UInt8(ascii: ".") {
      if index + 1 < end { ranges.append(index + 1..<end) }
      end = index
      if ranges.count == 4 { return }
    }
    if end > 0 { ranges.append(0..<end) }
  }

  /// Whether there is but one.
  var isSingle: Bool { ranges.count == 1 }

  /// A label, 0 for the last one; `nil` if there are not so many.
  func last(_ position: Int) -> String? {
    position < ranges.count ? String(decoding: bytes[ranges[position]], as: UTF8.self) : nil
  }

  /// The last labels with the dots between them; `nil` if there are not so many.
  func end(_ count: Int) -> String? {
    guard count <= ranges.count else { return nil }
    return String(decoding: bytes[ranges[count - 1].lowerBound..<ranges[0].upperBound], as: UTF8.self)
  }
}
