import Foundation
import ManifestReport
import Testing

@testable import ManifestFormReport

/// What goes into the page as it is.
@Suite struct AssetTests {
  @Test(arguments: HTMLAsset.allCases)
  func `has the hash by which a browser lets it through`(asset: HTMLAsset) throws {
    let digits = Array(SHA256.hexadecimal(asset.text.utf8))
    let bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16) ?? 0 }
    #expect(asset.hash == Data(bytes).base64EncodedString())
  }

  @Test(arguments: HTMLAsset.allCases)
  func `loads nothing`(asset: HTMLAsset) {
    for word in ["url(", "@import", "http:", "https:", "fetch(", "import(", "eval(", "innerHTML", "</"] {
      #expect(!asset.text.contains(word), "\(word)")
    }
  }
}
