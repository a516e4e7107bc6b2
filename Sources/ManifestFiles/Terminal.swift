/// What is known of the terminal that a stream may be connected to.
public enum Terminal {
  /// Whether a stream is connected to a terminal.
  public static func isTerminal(_ stream: StandardStream) -> Bool {
    SystemCalls.isTerminal(stream)
  }

  /// The columns that a line may take: what `COLUMNS` says, else what the terminal says; `nil` where nothing is known.
  public static func width(of stream: StandardStream, _ environment: Environment) -> Int? {
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
    return SystemCalls.terminalWidth(stream)
  }
}
