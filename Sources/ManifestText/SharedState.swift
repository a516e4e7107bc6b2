import Synchronization

/// A value that threads share, each in its turn.
///
/// It is `Synchronization.Mutex`, and lets the thread sanitizer know of the turns: that does not see into the library which
/// `Mutex` comes with, and would take two turns for two threads at once.
package struct SharedState<Value>: ~Copyable, Sendable {
  private let mutex: Mutex<Value>
  /// Read when a turn begins and written when it ends, in sight of the sanitizer.
  private let turns = Atomic(0)

  /// Shares a value that nobody else has.
  package init(_ value: sending Value) {
    mutex = Mutex(value)
  }

  /// Uses the value while no other thread does.
  package borrowing func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    try mutex.withLock { value throws(Failure) in
      _ = turns.load(ordering: .acquiring)
      defer { turns.add(1, ordering: .releasing) }
      return try body(&value)
    }
  }
}
