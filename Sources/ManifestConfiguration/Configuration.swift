public import ManifestFiles
public import ManifestLint

/// What a configuration file says, as far as it can be used.
public struct Configuration: Sendable {
  /// What is said of one rule.
  public struct RuleSetting: Sendable {
    /// The id of a rule that exists.
    public var rule: String
    /// The severity of its findings, or that it is off; `nil` where the profile decides.
    public var level: Located<RuleSet.Level>?
    /// The object that holds its options; `nil` if it has none.
    public var options: Node?
  }

  /// Files that are manifests although their names do not say so.
  public struct Inclusion: Sendable {
    /// Which files.
    public var files: FilePatterns
    /// What they are; `nil` if their content tells.
    public var kind: Located<DocumentKind>?
  }

  /// What holds for some files only.
  public struct Override: Sendable {
    /// The object in the configuration.
    public var node: Node
    /// Which files.
    public var files: FilePatterns
    public var profile: Located<Profile>?
    public var stage: Located<Stage>?
    public var rules: [RuleSetting]
  }

  /// Findings that are known and not to be reported.
  public struct Ignore: Sendable {
    /// The object in the configuration.
    public var node: Node
    /// The file, as seen from the folder that the patterns are seen from.
    public var file: FilePath
    /// What is silenced in it.
    public var entry: IgnoreEntry
  }

  /// The absolute path of its file.
  public let location: FilePath
  /// Its text, with the path that it is shown by.
  public let source: SourceText
  /// The folders that paths and patterns are seen from.
  public let base: PatternBase

  public internal(set) var profile: Located<Profile>?
  public internal(set) var stage: Located<Stage>?
  public internal(set) var rules: [RuleSetting] = []
  public internal(set) var inclusions: [Inclusion] = []
  public internal(set) var excluded = FilePatterns()
  /// In order: later ones win.
  public internal(set) var overrides: [Override] = []
  public internal(set) var ignores: [Ignore] = [] {
    didSet { ignoresByFile = Dictionary(grouping: ignores.indices) { ignores[$0].file } }
  }

  private var ignoresByFile: [FilePath: [Int]] = [:]

  /// One that says nothing.
  init(location: FilePath, source: SourceText, base: PatternBase) {
    self.location = location
    self.source = source
    self.base = base
  }
}

extension Configuration {
  /// What it says about which files a search takes.
  public var searchRules: SearchRules {
    var include = PathPatternList()
    for inclusion in inclusions { include.append(inclusion.files.list) }
    return SearchRules(exclude: excluded.list, include: include)
  }

  /// Whether the file at a location is one that it excludes.
  public func excludes(_ location: FilePath) -> Bool {
    base.path(of: location).map { excluded.list.matches($0) } ?? false
  }

  /// Whether the file at a location is one that it includes.
  public func includes(_ location: FilePath) -> Bool {
    guard !inclusions.isEmpty, let path = base.path(of: location) else { return false }
    return inclusions.contains { $0.files.list.matches(path) }
  }

  /// Which of its overrides hold for the file at a location, in order.
  public func overrides(for location: FilePath) -> [Int] {
    guard !overrides.isEmpty, let path = base.path(of: location) else { return [] }
    return overrides.indices.filter { overrides[$0].files.list.matches(path) }
  }

  /// What it says that the file at a location is.
  public func kind(of location: FilePath) -> Located<DocumentKind>? {
    guard !inclusions.isEmpty, let path = base.path(of: location) else { return nil }
    return inclusions.last { $0.kind != nil && $0.files.list.matches(path) }?.kind
  }

  /// What it silences in the file at a location.
  public func ignores(in location: FilePath) -> [Ignore] {
    guard !ignores.isEmpty, let path = base.path(of: location) else { return [] }
    return (ignoresByFile[path] ?? []).map { ignores[$0] }
  }
}
