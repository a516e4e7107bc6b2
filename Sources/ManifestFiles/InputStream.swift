/// Standard input as a stream whose end nobody waits for.
public struct InputStream: Sendable {
  private static let pieceSize = 1 << 16

  /// Standard input.
  public init() {}

  /// The bytes that have come; nothing means that no more will come.
  ///
  /// Waits where nothing has come yet.
  public func next() throws(FileError) -> [UInt8] {
    do throws(SystemError) {
      return try SystemCalls.readAvailableStandardInput(limit: Self.pieceSize)
    } catch {
      throw FileError("-", .read, error)
    }
  }

  /// Whether bytes have come that ``next()`` would give at once.
  public var hasBytes: Bool { SystemCalls.hasStandardInput(within: 0) }

  /// Waits until bytes have come, or their end, but only so long.
  ///
  /// - Returns: Whether ``next()`` would not have to wait.
  public func hasBytes(withinMilliseconds milliseconds: Int32) -> Bool {
    SystemCalls.hasStandardInput(within: milliseconds)
  }
}
