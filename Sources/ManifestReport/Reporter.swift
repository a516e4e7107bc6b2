/// Writes a report, file by file as they come, so that it needs no more memory for more files.
///
/// Every call appends to the bytes that it is handed; the caller writes them out and empties them when it likes.
public protocol Reporter: Sendable {
  /// Writes what stands before the first file.
  mutating func begin(into output: inout [UInt8])
  /// Writes what was found in one file.
  mutating func report(_ file: ReportedFile, into output: inout [UInt8])
  /// Writes what stands after the last file.
  mutating func finish(_ summary: Summary, into output: inout [UInt8])
}
