/// How many processors there are to work with.
enum ProcessorCount {
  /// The processors of the machine, or fewer where a container may not use them all.
  static var available: Int {
    let count = SystemCalls.processorCount()
    guard let limit = try? FileReader(limit: 1 << 10).read("/sys/fs/cgroup/cpu.max") else { return count }
    return min(count, Self.limit(String(decoding: limit, as: UTF8.self)) ?? count)
  }

  /// Reads the processor time that Linux gives a container: `200000 100000` are two processors.
  static func limit(_ text: String) -> Int? {
    let numbers = text.split { $0 == " " || $0 == "\n" }.map { Int($0) }
    guard numbers.count == 2, let time = numbers[0], let period = numbers[1], time > 0, period > 0 else { return nil }
    return max(1, time / period + (time.isMultiple(of: period) ? 0 : 1))
  }
}
