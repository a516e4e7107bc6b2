/// One of the streams that a process is started with.
public enum StandardStream: Int32, Hashable, Sendable {
  case input = 0
  case output = 1
  case error = 2

  /// The stream in words.
  public var text: String {
    switch self {
    case .input: "standard input"
    case .output: "standard output"
    case .error: "standard error"
    }
  }

  /// Whether nobody reads any more what is written to it.
  public var isAbandoned: Bool { SystemCalls.isAbandoned(self) }

  /// Prepares the streams and the end of the process; to be called once, before anything is opened.
  ///
  /// Afterwards writing to a closed pipe, or more than a file may hold, is an error that a writer sees and not the end of
  /// the process, and no file that is opened can take the place of a stream that was closed from the start. A signal that ends the process
  /// leaves no half written file behind.
  public static func prepareAll() {
    SystemCalls.ignoreBrokenPipes()
    SystemCalls.ignoreFileSizeLimits()
    SystemCalls.occupyClosedStandardStreams()
    SystemCalls.handleSignals()
  }
}
