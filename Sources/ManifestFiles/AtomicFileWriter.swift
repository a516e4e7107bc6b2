/// Writes whole files so that nobody ever sees half of one.
public enum AtomicFileWriter {
  /// Replaces what a file holds, or creates it, as ``FileReplacement`` does.
  public static func write(_ bytes: [UInt8], to path: FilePath) throws(FileError) {
    let replacement = try FileReplacement(of: path)
    try replacement.write(bytes)
    try replacement.finish()
  }

  /// Writes a file that must not exist yet, not even as a link to nothing.
  public static func createNew(
    _ path: FilePath, _ bytes: [UInt8], isExecutable: Bool = false
  ) throws(FileError) {
    do throws(SystemError) {
      let file = try SystemCalls.create(path, permissions: isExecutable ? 0o777 : 0o666)
      do throws(SystemError) {
        try SystemCalls.write(bytes, to: file)
        try SystemCalls.synchronize(file)
        try SystemCalls.close(file)
      } catch {
        try? SystemCalls.remove(path)
        throw error
      }
    } catch {
      throw FileError(path, .write, error)
    }
  }

  /// Adds to the end of a file that other programs add to as well, and creates it where it is missing.
  public static func append(_ bytes: [UInt8], to path: FilePath) throws(FileError) {
    do throws(SystemError) {
      let file = try SystemCalls.openForAppending(path)
      try SystemCalls.write(bytes, to: file)
      try SystemCalls.close(file)
    } catch {
      throw FileError(path, .write, error)
    }
  }
}
