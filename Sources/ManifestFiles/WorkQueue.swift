/// Does the same work on many things, on several threads, and hands the results over in the order of the things.
///
/// A few things are done without a thread: starting one costs more than linting a file. However much there is to do, only
/// so many results wait for a slow one before them, so that memory does not grow with the work.
public struct WorkQueue: Sendable {
  /// The most threads that work at the same time, the calling one included; `nil` for one a processor.
  public var jobs: Int?
  /// From so many things on, threads are started at once.
  public var threshold = 64
  /// After so many nanoseconds threads are started for fewer things too.
  public var patience: UInt64 = 4_000_000
  /// How many results may wait to be handed over.
  public var window = 256

  /// Stack for deep call chains of the work; a thread's default differs between systems.
  private static let stackSize = 8 << 20

  /// Works with that many threads, or as many as there are processors.
  public init(jobs: Int? = nil) {
    self.jobs = jobs
  }

  /// Works on the numbers from zero up to `count`.
  ///
  /// `state` makes what a thread keeps from one thing to the next, such as buffers. `work` turns a thing into its result,
  /// on any thread. `consume` takes the results in order, on the calling thread; an error that it throws ends everything.
  public func run<State, Result: Sendable, Failure: Error>(
    _ count: Int,
    state makeState: @escaping @Sendable () -> State,
    work: @escaping @Sendable (inout State, Int) -> Result,
    consume: (Int, Result) throws(Failure) -> Void
  ) throws(Failure) {
    var state = makeState()
    var done = 0
    let isAlone = count < 2 || jobs ?? 2 < 2
    let start = isAlone || count >= threshold ? 0 : SystemCalls.monotonicNanoseconds()
    while done < count {
      if !isAlone, count - done > 1 {
        if count >= threshold || SystemCalls.monotonicNanoseconds() - start >= patience { break }
      }
      try consume(done, work(&state, done))
      done += 1
    }
    guard done < count else { return }

    let shared = SharedWork<Result>(from: done, to: count, window: max(1, window))
    let threads = (1..<max(1, min(jobs ?? ProcessorCount.available, count - done))).compactMap { _ in
      WorkerThread(stackSize: Self.stackSize) {
        var state = makeState()
        while let index = shared.next() { shared.store(work(&state, index), at: index) }
      }
    }
    defer {
      shared.cancel()
      for thread in threads { thread.join() }
    }
    while true {
      switch shared.nextForConsumer() {
      case .work(let index):
        shared.store(work(&state, index), at: index)
      case .deliver(let first, let results):
        for (offset, result) in results.enumerated() { try consume(first + offset, result) }
      case .finished:
        return
      }
    }
  }

  /// Works on the numbers from zero up to `count`, when threads have nothing to keep.
  public func run<Result: Sendable, Failure: Error>(
    _ count: Int,
    work: @escaping @Sendable (Int) -> Result,
    consume: (Int, Result) throws(Failure) -> Void
  ) throws(Failure) {
    try run(count, state: {}, work: { (_: inout Void, index) in work(index) }, consume: consume)
  }
}
