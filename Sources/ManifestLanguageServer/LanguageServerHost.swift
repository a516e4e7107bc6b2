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

  /// What a folder holds, in no order; nothing if there is no such folder.
  func entries(of folder: String) -> [FolderEntry]

  /// What a file is by its name alone.
  func nameMeaning(of path: String) -> NameMeaning

  /// Whether a file is a configuration, going by its name.
  func isConfiguration(_ path: String) -> Bool

  /// How a document is judged.
  func settings(for path: String, _ client: ClientSettings) -> DocumentSettings
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

/// What somebody has set in the editor.
public struct ClientSettings: Hashable, Sendable {
  /// Whether budgets are shown in the text.
  public var showsInlayHints = false
  /// The rules to check, where no configuration says.
  public var profile: Profile?
  /// The stage to judge as if in.
  public var stage: Stage?

  /// Nothing is set.
  public init() {}

  /// Reads settings; what is not there or makes no sense is left as it was.
  mutating func read(_ node: Node?) {
    guard let node, node.kind == .mapping else { return }
    // Some editors send their settings whole, some only this server's part.
    let own = node["manifestlint"].flatMap { $0.kind == .mapping ? $0 : nil } ?? node
    if let value = own["inlayHints"] { showsInlayHints = value.boolean ?? value["enable"]?.boolean ?? false }
    if let text = own["profile"]?.string { profile = Profile(rawValue: text) }
    if let text = own["stage"]?.string { stage = Stage(rawValue: text) }
  }
}

/// How one document is judged.
public struct DocumentSettings: Sendable {
  /// The rules in force.
  public var rules: RuleSet
  /// The kind, the stage, the variables.
  public var options: Linter.Options
  /// Whether nothing is to be said of it.
  public var isExcluded: Bool

  /// Puts the parts together.
  public init(rules: RuleSet, options: Linter.Options = Linter.Options(), isExcluded: Bool = false) {
    self.rules = rules
    self.options = options
    self.isExcluded = isExcluded
  }
}
