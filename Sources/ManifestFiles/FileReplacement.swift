/// A file that is written piece by piece, and that nobody sees before it is whole.
///
/// The bytes go to a new file in the same folder, which takes the old one's name at the end. A link stays, and what it
/// leads to is replaced. Permissions stay, owner and group where the system allows it; a file that may not be written is
/// not replaced either. Other hard links to the file keep the old content. A device or a pipe, such as `/dev/stdout`, is
/// written to directly. What is not finished leaves nothing behind.
public final class FileReplacement {
  private let path: FilePath
  private let file: FileDescriptor
  /// The new file, by what a signal that ends the process removes it, and the name that it is to take; `nil` where there
  /// is nothing to replace.
  private let names: (temporary: FilePath, remembered: Int?, target: FilePath)?
  private var buffer: [UInt8] = []
  private var isFinished = false

  private static let capacity = 1 << 16

  /// Begins to write what is to stand at a path; its folder must exist.
  public init(of path: FilePath) throws(FileError) {
    self.path = path
    do throws(SystemError) {
      let status: FileStatus?
      do throws(SystemError) {
        status = try SystemCalls.status(of: path, followingLinks: true)
      } catch .notFound {
        status = nil
      }
      if status?.kind == .folder { throw .isAFolder }
      if let status, status.kind != .regular || path.isOfProcess {
        names = nil
        file = try SystemCalls.openForWriting(path)
      } else {
        if status != nil, !SystemCalls.isWritable(path) { throw .accessDenied }
        let target = try Self.target(of: path)
        let temporary = target.parent.appending(Self.temporaryName.utf8)
        // Before it is there: a signal may come at any time.
        let remembered = EndOfProcess.remember(temporary)
        names = (temporary, remembered, target)
        do throws(SystemError) {
          file = try Self.create(temporary, like: status)
        } catch {
          EndOfProcess.forget(remembered)
          throw error
        }
      }
    } catch {
      throw FileError(path, .write, error)
    }
  }

  deinit {
    guard let names, !isFinished else { return }
    try? SystemCalls.remove(names.temporary)
    EndOfProcess.forget(names.remembered)
  }

  /// Writes bytes, now or later.
  public func write(_ bytes: [UInt8]) throws(FileError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Waits until all bytes have reached the disk, and gives the file its name.
  public func finish() throws(FileError) {
    try flush()
    do throws(SystemError) {
      guard let names else { return }
      try SystemCalls.synchronize(file)
      try SystemCalls.rename(names.temporary, to: names.target)
      isFinished = true
      EndOfProcess.forget(names.remembered)
      // The name is part of the folder, and reaches the disk with it. The file is replaced whatever comes of that.
      SystemCalls.synchronize(folder: names.target.parent)
    } catch {
      throw FileError(path, .write, error)
    }
  }

  private func flush() throws(FileError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    do throws(SystemError) {
      try SystemCalls.write(buffer, to: file)
    } catch {
      throw FileError(path, .write, error)
    }
  }

  /// A name that nobody else takes: processes in two containers may have one number, and folders in common.
  private static var temporaryName: String {
    ".manifestlint-\(SystemCalls.processIdentifier())-\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
  }

  private static func create(_ path: FilePath, like status: FileStatus?) throws(SystemError) -> FileDescriptor {
    // Until it has the permissions of the file that it replaces, it must not show more than that one did.
    let file = try SystemCalls.create(path, permissions: status == nil ? 0o666 : 0o600)
    guard let status else { return file }
    do throws(SystemError) {
      try SystemCalls.copyAccess(from: status, to: file)
    } catch {
      try? SystemCalls.remove(path)
      throw error
    }
    return file
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
