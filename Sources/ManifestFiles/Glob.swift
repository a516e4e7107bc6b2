/// A compiled pattern for paths, with the wildcards of git.
///
/// `*` stands for any run of characters and `?` for one, but never for `/`. `**/` at the start or after a `/` stands for
/// any number of folders, `/**` at the end for everything in a folder. `[a-z]`, `[!a]` and `[[:digit:]]` stand for one
/// character. A backslash takes the special meaning from what follows. Patterns of the configuration also know `{a,b}`.
///
/// The pattern is compared with a whole path; what a leading or trailing `/` and a leading `!` mean is known by
/// ``PathPattern``.
public struct Glob: Hashable, Sendable {
  /// Whose rules a pattern follows.
  public enum Style: Hashable, Sendable {
    /// Those of `.gitignore`: a character is a byte, and a pattern that makes no sense matches nothing.
    case git
    /// Our own: a character is a Unicode scalar, and there are alternatives in braces.
    case configuration
  }

  /// Patterns of a simple form need no machine.
  private enum Shape: Hashable, Sendable {
    case nothing
    case literal([UInt8])
    /// `*` and a text without `/`.
    case anyThen([UInt8])
    case program(GlobProgram, Style)
  }

  private let shape: Shape

  /// Compiles a pattern of the configuration.
  public init(_ pattern: String) throws(GlobError) {
    do throws(GlobParser.Failure) {
      shape = try Self.shape(of: Array(pattern.utf8)[...], .configuration)
    } catch {
      throw GlobError(pattern: pattern, message: error.message)
    }
  }

  /// Compiles a pattern of a `.gitignore` file.
  init(git pattern: ArraySlice<UInt8>) {
    shape = (try? Self.shape(of: pattern, .git)) ?? .nothing
  }

  /// Whether the whole path matches.
  public func matches(_ path: FilePath) -> Bool {
    matches(path.bytes[...])
  }

  /// Whether the whole path matches.
  func matches(_ path: ArraySlice<UInt8>) -> Bool {
    switch shape {
    case .nothing: false
    case .literal(let bytes): path.elementsEqual(bytes)
    case .anyThen(let suffix):
      path.count >= suffix.count && path.suffix(suffix.count).elementsEqual(suffix)
        && !path.dropLast(suffix.count).contains(.slash)
    case .program(let program, let style): program.matches(style.symbols(of: path))
    }
  }

  private static func shape(of pattern: ArraySlice<UInt8>, _ style: Style) throws(GlobParser.Failure) -> Shape {
    let special = Array(style == .git ? "*?[\\".utf8 : "*?[\\{".utf8)
    guard let wildcard = pattern.firstIndex(where: special.contains) else { return .literal(Array(pattern)) }
    let rest = pattern[(wildcard + 1)...]
    if wildcard == pattern.startIndex, pattern[wildcard] == UInt8(ascii: "*"),
      !rest.contains(where: { special.contains($0) || $0 == .slash })
    {
      return .anyThen(Array(rest))
    }
    var parser = GlobParser(pattern, style, literalPrefix: wildcard - pattern.startIndex)
    return .program(try parser.program(), style)
  }
}
