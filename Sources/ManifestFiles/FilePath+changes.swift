extension FilePath {
  /// Removes the file.
  public func removeFile() throws(FileError) {
    do throws(SystemError) {
      try SystemCalls.remove(self)
    } catch {
      throw FileError(self, .write, error)
    }
  }

  /// Makes a folder here; the one above it must exist.
  public func makeFolder() throws(FileError) {
    do throws(SystemError) {
      try SystemCalls.makeFolder(self)
    } catch {
      throw FileError(self, .write, error)
    }
  }
}
