/// The program that is running.
public enum RunningProgram {
  /// Where it lies, if that is known.
  public static var path: FilePath? {
    if let path = try? SystemCalls.destination(ofLink: "/proc/self/exe") { return path }
    guard let name = SystemCalls.arguments().first, name.contains(.slash) else { return nil }
    return SystemCalls.realPath(FilePath(bytes: name))
  }
}
