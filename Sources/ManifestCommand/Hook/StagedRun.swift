import ArgumentParser
import ManifestFiles
import ManifestLint

/// Lints the manifests that the next commit changes, as they are staged.
///
/// What is staged is written to a folder of its own, which is searched as the repository would be. So neither changes
/// that are not staged nor files that git does not know have any part in it, and nobody's files are touched.
struct StagedRun {
  private let command: LintCommand

  /// Takes options of `lint`.
  ///
  /// - Throws: A validation error for options that make no sense here.
  init(_ options: [String]) throws {
    command = try LintCommand.parse(["--allow-empty"] + options)
    if !command.paths.isEmpty { throw ValidationError("'hook run' takes no paths: it lints what is staged") }
    if command.appliesFixes {
      throw ValidationError("'hook run' changes nothing: run 'manifestlint --fix' and stage what it changes")
    }
    if let request = command.report.report.first(where: { !$0.file.isAbsolute }) {
      throw ValidationError("'hook run' runs in another folder: write '\(request.file)' as an absolute path")
    }
  }

  /// Lints and reports.
  ///
  /// - Returns: The exit code of `lint`; 0 where the commit changes nothing that manifests consist of.
  func run() throws -> ExitCode {
    let snapshot = try HookError.shown { () throws(HookError) in
      do throws(FileError) {
        return try Snapshot.ofStagedFiles()
      } catch {
        throw HookError(message: error.message)
      }
    }
    guard let snapshot else { return .success }
    // The folder is there until the report is written.
    defer { snapshot.folder.remove() }
    return try LintRun(command, forCommit: true, limitedTo: snapshot.changed).run()
  }
}

extension StagedRun {
  /// The staged files in a folder, which is the working directory from then on.
  private struct Snapshot {
    let folder: TemporaryFolder
    /// The files that are to be reported on; `nil` for all.
    let changed: Set<FilePath>?

    /// What manifests and the documents that they refer to are written in.
    private static let documents = ["yaml", "yml", "json"]
    /// What else a manifest may name.
    private static let pictures = ["png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "ico", "pdf"]

    /// Writes the staged files; `nil` if the commit changes none that manifests consist of.
    static func ofStagedFiles() throws(FileError) -> Snapshot? {
      let repository = try GitRepository(scratch: try TemporaryFolder(.process))
      let (kept, removed) = try repository.stagedChanges()
      guard (kept + removed).contains(where: { $0.hasExtension(in: documents + pictures) }) else { return nil }
      let isSimple =
        !removed.contains { $0.hasExtension(in: documents + pictures) }
        && !kept.contains { $0.hasExtension(in: pictures) || $0.isConfiguration }

      let folder = try TemporaryFolder(.process)
      let files = try repository.stagedFiles((documents + pictures).map { ":(icase)*.\($0)" })
      try repository.checkOut(files, to: folder.location)
      // What is inside of the project, and where a search ends, is told by this folder.
      try folder.location.appending(".git").makeFolder()
      _ = try WorkingDirectory.change(to: folder.location)
      let others = namedFiles(in: files).subtracting(files)
      if !others.isEmpty {
        try repository.checkOut(try repository.stagedFiles(others.map { ":(literal)\($0.text)" }), to: folder.location)
      }
      return Snapshot(folder: folder, changed: isSimple ? Set(kept) : nil)
    }

    /// The files that manifests name, from the root.
    private static func namedFiles(in files: [FilePath]) -> Set<FilePath> {
      var result: Set<FilePath> = []
      for file in files where file.hasExtension(in: documents) {
        guard let source = try? FileReader().source(at: file), AppManifest.mayReferToDocuments(source.bytes) else {
          continue
        }
        for tree in Linter.parse(source, nil).documents {
          for node in AppManifest(tree.root).filePaths {
            guard let path = node.string, !path.utf8.contains(0) else { continue }
            let named = file.parent.appending(FilePath(path)).collapsed
            if !named.isAbsolute, !named.isInside("..") { result.insert(named) }
          }
        }
      }
      return result
    }
  }
}

extension FilePath {
  fileprivate func hasExtension(in extensions: [String]) -> Bool {
    fileExtension.map { extensions.contains($0.lowercased()) } ?? false
  }

  fileprivate var isConfiguration: Bool {
    ConfigurationFile.names.contains { name.elementsEqual($0.utf8) }
  }
}
