/// What a name in a folder stands for.
public enum FileKind: Hashable, Sendable {
  case regular
  case folder
  case link
  case pipe
  case socket
  case device
  case unknown

  /// The kind in words, with its article.
  public var text: String {
    switch self {
    case .regular: "a file"
    case .folder: "a folder"
    case .link: "a link"
    case .pipe: "a pipe"
    case .socket: "a socket"
    case .device: "a device"
    case .unknown: "something unknown"
    }
  }
}
