import ArgumentParser
import ManifestConfiguration
import ManifestFiles
import ManifestLint
import ManifestReport

/// Finds out what fixes make of the files of a run; then writes that, or prints it as a patch.
///
/// Nothing is written before all is known, so a patch holds exactly what would be written.
struct FixRun {
  /// What fixes have made of one file.
  private struct Change {
    /// The name that it is shown by; `nil` for standard input without one.
    var path: FilePath?
    /// Whether it can be written to, unlike standard input.
    var isFile: Bool
    var text: RevisedText
    var count: Int
    /// How it was judged.
    var options: Linter.Options
    var linter: (TextStore) -> Linter

    var shownPath: String { path.map { "\($0)" } ?? "<stdin>" }
    var findings: String { count == 1 ? "1 finding" : "\(count) findings" }
  }

  private let workingDirectory: WorkingDirectory
  private let judgement: Judgement
  private let configurations: Configurations
  private let safeties: Set<FixIt.Safety>

  private var texts: TextStore
  private var changes: [FilePath: Change] = [:]
  private var troubles: [FileError] = []
  /// What is to be known of files that stay as they are.
  private var notes: [String] = []
  /// Whether there was anything to look at.
  private(set) var isEmpty = true

  /// Prepares a run.
  init(
    _ workingDirectory: WorkingDirectory, _ judgement: Judgement, _ configurations: Configurations,
    applying safeties: Set<FixIt.Safety>
  ) {
    self.workingDirectory = workingDirectory
    self.judgement = judgement
    self.configurations = configurations
    self.safeties = safeties
    texts = TextStore(workingDirectory)
  }

  /// Applies fixes to all files; standard input is replaced by what they make of it.
  mutating func run(_ subjects: inout LintSubjects) {
    let plan = LintPlan(subjects, in: texts, configurations, judgement.variables, jobs: nil)
    for file in plan.files where file.referral == nil { fix(file) }
    if let fixed = changes[Self.standardInput]?.text.current {
      subjects.replaceOthers { subject in
        if case .standardInput(_, let isNamed) = subject { .standardInput(fixed, isNamed: isNamed) } else { subject }
      }
    }
    // Documents are judged by what their manifests are now.
    let next = LintPlan(subjects, in: texts, configurations, judgement.variables, jobs: nil)
    for file in next.files where file.referral != nil { fix(file) }
    removeUnusedEntries(next)
  }

  /// Takes the `ignore` entries out of configurations that ignore nothing in the files as they are now.
  private mutating func removeUnusedEntries(_ plan: LintPlan) {
    var review = ConfigurationReview()
    for file in plan.files where !file.settings.ignores.isEmpty && !file.settings.hasMistakes {
      guard case .file = file.subject, let configuration = file.settings.configuration,
        // What was read before is not what it is now.
        let source = try? texts.source(at: file.subject.path)
      else { continue }
      let parsed = Linter.parse(source, file.parsed(source).documents.first?.language)
      if file.isNoConcern(parsed) { continue }
      let result = judgement.linter(file.settings, in: texts).lint(
        source, parsed: parsed, file.options(judgement, parsed))
      review.add(result.ignoreEntryUses, of: configuration.location)
    }
    for reading in configurations.readings where !reading.hasMistakes {
      let configuration = reading.configuration
      let location = workingDirectory.realLocation(of: FilePath(configuration.source.path))
      guard changes[location] == nil,
        let (text, count) = review.withoutUnusedEntries(
          configurations.settings(of: configuration), today: judgement.today)
      else { continue }
      let linter = configurations.reader.linter
      changes[location] = Change(
        path: FilePath(configuration.source.path), isFile: true, text: text, count: count,
        options: ConfigurationReader.options, linter: { _ in linter })
    }
  }

  private static let standardInput = FilePath("-")

  private mutating func fix(_ file: LintPlan.File) {
    let source: SourceText
    do throws(FileError) {
      source = try file.source(in: texts)
    } catch {
      // What only a manifest names is reported there.
      if !file.isOnlyReferenced { troubles.append(error) }
      isEmpty = isEmpty && file.isOnlyReferenced
      return
    }
    let parsed = file.parsed(source)
    if file.isNoConcern(parsed) { return }
    isEmpty = false
    // A patch shows what it changes.
    if file.isHidden(source, parsed) { return }
    // What a configuration leaves out is known only where all of it can be read.
    if file.settings.hasMistakes { return }
    let options = file.reading == nil ? file.options(judgement, parsed) : ConfigurationReader.options
    let (judgement, settings) = (judgement, file.settings)
    let configurationLinter = file.reading == nil ? nil : configurations.reader.linter
    let linter = { configurationLinter ?? judgement.linter(settings, in: $0) }
    if source.encoding != .utf8, !linter(texts).lint(source, options).diagnostics.isEmpty {
      notes.append("'\(file.subject.path)' gets no fixes, since it is not in UTF-8")
    }
    let outcome = Fixer(linter(texts), applying: safeties).fix(source, options)
    guard outcome.count > 0 else { return }
    var change = Change(
      path: file.subject.path, isFile: true, text: outcome.text, count: outcome.count, options: options, linter: linter)
    switch file.subject {
    case .file(let found):
      texts.keep(outcome.source, at: found.path)
      keep(change, as: workingDirectory.realLocation(of: found.path))
    case .standardInput(_, let isNamed):
      if !isNamed { change.path = nil }
      change.isFile = false
      keep(change, as: Self.standardInput)
    case .unreadable: break
    }
  }

  /// Adds a change to one that was made before.
  private mutating func keep(_ change: Change, as location: FilePath) {
    guard var known = changes[location] else { return changes[location] = change }
    known.text.append(change.text)
    known.count += change.count
    changes[location] = known
  }
}

// MARK: - Writing

extension FixRun {
  /// Writes the files that fixes have changed.
  ///
  /// - Returns: Whether one of them could not be written.
  func write() -> Bool {
    var hasTrouble = false
    for note in notes { Console.trouble("manifestlint: \(note)\n") }
    for change in orderedChanges {
      guard let path = change.path, change.isFile else { continue }
      do throws(FileError) {
        // Somebody else's change must not be lost.
        guard try FileReader().read(path) == change.text.original.bytes else {
          throw FileError(path: path, operation: .write, reason: .other("it changed meanwhile"))
        }
        try AtomicFileWriter.write(change.text.current.bytes, to: path)
        Console.trouble("manifestlint: fixed \(change.findings) in \(path)\n")
      } catch {
        hasTrouble = true
        Console.trouble("manifestlint: \(error.message)\n")
      }
    }
    return hasTrouble
  }

  private var orderedChanges: [Change] {
    changes.values.sorted { ($0.path ?? Self.standardInput) < ($1.path ?? Self.standardInput) }
  }
}

// MARK: - Patch

extension FixRun {
  /// Prints what would be written as a patch, and on standard error what is to be known of it.
  ///
  /// - Returns: The exit code: 2 for a file that cannot be read, 1 if something would be written, else 0.
  func printPatch(_ painter: PatchPainter) -> ExitCode {
    for error in troubles { Console.trouble("manifestlint: \(error.message)\n") }
    for note in notes { Console.trouble("manifestlint: \(note)\n") }
    for change in orderedChanges {
      Console.trouble("manifestlint: would fix \(change.findings) in \(change.shownPath)\n")
      Console.output(painter.printed(patch(of: change)))
    }
    return !troubles.isEmpty ? .trouble : changes.isEmpty ? .success : .findings
  }

  private func patch(of change: Change) -> [UInt8] {
    let linter = change.linter(texts)
    let before = linter.lint(change.text.original, change.options)
    let after = linter.lint(change.text.current, change.options)
    let patch = FilePatch(change.text, path: pathInPatch(change)) { side, range in
      let (source, result) =
        side == .original ? (change.text.original, before) : (change.text.current, after)
      if result.text.pieces(of: TextRange(utf8Offsets: range)).contains(where: { $0.bytes == nil }) { return true }
      let line = String(decoding: source.bytes[range], as: UTF8.self)
      return before.secrets.masking(line) != line || after.secrets.masking(line) != line
    }
    if patch.leftOut.isEmpty { return patch.bytes }
    let what = patch.leftOut.map { $0.count == 1 ? "line \($0.lowerBound)" : "lines \($0.lowerBound)–\($0.upperBound)" }
    Console.trouble(
      "manifestlint: left out of the patch, since it would show a secret: \(what.joined(separator: ", ")) of \(change.shownPath)\n"
    )
    // Without a part of it, the rest of a fix may do harm.
    let rest = linter.lint(SourceText(path: change.text.original.path, bytes: patch.result), change.options)
    if Fixer.isNoWorse(rest.diagnostics, than: before.diagnostics) { return patch.bytes }
    Console.trouble(
      "manifestlint: without that the other changes would do harm, so there is no patch of \(change.shownPath)\n")
    return []
  }

  /// The path from the repository's folder, where git applies patches, or else from the working directory; links are
  /// followed, since git applies no patch to one.
  private func pathInPatch(_ change: Change) -> [UInt8] {
    guard let path = change.path else { return Array("stdin".utf8) }
    let folder = workingDirectory.realLocation(of: workingDirectory.repository ?? workingDirectory.location)
    return workingDirectory.realLocation(of: path).relative(to: folder).bytes
  }
}
