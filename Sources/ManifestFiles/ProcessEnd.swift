/// The end of the process.
public enum ProcessEnd {
  /// Ends the process with a code; what streams still hold must have been written.
  public static func exit(_ code: Int32) -> Never {
    SystemCalls.exit(code)
  }
}
