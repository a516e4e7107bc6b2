/// Writes whole files so that nobody ever sees half of one.
public enum AtomicFileWriter {
  /// Replaces what a file holds, or creates it.
  ///
  /// The bytes go to a new file in the same folder, which takes the old one's name when they have reached the disk. A
  /// link stays, and what it leads to is replaced. Permissions stay, owner and group where the system allows it; a
  /// file that may not be written is not replaced either. Other hard links to the file keep the old content. A device
  /// or a pipe, such as `/dev/stdout`, is written to directly.
  public static func write(_ bytes: [UInt8], to path: FilePath) throws(FileError) {
    do throws(SystemError) {
      let status: FileStatus?
      do throws(SystemError) {
        status = try SystemCalls.status(of: path, followingLinks: true)
      } catch .notFound {
        status = nil
      }
      switch status?.kind {
      case .regular where !path.isOfProcess:
        guard SystemCalls.isWritable(path) else { throw .accessDenied }
        try replace(try target(of: path), with: bytes, like: status)
      case nil:
        try replace(try target(of: path), with: bytes, like: nil)
      case .folder:
        throw .isAFolder
      default:
        try writeDirectly(bytes, to: path)
      }
    } catch {
      throw FileError(path, .write, error)
    }
  }

  /// Writes a file that must not exist yet, not even as a link to nothing.
  public static func createNew(_ path: FilePath, _ bytes: [UInt8]) throws(FileError) {
    do throws(SystemError) {
      let file = try SystemCalls.create(path, permissions: 0o666)
      try fill(file, at: path, with: bytes, like: nil)
    } catch {
      throw FileError(path, .write, error)
    }
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: FilePath) throws(SystemError) {
    let file = try SystemCalls.openForWriting(path)
    try SystemCalls.write(bytes, to: file)
    try SystemCalls.close(file)
  }

  private static func replace(
    _ target: FilePath, with bytes: [UInt8], like status: FileStatus?
  ) throws(SystemError) {
    var attempt = 0
    while true {
      let name = ".manifestlint-\(SystemCalls.processIdentifier())-\(attempt).tmp"
      let temporary = target.parent.appending(name.utf8)
      let file: FileDescriptor
      do throws(SystemError) {
        // Until it has the permissions of the file that it replaces, it must not show more than that one did.
        file = try SystemCalls.create(temporary, permissions: status == nil ? 0o666 : 0o600)
      } catch {
        // Left over from a process that was killed, or another thread's.
        attempt += 1
        if error == .alreadyExists && attempt < 100 { continue }
        throw error
      }
      let number = EndOfProcess.remember(temporary)
      defer { EndOfProcess.forget(number) }
      try fill(file, at: temporary, with: bytes, like: status)
      do throws(SystemError) {
        try SystemCalls.rename(temporary, to: target)
      } catch {
        try? SystemCalls.remove(temporary)
        throw error
      }
      // The name is part of the folder, and reaches the disk with it. The file is replaced whatever comes of that.
      return SystemCalls.synchronize(folder: target.parent)
    }
  }

  /// Fills a file that was just created, and removes it when that fails.
  private static func fill(
    _ file: consuming FileDescriptor, at path: FilePath, with bytes: [UInt8], like status: FileStatus?
  ) throws(SystemError) {
    do throws(SystemError) {
      if let status { try SystemCalls.copyAccess(from: status, to: file) }
      try SystemCalls.write(bytes, to: file)
      try SystemCalls.synchronize(file)
      try SystemCalls.close(file)
    } catch {
      try? SystemCalls.remove(path)
      throw error
    }
  }

  /// What a chain of links leads to, whether it exists or not.
  private static func target(of path: FilePath) throws(SystemError) -> FilePath {
    var path = path
    for _ in 0..<40 {
      guard let status = try? SystemCalls.status(of: path, followingLinks: false), status.kind == .link else {
        return path
      }
      path = path.parent.appending(try SystemCalls.destination(ofLink: path))
    }
    throw .tooManyLinks
  }
}

extension FilePath {
  /// Whether it names something that the process has open, such as `/dev/stdout`, and which a new file cannot replace.
  fileprivate var isOfProcess: Bool {
    ["/dev", "/proc"].contains { normalized.isInside($0) }
  }
}
