/// A file to be linted, and why.
public struct FoundFile: Hashable, Sendable {
  /// What brought it in.
  public enum Origin: Hashable, Sendable {
    /// It was named on the command line.
    case named
    /// Its name is that of an app manifest.
    case name
    /// It lies in a folder named `pipedrive`; it only counts if its content is plainly an app manifest.
    case candidate
    /// The configuration lists it.
    case included
    /// An app manifest refers to it.
    case referenced
  }

  /// The path by which it is opened and shown.
  public var path: FilePath
  /// Its absolute path, which is the same however it was named.
  public var location: FilePath
  public var origin: Origin
  /// The location of the configuration that is in force for it; `nil` without one or if none was to be looked for.
  public var configuration: FilePath?

  /// Puts the parts together.
  public init(path: FilePath, location: FilePath, origin: Origin, configuration: FilePath? = nil) {
    self.path = path
    self.location = location
    self.origin = origin
    self.configuration = configuration
  }
}
