import ManifestLanguageServer
import ManifestLint
import ManifestRules

/// A machine that a test makes up: files by path, all inside of `/project`.
final class MemoryHost: LanguageServerHost, @unchecked Sendable {
  /// The files; changed by a test between two messages only.
  var files: [String: [UInt8]]
  /// The rules that are on besides, or off.
  var levels: [String: RuleSet.Level] = [:]

  init(_ files: [String: String] = [:]) {
    self.files = files.mapValues { Array($0.utf8) }
  }

  func contents(of path: String, limit: Int) -> Result<[UInt8], ReferencedFileProblem> {
    guard let bytes = files[path] else { return .failure(.missing) }
    return bytes.count > limit ? .failure(.overLimit) : .success(bytes)
  }

  func location(of path: String, namedBy manifest: String) -> Result<String, ReferencedFileProblem> {
    var parts = manifest.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    let location = path.hasPrefix("/") ? path : "/" + parts.joined(separator: "/")
    return location.hasPrefix("/project/") || location == "/project" ? .success(location) : .failure(.outsideProject)
  }

  func manifests(in folders: [String]) -> [String] {
    files.keys.filter { path in folders.contains { path.hasPrefix($0) } && nameMeaning(of: path) != .unknown }.sorted()
  }

  func forgetManifests() {}

  func entries(of folder: String) -> [FolderEntry] {
    var entries: Set<FolderEntry> = []
    for path in files.keys where path.hasPrefix(folder + "/") {
      let parts = path.dropFirst(folder.count + 1).split(separator: "/")
      if let first = parts.first { entries.insert(FolderEntry(name: String(first), isFolder: parts.count > 1)) }
    }
    return Array(entries)
  }

  func nameMeaning(of path: String) -> NameMeaning {
    if path.contains(".pipedrive.") || path.hasSuffix("/pipedrive.app.yaml") { return .manifest }
    return path.contains("/pipedrive/") ? .candidate : .unknown
  }

  func isConfiguration(_ path: String) -> Bool { path.hasSuffix("/.manifestlint.yaml") }

  func settings(for path: String, _ client: ClientSettings) -> DocumentSettings {
    DocumentSettings(
      rules: RuleSet(BuiltInRules.all, profile: client.profile ?? .recommended, levels: levels),
      options: Linter.Options(stage: client.stage))
  }

  // Configurations are tried with files on a disk, in `ConfigurationTests`.

  func forgetConfigurations(open texts: [String: SourceText]) {}

  var configurations: [String] { [] }

  func configuration(at path: String, _ client: ClientSettings) -> ConfigurationCheck? { nil }

  func hasNewConfigurations() -> Bool { false }

  func trouble(withConfigurationAt path: String) -> String? { nil }

  func ignoreEntryPlace(for path: String) -> IgnoreEntryPlace? {
    IgnoreEntryPlace(configuration: "/project/.manifestlint.yaml", file: String(path.dropFirst("/project/".count)))
  }
}
