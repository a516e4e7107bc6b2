import Foundation
import Testing

@testable import ManifestFormReport

/// What goes into the page as it is.
@Suite struct AssetTests {
  @Test(arguments: HTMLAsset.allCases)
  func `has the hash by which a browser lets it through`(asset: HTMLAsset) throws {
    #expect(asset.hash == Data(SHA256.hash(Array(asset.text.utf8))).base64EncodedString())
  }

  @Test(arguments: HTMLAsset.allCases)
  func `loads nothing`(asset: HTMLAsset) {
    for word in ["url(", "@import", "http:", "https:", "fetch(", "import(", "eval(", "innerHTML", "</"] {
      #expect(!asset.text.contains(word), "\(word)")
    }
  }
}

/// The hash of that name (FIPS 180-4), said once more so that nothing has to be installed.
enum SHA256 {
  static func hash(_ bytes: [UInt8]) -> [UInt8] {
    func root(_ number: Int, _ exponent: Double) -> UInt32 {
      let value = pow(Double(number), exponent)
      return UInt32((value - value.rounded(.down)) * 4_294_967_296)
    }
    let primes = (2..<312).filter { number in !(2..<number).contains { number % $0 == 0 } }
    let constants = primes.prefix(64).map { root($0, 1.0 / 3) }
    var state = primes.prefix(8).map { root($0, 0.5) }
    var message = bytes + [0x80]
    while message.count % 64 != 56 { message.append(0) }
    message += (0..<8).map { UInt8(truncatingIfNeeded: (bytes.count * 8) >> (56 - 8 * $0)) }
    for start in stride(from: 0, to: message.count, by: 64) {
      var words = (0..<16).map { word in
        (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(message[start + word * 4 + $1]) }
      }
      func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
      for index in 16..<64 {
        let (far, near) = (words[index - 15], words[index - 2])
        let first = turned(far, 7) ^ turned(far, 18) ^ far >> 3
        let second = turned(near, 17) ^ turned(near, 19) ^ near >> 10
        words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
      }
      var s = state
      for index in 0..<64 {
        let choice = (s[4] & s[5]) ^ (~s[4] & s[6])
        let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
        let first = s[7] &+ (turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25)) &+ choice
        let sum = first &+ constants[index] &+ words[index]
        let other = (turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22)) &+ majority
        s = [sum &+ other, s[0], s[1], s[2], s[3] &+ sum, s[4], s[5], s[6]]
      }
      state = zip(state, s).map { $0 &+ $1 }
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }
}
