/// Finds secrets in words, all in one pass.
///
/// A long secret is looked for in blocks, so that a part of it is found as well, and so that no text makes the search
/// slow. A secret too short to be told from a part of a word is found only between quotes.
public struct SecretMatcher: Hashable, Sendable {
  private static let leastLength = 4
  private static let blockLength = 16
  private static let longestWord = 64

  /// What is looked for, in order of bytes; none is longer than a block.
  private let patterns: [ArraySlice<UInt8>]
  /// The longest other pattern that a pattern begins with.
  private let shorter: [Int?]
  /// Where the patterns stand that begin with these four bytes.
  private let groups: [UInt32: Range<Int>]
  private let quoted: Set<ArraySlice<UInt8>>
  /// How long those are that are found only between quotes.
  private let quotedLengths: [Int]

  /// A matcher for secrets of at least that many bytes, and for words that are looked for only between quotes.
  public init(_ secrets: [ArraySlice<UInt8>], words: [ArraySlice<UInt8>] = [], atLeast least: Int = 1) {
    var patterns: Set<ArraySlice<UInt8>> = []
    var quoted = Set(words.filter { !$0.isEmpty && $0.count <= Self.longestWord })
    let secrets = secrets + words.filter { $0.count > Self.longestWord }
    for secret in secrets where !secret.isEmpty && secret.count >= least {
      if secret.count < Self.leastLength {
        quoted.insert(secret)
      } else if secret.count <= Self.blockLength {
        patterns.insert(secret)
      } else {
        var start = secret.startIndex
        while secret.endIndex - start >= Self.blockLength {
          patterns.insert(secret[start..<start + Self.blockLength])
          start += Self.blockLength
        }
        patterns.insert(secret.suffix(Self.blockLength))
      }
    }
    self.quoted = quoted
    quotedLengths = Set(quoted.map(\.count)).sorted()
    let sorted = patterns.sorted { $0.lexicographicallyPrecedes($1) }
    var shorter: [Int?] = []
    var groups: [UInt32: Range<Int>] = [:]
    var open: [Int] = []
    for index in sorted.indices {
      while let last = open.last, !sorted[index].starts(with: sorted[last]) { open.removeLast() }
      shorter.append(open.last)
      open.append(index)
      guard let key = sorted[index].key(at: sorted[index].startIndex) else { continue }
      groups[key] = (groups[key]?.lowerBound ?? index)..<index + 1
    }
    self.patterns = sorted
    self.shorter = shorter
    self.groups = groups
  }

  /// Whether there is nothing to be found.
  public var isEmpty: Bool { patterns.isEmpty && quoted.isEmpty }

  /// Where secrets stand, in order, without overlap; those between quotes without the quotes.
  public func ranges(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
    if isEmpty { return [] }
    var result: [Range<Int>] = []
    func add(_ range: Range<Int>) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    for index in bytes.indices {
      if let length = longestPattern(in: bytes, at: index) {
        add(index..<Self.endOfExcerpt(bytes, index + length))
      } else if let length = quotedLength(in: bytes, at: index) {
        add(index..<index + length)
      }
    }
    return result
  }

  /// The words with a mask in the place of every secret.
  public func masking(_ words: String) -> String {
    if isEmpty { return words }
    let bytes = Array(words.utf8)
    let secrets = ranges(in: bytes[...])
    if secrets.isEmpty { return words }
    var result: [UInt8] = []
    var index = 0
    for secret in secrets {
      result += bytes[index..<secret.lowerBound] + Array(RedactedText.mask.utf8)
      index = secret.upperBound
    }
    return String(decoding: result + bytes[index...], as: UTF8.self)
  }

  private func longestPattern(in bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
    guard let key = bytes.key(at: index), let group = groups[key] else { return nil }
    let rest = bytes[index..<min(index + Self.blockLength, bytes.endIndex)]
    var (low, high) = (group.lowerBound, group.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if rest.lexicographicallyPrecedes(patterns[middle]) { high = middle } else { low = middle + 1 }
    }
    var candidate: Int? = low > group.lowerBound ? low - 1 : nil
    while let pattern = candidate {
      if rest.starts(with: patterns[pattern]) { return patterns[pattern].count }
      candidate = shorter[pattern]
    }
    return nil
  }

  private func quotedLength(in bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
    guard !quoted.isEmpty, index > bytes.startIndex, Self.isQuote(bytes[index - 1]) else { return nil }
    return quotedLengths.first { length in
      index + length < bytes.endIndex && bytes[index + length] == bytes[index - 1]
        && quoted.contains(bytes[index..<index + length])
    }
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  /// Behind a block of a secret, the few bytes up to the `…` with which an excerpt breaks off.
  private static func endOfExcerpt(_ bytes: ArraySlice<UInt8>, _ end: Int) -> Int {
    let rest = bytes[end..<min(end + blockLength, bytes.endIndex)]
    if let ellipsis = rest.firstIndex(of: 0xE2), bytes[ellipsis...].starts(with: "…".utf8),
      !rest[..<ellipsis].contains(where: isQuote)
    {
      return ellipsis
    }
    // A block may end inside a character.
    var end = end
    while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}

extension ArraySlice<UInt8> {
  fileprivate func key(at index: Int) -> UInt32? {
    guard endIndex - index >= 4 else { return nil }
    return self[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
