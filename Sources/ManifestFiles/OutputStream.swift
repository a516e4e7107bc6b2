/// Writes to a standard stream through a buffer.
///
/// ``StandardStream/prepareAll()`` must have been called. What is left in the buffer is only written by ``flush()``, as
/// nothing could be done about an error later.
public final class OutputStream {
  private let descriptor: Int32
  private let name: String
  private let capacity: Int
  private var buffer: [UInt8] = []
  private var failure: OutputError?

  /// Writes to standard output or standard error, so many bytes at a time.
  public convenience init(_ stream: StandardStream, capacity: Int = 1 << 16) {
    self.init(descriptor: stream.rawValue, name: stream.text, capacity: capacity)
  }

  /// Writes to what a descriptor stands for.
  init(descriptor: Int32, name: String, capacity: Int) {
    self.descriptor = descriptor
    self.name = name
    self.capacity = capacity
  }

  /// Writes bytes, now or later.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    if let failure { throw failure }
    if buffer.count + bytes.count <= capacity {
      buffer.append(contentsOf: bytes)
      return
    }
    try flush()
    if bytes.count < capacity {
      buffer.append(contentsOf: bytes)
    } else {
      try writeThrough(bytes)
    }
  }

  /// Writes text, now or later.
  public func write(_ text: String) throws(OutputError) {
    try write(Array(text.utf8))
  }

  /// Writes all that was given so far.
  public func flush() throws(OutputError) {
    if let failure { throw failure }
    if buffer.isEmpty { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    try writeThrough(buffer)
  }

  private func writeThrough(_ bytes: [UInt8]) throws(OutputError) {
    do {
      try SystemCalls.write(bytes, to: descriptor)
    } catch {
      let failure = explained(error)
      self.failure = failure
      throw failure
    }
  }

  private func explained(_ error: SystemError) -> OutputError {
    switch error {
    case .brokenPipe: .closed
    case .badDescriptor: .failed("\(name) is closed")
    default: .failed("cannot write to \(name): \(error.text)")
    }
  }
}
