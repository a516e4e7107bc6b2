import ManifestFiles
import ManifestLint

/// The baseline of a run: read before, compared with what is found, and written anew if that is asked for.
struct BaselineRun: Sendable {
  private struct File: Sendable {
    /// The path as it was given.
    var path: FilePath
    /// The absolute path of the folder that paths in it are seen from.
    var folder: FilePath
    var baseline: Baseline
    /// What the file holds; `nil` if there is none.
    var bytes: [UInt8]?
  }

  /// What is silenced.
  private var known: File?
  /// What is written.
  private var written: File?
  private var stale: [Baseline.StaleEntry] = []

  /// Reads the files.
  ///
  /// - Throws: What keeps one from being read. A file that is to be written need not exist.
  init(reading known: String?, writing written: String?, _ workingDirectory: WorkingDirectory) throws(RenderError) {
    if let written { self.written = try Self.file(written, workingDirectory, mayBeMissing: true) }
    if let known {
      let location = workingDirectory.location(of: FilePath(argument: known))
      let isSame = written.map { workingDirectory.location(of: FilePath(argument: $0)) == location } ?? false
      self.known = isSame ? self.written : try Self.file(known, workingDirectory, mayBeMissing: false)
    }
  }

  private static func file(
    _ argument: String, _ workingDirectory: WorkingDirectory, mayBeMissing: Bool
  ) throws(RenderError) -> File {
    let path = FilePath(argument: argument)
    let folder = workingDirectory.location(of: path).parent
    let source: SourceText
    do throws(FileError) {
      source = try FileReader().source(named: path)
    } catch {
      if mayBeMissing, error.reason == .notFound {
        guard path.parent.exists else {
          throw RenderError("cannot write the baseline '\(path)': its folder does not exist")
        }
        return File(path: path, folder: folder, baseline: Baseline(), bytes: nil)
      }
      throw RenderError("the baseline cannot be used: \(error.message)")
    }
    let parsed = JSONParser.parse(source)
    guard parsed.errors.isEmpty else { throw RenderError(parsed, in: source) }
    do throws(ConfigurationError) {
      return File(path: path, folder: folder, baseline: try Baseline(parsed.documents[0].root), bytes: source.bytes)
    } catch {
      throw RenderError(error.message, at: error.node)
    }
  }

  /// What the file of known findings holds; `nil` without one.
  var bytes: [UInt8]? { known?.bytes }

  /// What is silenced in a file: all, where it is being written down.
  func knownFindings(at location: FilePath) -> KnownFindings {
    if written != nil { return .all }
    return .counted(known.map { $0.baseline.counts(in: Self.name(of: location, in: $0)) } ?? [:])
  }

  private static func name(of location: FilePath, in file: File) -> String {
    location.relative(to: file.folder).text
  }

  /// Compares a file with what was known of it.
  ///
  /// In a text that could not be read whole nobody knows what would be found.
  mutating func record(_ facts: SuppressionFacts) {
    if facts.isBroken { return }
    if let known {
      stale += known.baseline.staleEntries(
        in: Self.name(of: facts.location, in: known), found: facts.baselineCounts, by: facts.rules)
    }
    if let file = written {
      written?.baseline.replace(Self.name(of: facts.location, in: file), with: facts.baselineCounts, by: facts.rules)
    }
  }

  /// Writes the baseline, or says what is stale in it, on standard error.
  ///
  /// - Parameter folders: The folders that were searched: what is known of files in them that are gone is stale.
  /// - Returns: Whether it could be written.
  mutating func finish(whereFilesAreGoneBelow folders: [FilePath]) -> Bool {
    guard var file = written else {
      addEntriesOfGoneFiles(below: folders)
      reportStaleEntries()
      return true
    }
    let folder = file.folder
    file.baseline.keep { folder.appending(FilePath($0)).collapsed.exists }
    let count = file.baseline.count
    let findings = count == 1 ? "1 finding" : "\(count) findings"
    let bytes = file.baseline.text
    if bytes == file.bytes {
      Console.trouble("manifestlint: '\(file.path)' holds the same \(findings) as before\n")
      return true
    }
    do throws(FileError) {
      let now = file.bytes == nil && !file.path.exists ? nil : try FileReader().read(file.path)
      // Somebody else's change must not be lost.
      guard now == file.bytes else {
        throw FileError(path: file.path, operation: .write, reason: .other("it changed meanwhile"))
      }
      try AtomicFileWriter.write(bytes, to: file.path)
      Console.trouble("manifestlint: wrote \(findings) to '\(file.path)'\n")
      return true
    } catch {
      Console.trouble("manifestlint: \(error.message)\n")
      return false
    }
  }

  private mutating func addEntriesOfGoneFiles(below folders: [FilePath]) {
    guard let known else { return }
    for file in known.baseline.files.keys.sorted() {
      let location = known.folder.appending(FilePath(file.text)).collapsed
      guard folders.contains(where: { location.isInside($0) }), !location.exists else { continue }
      stale += known.baseline.staleEntries(ofGoneFile: file.text)
    }
    stale.sort { (ExactText($0.file), $0.key) < (ExactText($1.file), $1.key) }
  }

  private static let mostShown = 20

  private func reportStaleEntries() {
    guard let known, !stale.isEmpty else { return }
    // Names from files are shown as paths are: what a terminal would obey is escaped.
    func shown(_ text: String) -> String { FilePath(text).description }
    var lines = stale.prefix(Self.mostShown).map { entry in
      let count = entry.excess == 1 ? "" : " (\(entry.excess) times)"
      return "  \(shown(entry.file)): \(shown(entry.key.rule)) \(shown(entry.key.pointer.text))\(count)\n"
    }
    if stale.count > Self.mostShown { lines.append("  and \(stale.count - Self.mostShown) more\n") }
    let entries =
      stale.count == 1
      ? "1 entry of '\(known.path)' no longer occurs" : "\(stale.count) entries of '\(known.path)' no longer occur"
    Console.trouble("manifestlint: \(entries); --write-baseline \(known.path) removes what is gone:\n" + lines.joined())
  }
}
