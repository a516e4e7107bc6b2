/// Knows which rules a search follows where, and reads each configuration once.
struct ConfigurationLookup {
  private let configuration: FileDiscovery.Configuration
  private var finder: ConfigurationFinder
  private var known: [FilePath: BoundRules?] = [:]
  private let fixedRules: BoundRules?

  init(_ configuration: FileDiscovery.Configuration, in workingDirectory: WorkingDirectory) {
    self.configuration = configuration
    finder = ConfigurationFinder(workingDirectory: workingDirectory)
    if case .fixed(let rules, let folder) = configuration {
      let base = PatternBase(workingDirectory.resolved(folder: folder), otherwise: workingDirectory.location)
      fixedRules = BoundRules(rules, base)
    } else {
      fixedRules = nil
    }
  }

  /// The rules for what lies in a folder, and the configuration that they stand in.
  mutating func rules(in folder: FilePath) -> (rules: BoundRules?, configuration: FilePath?) {
    guard case .nearest = configuration else { return (fixedRules, nil) }
    guard let file = finder.nearest(above: folder) else { return (nil, nil) }
    return (rules(of: file), file)
  }

  /// Whether a configuration that lies in a folder counts for what lies beside and below it.
  var looksForConfigurations: Bool {
    if case .nearest = configuration { true } else { false }
  }

  /// The rules in a configuration; `nil` if it cannot be read.
  mutating func rules(of file: FilePath) -> BoundRules? {
    guard case .nearest(let read) = configuration else { return fixedRules }
    if let rules = known[file] { return rules }
    let rules = read(file).map { BoundRules($0, PatternBase(file.parent)) }
    known[file] = .some(rules)
    return rules
  }
}
