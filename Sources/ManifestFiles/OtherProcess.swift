/// A process of the machine that somebody else has started.
public struct OtherProcess: Hashable, Sendable {
  private let number: Int32

  /// The process with a number; `nil` if there is none, or none that can be seen from here.
  public init?(number: Int) {
    guard let number = Int32(exactly: number), number > 0 else { return nil }
    self.number = number
    if !isAlive { return nil }
  }

  /// Whether it has not ended yet.
  public var isAlive: Bool { SystemCalls.isAlive(number) }
}
