import ManifestFiles

/// The file that git runs before it makes a commit.
struct HookFile {
  private let path: FilePath
  private let folder: FilePath
  /// Whether other repositories use the folder too.
  private let isShared: Bool

  private static let mark = "# Written by 'manifestlint hook install'; 'manifestlint hook uninstall' removes it."
  /// What does the same in a hook that somebody else wrote.
  private static let line = "manifestlint hook run || exit 1"

  /// Finds the file of the repository that the working directory is in.
  init() throws(HookError) {
    do throws(FileError) {
      let scratch = try TemporaryFolder(.process)
      let repository = try GitRepository(scratch: scratch)
      let hooks = try repository.hooksFolder()
      let homes = [repository.root, try repository.commonFolder()]
      isShared = !homes.contains { hooks.isInside($0) }
      folder = try WorkingDirectory.ofProcess().shown(hooks)
      path = try WorkingDirectory.ofProcess().shown(hooks.appending("pre-commit"))
    } catch {
      throw HookError(message: error.message)
    }
  }

  /// Writes the hook; says so if it is there already.
  ///
  /// - Returns: What was done, in a line.
  func install() throws(HookError) -> String {
    if try isOurs() { return "the hook '\(path)' is installed already" }
    do throws(FileError) {
      if !folder.isFolder { try folder.makeFolder() }
      try AtomicFileWriter.createNew(path, Array(Self.script.utf8), isExecutable: true)
    } catch {
      guard case .alreadyExists = error.reason else { throw HookError(message: error.message) }
      throw HookError(
        message: "there is a hook '\(path)' already, which stays as it is; add this line to it: \(Self.line)")
    }
    let note = isShared ? "; every repository with that 'core.hooksPath' has it now" : ""
    return "wrote the hook '\(path)'\(note)"
  }

  /// Removes the hook if it is as it was written.
  ///
  /// - Returns: What was done, in a line.
  func uninstall() throws(HookError) -> String {
    guard try isOurs() else {
      throw HookError(message: "there is no hook '\(path)' that 'manifestlint hook install' has written")
    }
    do throws(FileError) {
      try path.removeFile()
    } catch {
      throw HookError(message: error.message)
    }
    return "removed the hook '\(path)'"
  }

  private func isOurs() throws(HookError) -> Bool {
    do throws(FileError) {
      return String(decoding: try FileReader().read(path), as: UTF8.self).hasPrefix("#!/bin/sh\n\(Self.mark)\n")
    } catch {
      if case .notFound = error.reason { return false }
      throw HookError(message: error.message)
    }
  }

  /// The command that is in `PATH` counts; a program with a window often commits without a `PATH`.
  private static var script: String {
    let here = RunningProgram.path.map { "'" + $0.text.replacing("'", with: #"'\''"#) + "'" } ?? "manifestlint"
    return """
      #!/bin/sh
      \(mark)
      command=$(command -v manifestlint) || command=\(here)
      exec "$command" hook run

      """
  }
}
