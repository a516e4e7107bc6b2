/// The clock that shows the day.
public enum WallClock {
  /// Seconds since the start of 1970; `nil` if it is not said as it should be.
  ///
  /// `SOURCE_DATE_EPOCH` says what time a run is to take it for, so that it can be repeated: what it means is written
  /// at reproducible-builds.org. A time is one before the year 10000.
  public static func secondsSince1970(_ environment: Environment) -> Int64? {
    guard let given = environment["SOURCE_DATE_EPOCH"], !given.isEmpty else { return SystemCalls.secondsSince1970() }
    return Int64(given).flatMap { (0..<253_402_300_800).contains($0) ? $0 : nil }
  }
}
