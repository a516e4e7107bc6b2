public import ManifestLint

/// What the server asks of the machine that it runs on.
///
/// Paths are absolute. Documents that are open in the editor count over what stands on the disk; the server sees to
/// that, a host only knows the disk.
public protocol LanguageServerHost: Sendable {
  /// The bytes of a file, if there are no more than that.
  func contents(of path: String, limit: Int) -> Result<[UInt8], ReferencedFileProblem>

  /// Where the file lies that a manifest names; it need not exist.
  func location(of path: String, namedBy manifest: String) -> Result<String, ReferencedFileProblem>

  /// The app manifests in some folders and below, in order of path.
  func manifests(in folders: [String]) -> [String]

  /// Takes note that other manifests may be there than were found last.
  func forgetManifests()

  /// What a folder holds, in no order; nothing if there is no such folder.
  func entries(of folder: String) -> [FolderEntry]

  /// What a file is by its name alone.
  func nameMeaning(of path: String) -> NameMeaning

  /// Whether a file is a configuration, going by its name.
  func isConfiguration(_ path: String) -> Bool

  /// How a document is judged.
  func settings(for path: String, _ client: ClientSettings) -> DocumentSettings

  /// Reads configurations anew from now on; the texts of those that are open in the editor count over their files.
  func forgetConfigurations(open texts: [String: SourceText])

  /// The paths of the configurations that are in force for what was asked about so far, in order.
  var configurations: [String] { get }

  /// A configuration as it was read; `nil` if it cannot be.
  func configuration(at path: String, _ client: ClientSettings) -> ConfigurationCheck?

  /// Whether configurations have come, gone or changed on the disk since they were read; looks now and then only, where
  /// it is asked all the time.
  func hasNewConfigurations() -> Bool

  /// What keeps a configuration from being in force as it was meant, in one line; `nil` if nothing does.
  func trouble(withConfigurationAt path: String) -> String?

  /// Where an entry that silences something in a document belongs; `nil` if nowhere.
  func ignoreEntryPlace(for path: String) -> IgnoreEntryPlace?
}

/// What there is to know of a configuration.
public struct ConfigurationCheck: Sendable {
  /// What lints it, and how.
  public var linter: Linter
  public var options: Linter.Options
  /// Its text, and what is wrong with it.
  public var result: LintResult
  /// The paths of the files in which it silences something by an entry.
  public var filesWithEntries: [String]
  /// What there is to say of its entries, given what became of them in each of these files.
  public var review: @Sendable ([[IgnoreEntryUse]]) -> EntryReview

  /// What there is to say of entries.
  public struct EntryReview: Sendable {
    /// Those that are for nothing, or whose last day is over.
    public var diagnostics: [Diagnostic]
    /// The configuration without those that nobody needs; `nil` if all stay.
    public var remainder: RevisedText?

    /// Puts the two together.
    public init(diagnostics: [Diagnostic], remainder: RevisedText?) {
      self.diagnostics = diagnostics
      self.remainder = remainder
    }
  }

  /// Puts the parts together.
  public init(
    linter: Linter, options: Linter.Options, result: LintResult, filesWithEntries: [String],
    review: @escaping @Sendable ([[IgnoreEntryUse]]) -> EntryReview
  ) {
    self.linter = linter
    self.options = options
    self.result = result
    self.filesWithEntries = filesWithEntries
    self.review = review
  }
}

/// Where an entry of a configuration belongs that silences something in a document.
public struct IgnoreEntryPlace: Hashable, Sendable {
  /// The path of the configuration, which need not exist.
  public var configuration: String
  /// The path of the document as seen from there.
  public var file: String

  /// Puts the two together.
  public init(configuration: String, file: String) {
    self.configuration = configuration
    self.file = file
  }
}

/// A file or folder in a folder.
public struct FolderEntry: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Whether it is a folder.
  public var isFolder: Bool

  /// Puts the two together.
  public init(name: String, isFolder: Bool) {
    self.name = name
    self.isFolder = isFolder
  }
}

/// What a file is by its name alone.
public enum NameMeaning: Hashable, Sendable {
  /// An app manifest, whatever it holds.
  case manifest
  /// An app manifest if it plainly is one.
  case candidate
  /// Anything.
  case unknown
}

/// How one document is judged.
public struct DocumentSettings: Sendable {
  /// The rules in force.
  public var rules: RuleSet
  /// The kind, the stage, the variables.
  public var options: Linter.Options
  /// Whether nothing is to be said of it.
  public var isExcluded: Bool
  /// Whether what is in force for it is not all that was meant, as the configuration is wrong somewhere.
  public var hasMistakes: Bool

  /// Puts the parts together.
  public init(
    rules: RuleSet, options: Linter.Options = Linter.Options(), isExcluded: Bool = false, hasMistakes: Bool = false
  ) {
    self.rules = rules
    self.options = options
    self.isExcluded = isExcluded
    self.hasMistakes = hasMistakes
  }
}
