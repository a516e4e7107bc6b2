import ManifestText

/// The hashes by which GitHub knows a line again when the lines around it change.
///
/// The action that uploads a report computes the same from the file and warns about a value that differs: a polynomial
/// of the next 100 UTF-16 code units, blanks and tabs left out, each line break as one line feed, to the base 37 and
/// modulo 2^64, with how often that value has occurred. `0xFFFF` stands for the end of the file, zeros for what is
/// behind it.
///
/// A text so short could be worked out from its hash. Where a secret is among the 100 there is none; the action adds it.
struct LineFingerprints {
  private let fingerprints: [Int: String]

  private static let windowLength = 100
  private static let base: UInt64 = 37
  /// The base to the power of the window's length.
  private static let power = (0..<windowLength).reduce(UInt64(1)) { power, _ in power &* base }
  private static let endOfFile: UInt16 = 0xFFFF

  /// Computes the hashes of some lines, counted from 1; of none if GitHub would read the bytes as another text.
  init(_ text: RedactedText, lines: Set<Int>) {
    let source = text.lines.source
    guard let last = lines.max(), source.encoding == .utf8 else {
      fingerprints = [:]
      return
    }
    var hash = RollingHash(wanted: lines, last: last)
    for piece in text.pieces(of: source.range) where !hash.isComplete {
      let range = piece.range.utf8Offsets
      let bytes = source.bytes.span
      var index = range.lowerBound
      while index < range.upperBound, !hash.isComplete {
        let (scalar, length) = bytes.decodedScalar(at: index)
        guard let scalar else {
          fingerprints = [:]
          return
        }
        index += length
        for unit in UTF16.encode(scalar)! { hash.take(unit, isSecret: piece.bytes == nil) }
      }
    }
    hash.finish()
    fingerprints = hash.fingerprints
  }

  /// The hash of a line, counted from 1, with how often it has occurred, such as `c129715d7a2bc9a3:1`.
  func fingerprint(ofLine line: Int) -> String? { fingerprints[line] }

  private struct RollingHash {
    private(set) var fingerprints: [Int: String] = [:]
    private(set) var isComplete = false

    private let wanted: Set<Int>
    private let last: Int
    private var value: UInt64 = 0
    private var window = [UInt16](repeating: 0, count: windowLength)
    /// The line that begins at a place of the window; 0 if none does.
    private var lines = [Int](repeating: 0, count: windowLength)
    private var index = 0
    private var line = 0
    private var isLineStart = true
    private var isAfterCarriageReturn = false
    private var counts: [UInt64: Int] = [:]
    /// How many units of text ago the last one of a secret was.
    private var unitsSinceSecret = windowLength

    init(wanted: Set<Int>, last: Int) {
      self.wanted = wanted
      self.last = last
    }

    mutating func take(_ unit: UInt16, isSecret: Bool) {
      let isLineFeed = unit == 0x0A
      let isSecondOfBreak = isLineFeed && isAfterCarriageReturn
      isAfterCarriageReturn = unit == 0x0D
      if unit == 0x20 || unit == 0x09 || isSecondOfBreak { return }
      let isBreak = isLineFeed || isAfterCarriageReturn
      putOutLine()
      if isLineStart {
        line += 1
        lines[index] = line
      }
      isLineStart = isBreak
      push(isBreak ? 0x0A : unit)
      unitsSinceSecret = isSecret ? 0 : unitsSinceSecret + 1
    }

    mutating func finish() {
      if isComplete { return }
      take(endOfFile, isSecret: false)
      for _ in 0..<windowLength {
        putOutLine()
        push(0)
        unitsSinceSecret += 1
      }
    }

    /// Puts the hash of the line out that began as many units ago as the window is long.
    private mutating func putOutLine() {
      let line = lines[index]
      guard line > 0 else { return }
      lines[index] = 0
      let count = counts[value, default: 0] + 1
      counts[value] = count
      if wanted.contains(line), unitsSinceSecret >= windowLength {
        fingerprints[line] = "\(String(value, radix: 16)):\(count)"
      }
      if line >= last { isComplete = true }
    }

    private mutating func push(_ unit: UInt16) {
      value = value &* base &+ UInt64(unit) &- power &* UInt64(window[index])
      window[index] = unit
      index = (index + 1) % windowLength
    }
  }
}
