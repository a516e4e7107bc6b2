import ManifestText
import Testing

@Suite struct `A calendar day` {
  @Test(arguments: ["2026-11-21", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31"])
  func `is written as it is read`(text: String) {
    #expect(CalendarDay(text)?.description == text)
  }

  @Test(arguments: ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "20261121", ""])
  func `that never is, or is written otherwise, is refused`(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test(arguments: [
    (0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (-1, "1969-12-31"),
    (951_782_400, "2000-02-29"), (1_795_219_200, "2026-11-21"),
  ])
  func `is that of a point in time`(seconds: Int64, day: String) {
    #expect(CalendarDay(secondsSince1970: seconds).description == day)
  }

  @Test func `comes before a later one`() throws {
    #expect(try #require(CalendarDay("2026-09-30")) < #require(CalendarDay("2026-10-01")))
  }
}
