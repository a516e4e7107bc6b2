/// A line that shows how far long work has come, and that is gone when it is done.
///
/// It is a value that makes the bytes for standard error: what it shows depends only on what it is told.
public struct ProgressBar: Sendable {
  private let total: Int
  private let noun: String
  private let width: Int
  private let isShown: Bool
  private let start: UInt64
  private var lastDrawing: UInt64?

  /// How long work takes before a bar is worth it, and how often it changes after that, in nanoseconds.
  private static let (delay, pause): (UInt64, UInt64) = (500_000_000, 100_000_000)

  /// Prepares a bar.
  ///
  /// - Parameters:
  ///   - total: How many things there are.
  ///   - noun: What they are called: `files`.
  ///   - width: The columns of the terminal.
  ///   - isShown: Whether there is a terminal that understands what is written.
  ///   - now: The time at which the work begins.
  public init(total: Int, noun: String, width: Int, isShown: Bool, now: UInt64) {
    self.total = total
    self.noun = noun
    self.width = width
    self.isShown = isShown
    start = now
  }

  /// Prepares a bar for the terminal that standard error is connected to; none is shown where there is no terminal.
  public init(total: Int, noun: String, _ environment: Environment) {
    let isShown = Terminal.isTerminal(.error) && environment["TERM"] != "dumb" && !environment.has("CI")
    let width = isShown ? Terminal.width(of: .error, environment) ?? 80 : 80
    self.init(total: total, noun: noun, width: width, isShown: isShown, now: Self.now)
  }

  /// The present time, on a clock that never goes back.
  public static var now: UInt64 { SystemCalls.monotonicNanoseconds() }

  /// Shows that so many things are done, if it is time to.
  ///
  /// - Returns: What to write; empty most of the time.
  public mutating func update(done: Int, now: UInt64) -> [UInt8] {
    guard isShown, now &- start >= Self.delay, done < total else { return [] }
    if let lastDrawing, now &- lastDrawing < Self.pause { return [] }
    lastDrawing = now
    return Array("\r\u{1B}[2K\(line(done))".utf8)
  }

  /// Removes the line, before anything else is written or at the end.
  ///
  /// - Returns: What to write; empty if there is no line.
  public mutating func erase() -> [UInt8] {
    guard lastDrawing != nil else { return [] }
    lastDrawing = nil
    return Array("\r\u{1B}[2K".utf8)
  }

  private func line(_ done: Int) -> String {
    let count = "\(done)/\(total) \(noun)"
    // The last column stays free: some terminals begin a new line after it.
    let room = min(40, width - 1 - count.utf8.count - 3)
    guard room >= 5 else { return String(count.prefix(max(0, width - 1))) }
    let filled = room * done / max(1, total)
    return "[" + String(repeating: "#", count: filled) + String(repeating: " ", count: room - filled) + "] " + count
  }
}
