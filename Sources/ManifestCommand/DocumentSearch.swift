import ManifestFiles

/// Finds documents of any kind: JSON and YAML files.
struct DocumentSearch {
  private let workingDirectory: WorkingDirectory

  init(_ workingDirectory: WorkingDirectory) {
    self.workingDirectory = workingDirectory
  }

  /// The files at paths: those that are named, those in folders that are named, and those that match a pattern which
  /// the shell left alone.
  func documents(at arguments: [String]) -> (files: [FilePath], errors: [FileError]) {
    var files: Set<FilePath> = []
    var errors: [FileError] = []
    for argument in arguments {
      let found = isPattern(argument) ? matching(argument) : search([argument], for: ["*.json", "*.yaml", "*.yml"])
      files.formUnion(found.files)
      errors += found.errors
    }
    return (files.sorted(), errors)
  }

  private func search(_ paths: [String], for patterns: [String]) -> (files: [FilePath], errors: [FileError]) {
    let rules = SearchRules(
      include: (try? PathPatternList(patterns)) ?? PathPatternList(), includesOtherNames: true)
    let paths = paths.map(FilePath.init(argument:))
    // What lies elsewhere is not seen from here.
    let elsewhere = paths.map(workingDirectory.realLocation).first { !$0.isInside(workingDirectory.location) }
    let discovery = FileDiscovery(
      workingDirectory: workingDirectory,
      configuration: .fixed(rules, folder: elsewhere ?? workingDirectory.location))
    let found = discovery.files(at: paths)
    return (found.files.filter { $0.origin == .named || $0.origin == .included }.map(\.path), found.errors)
  }

  private func isPattern(_ argument: String) -> Bool {
    guard argument.contains(where: { "*?[{".contains($0) }) else { return false }
    return search([argument], for: []).files.isEmpty
  }

  private func matching(_ pattern: String) -> (files: [FilePath], errors: [FileError]) {
    let relative = pattern.hasPrefix("./") ? String(pattern.dropFirst(2)) : pattern
    let found = search([], for: ["/" + relative])
    if !found.files.isEmpty { return found }
    return ([], [FileError(path: FilePath(argument: pattern), operation: .read, reason: .notFound)] + found.errors)
  }
}
