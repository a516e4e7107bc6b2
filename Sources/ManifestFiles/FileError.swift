/// Why a file or folder could not be used.
public struct FileError: Error, Hashable, Sendable {
  /// What was to be done.
  public enum Operation: Hashable, Sendable {
    case read
    case write
    /// Looking for files in a folder.
    case search
  }

  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    case notFound
    /// A link leads to nothing.
    case brokenLink
    /// The permission to read is missing.
    case notReadable
    /// The permission to write is missing.
    case notWritable
    case isFolder
    /// A pipe, a socket or a device, which are not read since that could take for ever.
    case notRegularFile(FileKind)
    /// The file is larger than so many bytes.
    case tooLarge(limit: Int)
    case alreadyExists
    /// The program was started without this stream.
    case closed(StandardStream)
    /// Anything else, in the words of the operating system.
    case other(String)
  }

  public var path: FilePath
  public var operation: Operation
  public var reason: Reason

  /// Puts the parts together.
  public init(path: FilePath, operation: Operation, reason: Reason) {
    self.path = path
    self.operation = operation
    self.reason = reason
  }

  /// What is wrong, in one line that names the file.
  public var message: String {
    switch reason {
    case .notFound: "'\(path)' does not exist"
    case .brokenLink: "'\(path)' is a link to something that does not exist"
    case .notReadable: "no permission to read '\(path)'"
    case .notWritable: "no permission to write '\(path)'"
    case .isFolder: "'\(path)' is a folder, not a file"
    case .notRegularFile(let kind): "'\(path)' is \(kind.text), not a regular file"
    case .tooLarge(let limit): "'\(path)' is larger than \(Self.size(limit))"
    case .alreadyExists: "'\(path)' already exists"
    case .closed(let stream): "\(stream.text) is closed"
    case .other(let text):
      switch operation {
      case .read: "cannot read '\(path)': \(text)"
      case .write: "cannot write '\(path)': \(text)"
      case .search: "cannot search '\(path)': \(text)"
      }
    }
  }

  /// What is wrong, for where the file is named already.
  public var summary: String {
    switch reason {
    case .notFound: "file does not exist"
    case .brokenLink: "file is a link to something that does not exist"
    case .notReadable: "no permission to read the file"
    case .notWritable: "no permission to write the file"
    case .isFolder: "this is a folder, not a file"
    case .notRegularFile(let kind): "this is \(kind.text), not a regular file"
    case .tooLarge(let limit): "file is larger than \(Self.size(limit))"
    case .alreadyExists: "file already exists"
    case .closed(let stream): "\(stream.text) is closed"
    case .other(let text):
      switch operation {
      case .read: "file cannot be read: \(text)"
      case .write: "file cannot be written: \(text)"
      case .search: "folder cannot be searched: \(text)"
      }
    }
  }

  private static func size(_ bytes: Int) -> String {
    let megabyte = 1 << 20
    return bytes >= megabyte && bytes.isMultiple(of: megabyte) ? "\(bytes / megabyte) MB" : "\(bytes) bytes"
  }
}

extension FileError {
  /// Gives an error of the operating system its meaning.
  init(_ path: FilePath, _ operation: Operation, _ error: SystemError) {
    self.init(path: path, operation: operation, reason: Self.reason(error, operation))
  }

  private static func reason(_ error: SystemError, _ operation: Operation) -> Reason {
    switch error {
    case .notFound, .notAFolder: .notFound
    case .accessDenied, .notPermitted: operation == .write ? .notWritable : .notReadable
    case .isAFolder: .isFolder
    case .alreadyExists: .alreadyExists
    // What opening a socket gives.
    case .noSuchDevice, .operationNotSupported: operation == .read ? .notRegularFile(.socket) : .other(error.text)
    default: .other(error.text)
    }
  }
}
