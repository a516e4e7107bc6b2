public import ManifestText

/// Reads whole files, and never waits for a pipe or a device.
public struct FileReader: Sendable {
  /// The most bytes that a file may have.
  public var limit: Int

  /// Reads files of up to 64 MB, or another size.
  public init(limit: Int = 64 << 20) {
    self.limit = limit
  }

  /// Reads all bytes of a regular file, or of one that a link leads to.
  public func read(_ path: FilePath) throws(FileError) -> [UInt8] {
    let outcome: Outcome
    do throws(SystemError) {
      outcome = try readOpened(SystemCalls.openForReading(path))
    } catch {
      throw explained(error, path)
    }
    switch outcome {
    case .bytes(let bytes): return bytes
    case .refused(let reason): throw FileError(path: path, operation: .read, reason: reason)
    }
  }

  /// Reads a file as the text that is judged, and that diagnostics may show under another name.
  public func source(at path: FilePath, name: FilePath? = nil) throws(FileError) -> SourceText {
    SourceText(path: (name ?? path).text, bytes: try read(path))
  }

  /// Reads standard input to its end; unlike a file it may be a pipe or a terminal.
  public func readStandardInput() throws(FileError) -> [UInt8] {
    func error(_ reason: FileError.Reason) -> FileError {
      FileError(path: "-", operation: .read, reason: reason)
    }
    let bytes: [UInt8]
    do throws(SystemError) {
      let status = try SystemCalls.statusOfStandardInput()
      bytes = try SystemCalls.readStandardInputToEnd(expectedSize: status.size, limit: limit)
    } catch {
      if error == .badDescriptor { throw FileError(path: "-", operation: .read, reason: .closed(.input)) }
      throw FileError("-", .read, error)
    }
    if bytes.count > limit { throw error(.tooLarge(limit: limit)) }
    return bytes
  }

  private enum Outcome {
    case bytes([UInt8])
    case refused(FileError.Reason)
  }

  private func readOpened(_ file: consuming FileDescriptor) throws(SystemError) -> Outcome {
    let status = try SystemCalls.status(of: file)
    switch status.kind {
    case .regular: break
    case .folder: return .refused(.isFolder)
    case let kind: return .refused(.notRegularFile(kind))
    }
    if status.size > limit { return .refused(.tooLarge(limit: limit)) }
    // The size is a guess: the file may grow meanwhile, and those in /proc say 0.
    let bytes = try SystemCalls.readToEnd(of: file, expectedSize: status.size, limit: limit)
    return bytes.count > limit ? .refused(.tooLarge(limit: limit)) : .bytes(bytes)
  }

  /// Looks closer only after something went wrong.
  private func explained(_ error: SystemError, _ path: FilePath) -> FileError {
    if error == .notFound, let status = try? SystemCalls.status(of: path, followingLinks: false), status.kind == .link {
      return FileError(path: path, operation: .read, reason: .brokenLink)
    }
    return FileError(path, .read, error)
  }
}
