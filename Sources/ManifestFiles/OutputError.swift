/// Why nothing more can be written to a stream.
public enum OutputError: Error, Hashable, Sendable {
  /// Nobody reads any more, as after `| head`; the program should end without a word.
  case closed
  /// Anything else, such as a full disk, in one line.
  case failed(String)
}
