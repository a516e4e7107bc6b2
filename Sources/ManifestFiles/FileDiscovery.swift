/// Finds the files to be linted.
///
/// A file that is named is taken, whatever its name. In a folder that is named, and below it, a search takes files by
/// their names (``DiscoveryName``) and by what the configuration includes. It passes over
///
/// - what git ignores (``IgnoreRules``) and what the configuration excludes; naming a folder lifts the rules that hide
///   the folder itself,
/// - the folders `.git`, `.hg`, `.svn`, `.jj`, `node_modules` and those whose names begin with `.build`,
/// - links to folders, and everything that is no file.
///
/// Other hidden folders are searched. Outside of a repository the `.gitignore` files in the named folder and below it
/// count too, so that an unpacked archive is searched like a clone.
public struct FileDiscovery {
  /// Where the rules of a configuration come from.
  public enum Configuration {
    /// There is none.
    case none
    /// The same for all files, with patterns as seen from a folder; by what lies outside of it, from the working directory.
    case fixed(SearchRules, folder: FilePath)
    /// The nearest configuration above each file; the closure reads one, and says `nil` if it cannot.
    case nearest((_ location: FilePath) -> SearchRules?)
  }

  private let workingDirectory: WorkingDirectory
  private let configuration: Configuration
  private let respectsIgnoreFiles: Bool
  private let forcesExclude: Bool

  /// Sets a search up; it can be forced to leave out files and folders that are named and that the configuration excludes.
  public init(
    workingDirectory: WorkingDirectory, configuration: Configuration = .none, respectsIgnoreFiles: Bool = true,
    forcesExclude: Bool = false
  ) {
    self.workingDirectory = workingDirectory
    self.configuration = configuration
    self.respectsIgnoreFiles = respectsIgnoreFiles
    self.forcesExclude = forcesExclude
  }

  /// Finds the files at some paths; in the working directory if there is none.
  public func files(at paths: [FilePath]) -> FoundFiles {
    var search = FileSearch(
      workingDirectory, configuration, respectsIgnoreFiles: respectsIgnoreFiles, forcesExclude: forcesExclude,
      isSingle: paths.count < 2)
    for path in paths.isEmpty ? [.current] : paths { search.add(path) }
    return search.result()
  }
}
