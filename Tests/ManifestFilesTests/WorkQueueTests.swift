import ManifestFiles
import Synchronization
import Testing

@Suite struct WorkQueueTests {
  private func queue(jobs: Int, window: Int = 8) -> WorkQueue {
    var queue = WorkQueue(jobs: jobs)
    queue.threshold = 0
    queue.window = window
    return queue
  }

  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 63, 64, 500])
  func `results come in the order of the things`(jobs: Int, count: Int) {
    var results: [Int] = []
    queue(jobs: jobs).run(count) { index -> Int in
      // Uneven work, so that threads overtake each other.
      (0..<(index * 7919 % 1000)).reduce(index) { ($0 &* 31 &+ $1) ^ index } &* 0 &+ index * 2
    } consume: { index, result in
      #expect(result == index * 2)
      results.append(index)
    }
    #expect(results == Array(0..<count))
  }

  @Test func `an error ends the work and comes through`() {
    struct Closed: Error {}
    let started = Mutex(0)
    var consumed = 0
    #expect(throws: Closed.self) {
      try queue(jobs: 4).run(100_000) { index -> Int in
        started.withLock { $0 += 1 }
        return index
      } consume: { (index, _) throws(Closed) in
        if index == 10 { throw Closed() }
        consumed += 1
      }
    }
    #expect(consumed == 10)
    #expect(started.withLock { $0 } < 100)
  }

  @Test(arguments: [1, 2, 8])
  func `only so many results wait for a slow one`(window: Int) {
    let consumed = Mutex(0)
    let furthest = Mutex(0)
    queue(jobs: 4, window: window).run(2000) { index -> Int in
      let done = consumed.withLock { $0 }
      furthest.withLock { $0 = max($0, index - done) }
      return (0..<(index % 50 == 0 ? 20_000 : 10)).reduce(0) { $0 ^ $1 }
    } consume: { _, _ in
      consumed.withLock { $0 += 1 }
    }
    // Those that wait, and those that are being handed over.
    #expect(furthest.withLock { $0 } <= 2 * window)
    #expect(consumed.withLock { $0 } == 2000)
  }

  @Test func `each thread keeps a state of its own`() {
    let states = Mutex(0)
    var total = 0
    queue(jobs: 3).run(300) {
      states.withLock { $0 += 1 }
      return [Int]()
    } work: { (seen: inout [Int], index) -> Int in
      seen.append(index)
      return seen.count
    } consume: { _, count in
      total += count > 0 ? 1 : 0
    }
    #expect(total == 300)
    #expect(states.withLock { $0 } <= 3)
  }

  @Test func `a few things are done on the calling thread`() {
    let states = Mutex(0)
    var queue = WorkQueue(jobs: 4)
    queue.patience = .max
    queue.run(63) {
      states.withLock { $0 += 1 }
    } work: { (_: inout Void, index) -> Int in
      index
    } consume: { _, _ in
    }
    #expect(states.withLock { $0 } == 1)
  }

  @Test func `things that take long get threads however few they are`() {
    var results: [Int] = []
    var queue = WorkQueue(jobs: 2)
    queue.patience = 0
    queue.run(3) {
      $0
    } consume: { _, result in
      results.append(result)
    }
    #expect(results == [0, 1, 2])
  }

  @Test func `threads have the stack of the main thread`() {
    @Sendable func depth(_ count: Int) -> Int {
      // About a kilobyte a call.
      withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
        buffer.initializeMemory(as: UInt8.self, repeating: UInt8(truncatingIfNeeded: count))
        return count == 0 ? 0 : depth(count - 1) + Int(buffer[0]) &* 0 + 1
      }
    }
    queue(jobs: 4).run(64) { _ in
      depth(2000)
    } consume: { _, result in
      #expect(result == 2000)
    }
  }
}
