import ManifestFiles
import ManifestLint
import ManifestText

/// What came of checking files, for as long as it would come again.
///
/// It is asked on any thread.
final class OutcomeMemory: Sendable {
  /// A file that a manifest names, as it was.
  struct Asked: Hashable, Sendable {
    var path: String
    var manifest: String
    var limit: Int
  }

  private struct Entry: Sendable {
    /// What the text was, or why there was none.
    var text: Int
    var referral: LintPlan.Referral?
    /// What came of asking for files.
    var answers: [Asked: Int]
    var outcome: ReportRun.Outcome
  }

  private struct State {
    var surroundings: LintRun.Surroundings?
    /// What was reported on; `nil` if nothing was, or something else was said since.
    var paths: [FilePath]?
    var entries: [FilePath: Entry] = [:]
  }

  private let state = SharedState(State())

  /// Begins a round.
  ///
  /// - Returns: Whether everything would come again as it was.
  func begin(_ plan: LintPlan, in texts: TextStore, _ surroundings: LintRun.Surroundings) -> Bool {
    let paths = plan.files.map(\.subject.path)
    let isSame = state.withLock { state in
      let isSame = state.paths == paths && state.surroundings == surroundings
      if state.surroundings != surroundings { state.entries = [:] }
      let current = Set(paths)
      state.entries = state.entries.filter { current.contains($0.key) }
      (state.paths, state.surroundings) = (paths, surroundings)
      return isSame
    }
    return isSame && plan.files.allSatisfy { known($0, in: texts) != nil }
  }

  /// Takes note that what was reported last is not what is to be seen any more.
  func forgetRound() { state.withLock { $0.paths = nil } }

  /// What comes of checking a file.
  func outcome(
    of file: LintPlan.File, in texts: TextStore, check: (any ReferencedFiles) -> ReportRun.Outcome
  ) -> ReportRun.Outcome {
    if let known = known(file, in: texts) { return known }
    let text = Self.fingerprint(of: file, in: texts)
    let files = RecordingFiles(texts)
    let outcome = check(files)
    let entry = Entry(text: text, referral: file.referral, answers: files.answers, outcome: outcome)
    state.withLock { $0.entries[file.subject.path] = entry }
    return outcome
  }

  /// The paths of files that manifests name.
  var askedPaths: [FilePath] {
    let asked = state.withLock { Set($0.entries.values.flatMap { $0.answers.keys }) }
    return asked.map { FilePath($0.manifest).parent.appending(FilePath($0.path)) }
  }

  private func known(_ file: LintPlan.File, in texts: TextStore) -> ReportRun.Outcome? {
    guard let entry = state.withLock({ $0.entries[file.subject.path] }), entry.referral == file.referral,
      entry.text == Self.fingerprint(of: file, in: texts),
      entry.answers.allSatisfy({ RecordingFiles.fingerprint(texts.contents(of: $0)) == $1 })
    else { return nil }
    return entry.outcome
  }

  private static func fingerprint(of file: LintPlan.File, in texts: TextStore) -> Int {
    let text: Result<[UInt8], FileError>
    do throws(FileError) {
      text = .success(try file.source(in: texts).bytes)
    } catch {
      text = .failure(error)
    }
    return text.hashValue
  }
}

/// Files that remember what they were asked for, and what came of it.
private final class RecordingFiles: ReferencedFiles {
  private let files: TextStore
  private let recorded = SharedState<[OutcomeMemory.Asked: Int]>([:])

  init(_ files: TextStore) {
    self.files = files
  }

  /// What was asked for, and what the answers were.
  var answers: [OutcomeMemory.Asked: Int] { recorded.withLock { $0 } }

  func contents(
    of path: String, relativeTo manifest: String, limit: Int
  ) -> Result<[UInt8], ReferencedFileProblem> {
    let asked = OutcomeMemory.Asked(path: path, manifest: manifest, limit: limit)
    let answer = files.contents(of: asked)
    recorded.withLock { $0[asked] = Self.fingerprint(answer) }
    return answer
  }

  static func fingerprint(_ answer: Result<[UInt8], ReferencedFileProblem>) -> Int { answer.hashValue }
}

extension TextStore {
  fileprivate func contents(of asked: OutcomeMemory.Asked) -> Result<[UInt8], ReferencedFileProblem> {
    contents(of: asked.path, relativeTo: asked.manifest, limit: asked.limit)
  }
}
