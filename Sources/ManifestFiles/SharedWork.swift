/// What the threads of a ``WorkQueue`` share: which thing is next, and the results that wait to be handed over.
final class SharedWork<Result: Sendable>: Sendable {
  /// What the thread that takes the results should do.
  enum Step {
    case work(Int)
    /// Takes results, the first of which belongs to this number.
    case deliver(Int, [Result])
    case finished
  }

  fileprivate struct State {
    /// The next number that nobody works on.
    var next: Int
    /// The first number whose result has not been taken.
    var delivered: Int
    var end: Int
    /// The results from `delivered` on, each at its number modulo the length.
    var results: [Result?]
    var isCancelled = false

    var hasRoom: Bool { next < delivered + results.count }
  }

  private let state: Monitor<State>

  init(from start: Int, to end: Int, window: Int) {
    let results = [Result?](repeating: nil, count: window)
    state = Monitor(State(next: start, delivered: start, end: end, results: results))
  }

  /// The next number to work on, once there is room for its result; `nil` if there is none.
  func next() -> Int? {
    state.wait { state -> Int?? in
      if state.isCancelled || state.next >= state.end { return .some(nil) }
      guard state.hasRoom else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// Keeps a result until it is taken.
  func store(_ result: Result, at index: Int) {
    let isAwaited = state.withLock { state in
      state.results[index % state.results.count] = result
      return index == state.delivered
    }
    if isAwaited { state.notify() }
  }

  /// The next step of the thread that takes the results: it takes what is ready, else works, else waits.
  func nextForConsumer() -> Step {
    let step = state.wait { state -> Step? in
      if state.delivered == state.end { return .finished }
      let first = state.delivered
      let ready = state.takeReady()
      if !ready.isEmpty { return .deliver(first, ready) }
      guard state.next < state.end, state.hasRoom else { return nil }
      defer { state.next += 1 }
      return .work(state.next)
    }
    // There is room again.
    if case .deliver = step { state.notify() }
    return step
  }

  /// Lets no thread take on anything more.
  func cancel() {
    state.withLock { $0.isCancelled = true }
    state.notify()
  }
}

extension SharedWork.State {
  /// Takes out the results that are complete from the first on.
  fileprivate mutating func takeReady() -> [Result] {
    var ready: [Result] = []
    while delivered < end {
      let place = delivered % results.count
      guard let result = results[place] else { break }
      ready.append(result)
      results[place] = nil
      delivered += 1
    }
    return ready
  }
}
