import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ImageHeaderTests {
  @Test func `reads the size of PNG and JPEG`() {
    let png = ImageHeader(InMemoryFiles.png(1280, 800))
    #expect(png?.format == .png)
    #expect(png?.size == PixelSize(width: 1280, height: 800))
    let jpeg = ImageHeader(InMemoryFiles.jpeg(2880, 1800))
    #expect(jpeg?.format == .jpeg)
    #expect(jpeg?.size == PixelSize(width: 2880, height: 1800))
    #expect(ImageHeader(InMemoryFiles.png(UInt32.max, UInt32.max))?.size?.width == Int(UInt32.max))
  }

  @Test func `survives bytes that end anywhere`() {
    for bytes in [InMemoryFiles.png(1, 1), InMemoryFiles.jpeg(1, 1)] {
      for count in bytes.indices { _ = ImageHeader(Array(bytes[..<count])) }
    }
    #expect(ImageHeader([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0])?.size == nil)
    #expect(ImageHeader([0xFF, 0xD8, 0xFF, 0xFF, 0xFF, 0xFF])?.size == nil)
    #expect(ImageHeader([0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF])?.size == nil)
    #expect(ImageHeader([0xFF, 0xD8, 0xFF, 0xDA, 0, 2])?.size == nil)
  }

  @Test(arguments: [
    ("GIF89a", ImageHeader.Format.gif), ("RIFF1234WEBPVP8", .webP), ("BM1234", .bmp), ("II*\0", .tiff),
    ("MM\0*", .tiff),
    ("%PDF-1.7", .pdf), ("\0\0\0\u{20}ftypavif", .avif), ("\0\0\0\u{18}ftypheic", .heic),
    ("<?xml version='1.0'?><SVG/>", .svg),
  ])
  func `names other formats`(text: String, format: ImageHeader.Format) {
    #expect(ImageHeader(Array(text.utf8))?.format == format)
  }

  @Test(arguments: ["", "a", "hello", "PNG", "\0\0\0\u{20}ftypisom"])
  func `tells what is no picture`(text: String) {
    #expect(ImageHeader(Array(text.utf8)) == nil)
  }
}
