import Foundation
import FuzzTargets
import Testing

/// A short run of what `make fuzz` does at length, without libFuzzer: samples with random changes, from a fixed seed.
@Suite struct `Samples with random changes` {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Bytes that mean something to one of the languages.
  private static let pieces = [
    "\n", "  ", "\t", ":", ": ", "- ", "#", " #", "'", "\"", "[", "]", "{", "}", ",", "&a ", "*a", "|\n", ">-\n",
    "---\n",
    "!!str ",
    "<<: ", "\\", "\\u0000", "${A}", "${", "\u{0}", "\u{FEFF}", "é", "😀", "\u{2028}", "\r\n", "null", "-1e9",
    "# manifestlint-disable-file name-length\n", " # manifestlint-disable-line sentence-case -- x",
  ].map { Array($0.utf8) }

  private static let samples: [[UInt8]] = {
    let folder = root.appending(path: "Samples")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.sorted().filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.compactMap {
      (try? Data(contentsOf: folder.appending(path: $0))).map { Array($0.prefix(4000)) }
    }
  }()

  @Test(arguments: FuzzTarget.allCases)
  func `break nothing`(target: FuzzTarget) throws {
    #expect(!Self.samples.isEmpty)
    var random = SplitMix(state: 20_261_121)
    for number in 0..<150 {
      var bytes = Self.samples[Int(random.next() % UInt64(Self.samples.count))]
      for _ in 0...random.next() % 4 { Self.change(&bytes, &random) }
      #expect(throws: Never.self, "change \(number): \(Data(bytes).base64EncodedString())") { try target.run(bytes) }
    }
  }

  private static func change(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    let place = Int(random.next() % UInt64(bytes.count + 1))
    let end = min(bytes.count, place + Int(random.next() % 40))
    switch random.next() % 5 {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[place..<end]), at: Int(random.next() % UInt64(bytes.count + 1)))
    case 2: bytes.removeSubrange(place...)
    case 3 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    default: bytes.insert(contentsOf: pieces[Int(random.next() % UInt64(pieces.count))], at: place)
    }
    if bytes.isEmpty { bytes = [UInt8(ascii: "{")] }
  }
}

/// Steele's, Lea's and Flood's generator: the same numbers on every machine.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
