/// The clock that shows the day.
public enum WallClock {
  /// Seconds since the start of 1970.
  ///
  /// `SOURCE_DATE_EPOCH` says what time a run is to take it for, so that it can be repeated: what it means is written
  /// at reproducible-builds.org. A value that is no time before the year 10000 is passed over.
  public static func secondsSince1970(_ environment: Environment) -> Int64 {
    guard let given = environment["SOURCE_DATE_EPOCH"].flatMap({ Int64($0) }), (0..<253_402_300_800).contains(given)
    else {
      return SystemCalls.secondsSince1970()
    }
    return given
  }
}
