/// The program that is running.
public enum RunningProgram {
  /// The words that it was called with, its name first; what is not UTF-8 in them becomes U+FFFD.
  public static var arguments: [String] { SystemCalls.arguments().map { String(decoding: $0, as: UTF8.self) } }

  /// Where it lies, if that is known.
  public static var path: FilePath? {
    if let path = try? SystemCalls.destination(ofLink: "/proc/self/exe") { return path }
    guard let name = SystemCalls.arguments().first, name.contains(.slash) else { return nil }
    return SystemCalls.realPath(FilePath(bytes: name))
  }
}
