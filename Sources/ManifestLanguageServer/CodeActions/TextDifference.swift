import ManifestLint

/// The edits that turn one text into another, as small as they come: what both have stays where it is.
///
/// What stands between two changes is no part of an edit, so that a message about a fix shows nothing that the fix
/// leaves alone.
enum TextDifference {
  /// The edits, in order; `nil` if the texts differ too much to say in small pieces.
  static func edits(from old: [UInt8], to new: [UInt8]) -> [TextEdit]? {
    let (olds, news) = (tokens(of: old), tokens(of: new))
    let start = zip(olds, news).prefix { old[$0] == new[$1] }.count
    let end = zip(olds[start...].reversed(), news[start...].reversed()).prefix { old[$0] == new[$1] }.count
    let (a, b) = (Array(olds[start..<olds.count - end]), Array(news[start..<news.count - end]))
    guard let matches = matches(a.map { old[$0] }, b.map { new[$0] }) else { return nil }
    let oldEnd = end > 0 ? olds[olds.count - end].lowerBound : old.count
    let newEnd = end > 0 ? news[news.count - end].lowerBound : new.count
    var edits: [TextEdit] = []
    var (oldOffset, newOffset) = (
      start > 0 ? olds[start - 1].upperBound : 0, start > 0 ? news[start - 1].upperBound : 0
    )
    func add(upTo nextOld: Int, _ nextNew: Int) {
      if oldOffset < nextOld || newOffset < nextNew {
        edits.append(
          TextEdit(
            range: TextRange(utf8Offsets: oldOffset..<nextOld),
            replacement: String(decoding: new[newOffset..<nextNew], as: UTF8.self)))
      }
    }
    for (x, y) in matches {
      add(upTo: a[x].lowerBound, b[y].lowerBound)
      (oldOffset, newOffset) = (a[x].upperBound, b[y].upperBound)
    }
    add(upTo: oldEnd, newEnd)
    return edits
  }

  /// Words, and each other byte by itself; no character is cut.
  private static func tokens(of bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let start = index
      while index < bytes.count, isWord(bytes[index]) { index += 1 }
      if index == start { index += 1 }
      result.append(start..<index)
    }
    return result
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }

  private static let mostChanges = 600

  /// The pairs of equal elements that a shortest way from one list to the other keeps (Myers, 1986).
  private static func matches(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> [(Int, Int)]? {
    let limit = min(a.count + b.count, mostChanges)
    /// How far each diagonal has been followed, from `-limit - 1` on.
    var furthest = Array(repeating: 0, count: 2 * limit + 3)
    let middle = limit + 1
    var history: [ArraySlice<Int>] = []
    for changes in 0...limit {
      history.append(furthest[middle - changes - 1...middle + changes + 1])
      for diagonal in stride(from: -changes, through: changes, by: 2) {
        let isDown =
          diagonal == -changes
          || (diagonal != changes && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1])
        var x = isDown ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1
        while x < a.count, x - diagonal < b.count, a[x] == b[x - diagonal] { x += 1 }
        furthest[middle + diagonal] = x
        if x >= a.count, x - diagonal >= b.count { return path(history, a.count, b.count, middle) }
      }
    }
    return nil
  }

  private static func path(_ history: [ArraySlice<Int>], _ x: Int, _ y: Int, _ middle: Int) -> [(Int, Int)] {
    var result: [(Int, Int)] = []
    var (x, y) = (x, y)
    for (changes, furthest) in history.enumerated().reversed() {
      let diagonal = x - y
      let isDown =
        diagonal == -changes
        || (diagonal != changes && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1])
      let previous = isDown ? diagonal + 1 : diagonal - 1
      let startX = changes == 0 ? 0 : furthest[middle + previous]
      let startY = startX - (changes == 0 ? 0 : previous)
      while x > startX, y > startY {
        x -= 1
        y -= 1
        result.append((x, y))
      }
      (x, y) = (startX, startY)
    }
    return result.reversed()
  }
}
