import Testing

@testable import ManifestFiles

@Suite struct ProcessorCountTests {
  @Test(
    arguments: [
      ("200000 100000\n", 2), ("150000 100000\n", 2), ("50000 100000", 1), ("max 100000\n", nil), ("", nil),
      ("0 0", nil),
    ] as [(String, Int?)])
  func `a container's share is read`(text: String, count: Int?) {
    #expect(ProcessorCount.limit(text) == count)
  }

  @Test func `there is at least one processor`() {
    #expect(ProcessorCount.available > 0)
  }
}
