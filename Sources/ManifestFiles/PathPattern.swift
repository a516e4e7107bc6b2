/// One line of a `.gitignore` file, or one pattern of the configuration.
struct PathPattern: Hashable, Sendable {
  /// Whether it takes paths out that a pattern before it has matched; it begins with `!`.
  let isNegated: Bool

  private let glob: Glob
  /// The folder whose whole content is meant, of a pattern that ends in `/**`.
  private let folder: Glob?
  /// Whether it is for folders only; it ends in `/`.
  private let isForFolders: Bool
  /// Whether it is compared with the last component alone; it has no `/` but at its end.
  private let isForNames: Bool

  /// Reads a line of a `.gitignore` file; `nil` for an empty line or a comment.
  init?(gitLine line: ArraySlice<UInt8>) {
    if line.isEmpty || line.first == UInt8(ascii: "#") { return nil }
    let form = Form(Self.trimmed(line.prefix { $0 != 0 }))
    isNegated = form.isNegated
    isForFolders = form.isForFolders
    isForNames = form.isForNames
    glob = Glob(git: form.pattern)
    folder = nil
  }

  /// Compiles a pattern of the configuration.
  init(_ text: String) throws(GlobError) {
    var form = Form(Array(text.utf8)[...])
    if form.pattern.starts(with: "./".utf8) {
      form.pattern = form.pattern.dropFirst(2)
      form.isForNames = false
    }
    guard !form.pattern.isEmpty else { throw GlobError(pattern: text, message: "pattern is empty") }
    if form.pattern.split(separator: .slash).contains(where: { $0.elementsEqual([.dot, .dot]) }) {
      throw GlobError(pattern: text, message: "'..' leads out of the folder of the configuration")
    }
    isNegated = form.isNegated
    isForFolders = form.isForFolders
    isForNames = form.isForNames
    do {
      glob = try Glob(String(decoding: form.pattern, as: UTF8.self))
    } catch {
      throw GlobError(pattern: text, message: error.message)
    }
    let content = Array("/**".utf8)
    let parent = form.pattern.dropLast(content.count)
    let endsInContent = form.pattern.suffix(content.count).elementsEqual(content) && !parent.isEmpty
    folder = endsInContent ? try? Glob(String(decoding: parent, as: UTF8.self)) : nil
  }

  /// Whether a path matches, as seen from the folder that the pattern belongs to; the name is its last component.
  func matches(_ path: ArraySlice<UInt8>, name: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    if isForFolders && !isFolder { return false }
    return glob.matches(isForNames ? name : path)
  }

  /// Whether everything in a folder matches.
  func matchesContent(of path: ArraySlice<UInt8>) -> Bool {
    folder?.matches(path) ?? false
  }

  /// A line taken apart.
  private struct Form {
    var pattern: ArraySlice<UInt8>
    var isNegated = false
    var isForFolders = false
    var isForNames = false

    init(_ line: ArraySlice<UInt8>) {
      pattern = line
      if pattern.first == UInt8(ascii: "!") {
        isNegated = true
        pattern.removeFirst()
      }
      if pattern.last == .slash {
        isForFolders = true
        pattern.removeLast()
      }
      isForNames = !pattern.contains(.slash)
      if pattern.first == .slash { pattern.removeFirst() }
    }
  }

  /// Takes the spaces off the end, unless a backslash stands before them.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      switch line[index] {
      case UInt8(ascii: " "):
        break
      case UInt8(ascii: "\\"):
        // A backslash at the very end keeps what is before it, as in git.
        if index + 1 == line.endIndex { return line }
        index += 1
        end = index + 1
      default:
        end = index + 1
      }
      index += 1
    }
    return line[..<end]
  }
}
