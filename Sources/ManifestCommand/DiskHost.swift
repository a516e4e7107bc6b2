import ManifestFiles
import ManifestLanguageServer
import ManifestLint
import ManifestRules

/// The machine that the language server runs on: its disk, and the configurations on it.
struct DiskHost: LanguageServerHost {
  let workingDirectory: WorkingDirectory
  let variables: Variables

  func contents(of path: String, limit: Int) -> Result<[UInt8], ReferencedFileProblem> {
    do throws(FileError) {
      return .success(try FileReader(limit: limit).read(FilePath(path)))
    } catch {
      return .failure(ReferencedFileProblem(error.reason))
    }
  }

  func location(of path: String, namedBy manifest: String) -> Result<String, ReferencedFileProblem> {
    guard let file = ProjectRoot.file(path, namedBy: FilePath(manifest), in: workingDirectory) else {
      return .failure(.outsideProject)
    }
    return .success(location(of: file))
  }

  /// The absolute path of what is named relative to the working directory.
  private func location(of file: FilePath) -> String { workingDirectory.location.appending(file).collapsed.text }

  func manifests(in folders: [String]) -> [String] {
    if folders.isEmpty { return [] }
    let found = FileDiscovery(workingDirectory: workingDirectory).files(at: folders.map { FilePath($0) })
    return found.files.map(\.location.text).sorted()
  }

  func entries(of folder: String) -> [FolderEntry] {
    FolderListing.entries(of: FilePath(folder)).map { FolderEntry(name: $0.name, isFolder: $0.isFolder) }
  }

  func nameMeaning(of path: String) -> NameMeaning {
    switch DiscoveryName(FilePath(path)) {
    case .manifest: .manifest
    case .candidate: .candidate
    case nil: .unknown
    }
  }

  func isConfiguration(_ path: String) -> Bool {
    ConfigurationFile.names.contains { FilePath(path).name.elementsEqual($0.utf8) }
  }

  func settings(for path: String, _ client: ClientSettings) -> DocumentSettings {
    DocumentSettings(
      rules: RuleSet(BuiltInRules.all, profile: client.profile ?? .recommended),
      options: Linter.Options(stage: client.stage, variables: variables))
  }
}
