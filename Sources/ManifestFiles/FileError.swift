/// Why a file or folder could not be used.
public struct FileError: Error, Hashable, Sendable {
  /// What was to be done.
  public enum Operation: Hashable, Sendable {
    case read
    case write
    /// Looking for files in a folder.
    case search
    /// Running a program.
    case run

    fileprivate var text: String {
      switch self {
      case .read: "read"
      case .write: "write"
      case .search: "search"
      case .run: "run"
      }
    }
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
    /// Nobody wants it to be read who does not know what it is.
    case refused(RefusedFile)
    /// It is listed as a document, and has no name of one.
    case notADocument
    case alreadyExists
    /// The program was started without this stream.
    case closed(StandardStream)
    /// The program was run, and failed with these words.
    case failed(String)
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
    let name = path == "-" && operation == .read ? StandardStream.input.text : "'\(path)'"
    switch reason {
    case .notFound: return operation == .run ? "there is no \(name) in PATH" : "\(name) does not exist"
    case .brokenLink: return "\(name) is a link to something that does not exist"
    case .notReadable: return "no permission to \(operation.text) \(name)"
    case .notWritable: return "no permission to write \(name)"
    case .isFolder: return "\(name) is a folder, not a file"
    case .notRegularFile(let kind): return "\(name) is \(kind.text), not a regular file"
    case .tooLarge(let limit): return "\(name) is larger than \(Self.size(limit))"
    case .refused(let refusal): return "\(name) is \(refusal.summary)"
    case .notADocument: return "\(name) has a name that does not end in .json, .yaml or .yml"
    case .alreadyExists: return "\(name) already exists"
    case .closed(let stream): return "\(stream.text) is closed"
    case .failed(let words): return "\(name) says: \(words)"
    case .other(let text): return "cannot \(operation.text) \(name): \(text)"
    }
  }

  /// What is wrong, for where the file is named already.
  public var summary: String {
    let noun = operation == .search ? "folder" : "file"
    switch reason {
    case .notFound: return "\(noun) does not exist"
    case .brokenLink: return "\(noun) is a link to something that does not exist"
    case .notReadable: return "no permission to \(operation.text) the \(noun)"
    case .notWritable: return "no permission to write the \(noun)"
    case .isFolder: return "this is a folder, not a file"
    case .notRegularFile(let kind): return "this is \(kind.text), not a regular file"
    case .tooLarge(let limit): return "\(noun) is larger than \(Self.size(limit))"
    case .refused(let refusal): return "this is \(refusal.summary)"
    case .notADocument: return "\(noun) has a name that does not end in .json, .yaml or .yml"
    case .alreadyExists: return "\(noun) already exists"
    case .closed(let stream): return "\(stream.text) is closed"
    case .failed(let words): return "the program says: \(words)"
    case .other(let text): return "cannot \(operation.text) the \(noun): \(text)"
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
