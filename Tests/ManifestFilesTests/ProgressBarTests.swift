import ManifestFiles
import Testing

@Suite struct ProgressBarTests {
  private func bar(width: Int = 80, isShown: Bool = true) -> ProgressBar {
    ProgressBar(total: 200, noun: "files", width: width, isShown: isShown, now: 1000)
  }

  private func milliseconds(_ count: UInt64) -> UInt64 { 1000 + count * 1_000_000 }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func `appears for long work only and is gone at the end`() {
    var bar = bar()
    #expect(bar.update(done: 10, now: milliseconds(499)).isEmpty)
    #expect(bar.erase().isEmpty)
    let line = "[##########                              ] 50/200 files"
    #expect(text(bar.update(done: 50, now: milliseconds(500))) == "\r\u{1B}[2K\(line)")
    #expect(bar.update(done: 51, now: milliseconds(550)).isEmpty)
    #expect(text(bar.update(done: 100, now: milliseconds(600))).hasSuffix("] 100/200 files"))
    #expect(bar.update(done: 200, now: milliseconds(900)).isEmpty)
    #expect(text(bar.erase()) == "\r\u{1B}[2K")
    #expect(bar.erase().isEmpty)
  }

  @Test func `never appears where there is no terminal`() {
    var bar = bar(isShown: false)
    #expect(bar.update(done: 50, now: milliseconds(5000)).isEmpty)
    #expect(bar.erase().isEmpty)
  }

  @Test(arguments: [1, 5, 10, 20, 24, 30])
  func `fits into a narrow terminal`(width: Int) {
    var bar = bar(width: width)
    let line = text(bar.update(done: 50, now: milliseconds(500))).dropFirst("\r\u{1B}[2K".unicodeScalars.count)
    #expect(line.count < width)
  }
}
