import ManifestConfiguration
import ManifestFiles
import ManifestLint

/// The files of a run, each once: those that it was asked for, and the documents that app manifests among them refer to.
///
/// Who refers to a document is known before it is linted, so it gets the same findings wherever its name sorts, and
/// whether it is named as well or not.
struct LintPlan: Sendable {
  /// One file, with what is known of it before it is linted.
  struct File: Sendable {
    var subject: LintSubject
    /// What is in force for it.
    var settings: FileSettings
    /// What it says, if it is a configuration.
    var reading: ConfigurationReading?
    /// How it belongs to an app manifest; `nil` where none refers to it.
    var referral: Referral?
    fileprivate var text: Text?
  }

  /// What a reference says of a document.
  struct Referral: Hashable, Sendable {
    var kind: DocumentKind
    var app: AppIdentity
    /// The stage that is configured for the manifest; its documents belong to the same app.
    var stage: Stage?
  }

  /// A text that was read before it is linted; an object, since few of many files have one.
  fileprivate final class Text: Sendable {
    let source: SourceText
    let parsed: ParseResult?

    init(_ source: SourceText, _ parsed: ParseResult? = nil) {
      self.source = source
      self.parsed = parsed
    }
  }

  /// What it was asked for, and the documents that nobody named.
  private var subjects: LintSubjects
  /// The indices of the files that are left, where not all are.
  private var limited: [Int]?
  /// What is said of documents, by their locations.
  private var referrals: [FilePath: Referral] = [:]
  private var readings: [Key: ConfigurationReading] = [:]
  private var known: [Key: Text] = [:]
  private let configurations: Configurations
  private let store: TextStore

  /// The bytes of texts that are kept from finding references to linting; beyond that files are read again.
  private static let mostKeptBytes = 1 << 18

  /// What a subject is known by: standard input may go by the name of a file.
  private struct Key: Hashable {
    var path: FilePath
    var isFile: Bool

    init(_ subject: LintSubject) {
      path = subject.path
      isFile = if case .file = subject { true } else { false }
    }
  }

  /// Looks for nothing but what is in force for each.
  init(_ subjects: LintSubjects, in texts: TextStore, _ configurations: Configurations) {
    self.subjects = subjects
    self.configurations = configurations
    store = texts
    // Those that are in force for files were read when the files were looked for.
    for subject in subjects where configurations.isConfiguration(subject.path) {
      readings[Key(subject)] = try? configurations.reading(source(of: subject), at: location(of: subject))
    }
    for subject in subjects.exceptFiles { _ = settings(for: subject) }
  }

  /// Looks for references in all files.
  init(
    _ subjects: LintSubjects, in texts: TextStore, _ configurations: Configurations, _ variables: Variables, jobs: Int?
  ) {
    self.init(subjects, in: texts, configurations)
    var references: [FilePath: Reference] = [:]
    var known: [Key: Text] = [:]
    var kept = 0
    let plan = self
    WorkQueue(jobs: jobs).run(subjects.count) { index in
      Survey(plan[index], in: texts, variables)
    } consume: { index, survey in
      // The first reference to a file says what it is.
      for reference in survey.references where references[reference.file.location] == nil {
        references[reference.file.location] = reference
      }
      guard let text = survey.text else { return }
      kept += text.source.bytes.count
      if kept <= Self.mostKeptBytes || subjects.count == 1 { known[Key(subjects[index])] = text }
    }
    self.known = known
    if !references.isEmpty { add(references) }
  }

  /// Leaves the files out that are not among these.
  ///
  /// If one of these is a document of a manifest, all files stay: a manifest is also judged by its documents.
  mutating func limit(to paths: Set<FilePath>) {
    let indices = subjects.indices.filter { paths.contains(subjects[$0].path) }
    if !indices.contains(where: { self[$0].referral != nil }) { limited = indices }
  }

  private mutating func add(_ references: [FilePath: Reference]) {
    var (missing, known) = (references, references)
    for index in subjects.indices {
      guard case .file(let file) = subjects[index], references[file.location] != nil else { continue }
      missing[file.location] = nil
      // Whatever a manifest says, another one, or itself, is no document of it: it would not be judged as a manifest.
      if self[index].isAppManifest(in: store) { known[file.location] = nil }
    }
    // Nobody named it, so what the configuration leaves out is left out.
    let added = missing.values.filter { !configurations.settings(for: $0.file.location).isExcluded }
    if !added.isEmpty { subjects.add(added.map(\.file).sorted { $0.path < $1.path }) }
    referrals = known.mapValues(\.referral)
  }
}

// MARK: - Files

extension LintPlan {
  /// How many files there are.
  var count: Int { limited?.count ?? subjects.count }

  /// The files, in order of path; each is put together when it is looked at.
  var files: some Collection<File> { (0..<count).lazy.map { self[$0] } }

  /// Whether a configuration silences something in one of the files.
  var hasIgnoreEntries: Bool {
    configurations.readings.contains { !$0.configuration.ignores.isEmpty }
      && files.contains { !$0.settings.ignores.isEmpty }
  }

  subscript(position: Int) -> File {
    let subject = subjects[limited?[position] ?? position]
    var file = File(subject: subject, settings: settings(for: subject))
    if !referrals.isEmpty, case .file(let found) = subject { file.referral = referrals[found.location] }
    if readings.isEmpty, known.isEmpty { return file }
    let key = Key(subject)
    (file.reading, file.text) = (readings[key], known[key])
    return file
  }

  private func location(of subject: LintSubject) -> FilePath {
    if case .file(let found) = subject { found.location } else { store.location(of: subject.path) }
  }

  private func settings(for subject: LintSubject) -> FileSettings {
    // Whoever refers to a document says nothing of the configuration that is in force for it.
    if case .file(let found) = subject, found.origin == .referenced {
      return configurations.settings(for: found.location)
    }
    if configurations.isConfiguration(subject.path) {
      return configurations.settings(forConfigurationAt: location(of: subject))
    }
    if case .file(let found) = subject { return configurations.settings(for: found) }
    return configurations.settings(for: location(of: subject))
  }

  private func source(of subject: LintSubject) throws(FileError) -> SourceText {
    switch subject {
    case .file(let file): try store.source(at: file.path)
    case .standardInput(let source, _): source
    case .unreadable(_, let error): throw error
    }
  }
}

// MARK: - References

extension LintPlan {
  /// A document that an app manifest refers to.
  fileprivate struct Reference: Sendable {
    var file: FoundFile
    var referral: Referral
  }

  /// What one subject refers to.
  ///
  /// A file that cannot be read is spoken of when it is linted, and a broken manifest refers to nothing.
  fileprivate struct Survey: Sendable {
    var text: Text?
    var references: [Reference] = []

    init(_ file: File, in texts: TextStore, _ variables: Variables) {
      guard file.reading == nil, let source = try? file.source(in: texts) else { return }
      text = Text(source)
      guard AppManifest.mayReferToDocuments(source.bytes) else { return }
      let parsed = file.parsed(source)
      text = Text(source, parsed)
      guard parsed.errors.isEmpty, !file.isNoConcern(parsed) else { return }
      for tree in parsed.filledDocuments {
        let kind = file.settings.kind.map { .known($0.value) } ?? DocumentKind.recognise(tree.root)
        if kind == .known(.appManifest) {
          add(AppManifest(tree.root), texts, variables, file.settings.rules.stage?.value)
        }
      }
    }

    private mutating func add(
      _ manifest: AppManifest, _ texts: TextStore, _ variables: Variables, _ stage: Stage?
    ) {
      let app = AppIdentity(manifest, variables)
      for reference in manifest.documentReferences {
        guard let path = reference.path(variables), DocumentName.isOne(path.utf8),
          let file = texts.file(path, namedBy: manifest.node.tree.source.path)
        else { continue }
        let found = FoundFile(path: file, location: texts.location(of: file), origin: .referenced)
        references.append(Reference(file: found, referral: Referral(kind: reference.kind, app: app, stage: stage)))
      }
    }
  }
}

// MARK: - A file

extension LintPlan.File {
  /// The text.
  func source(in texts: TextStore) throws(FileError) -> SourceText {
    if let text { return text.source }
    switch subject {
    case .file(let file): return try texts.source(at: file.path)
    case .standardInput(let source, _): return source
    case .unreadable(_, let error): throw error
    }
  }

  /// The documents of its text.
  func parsed(_ source: SourceText) -> ParseResult {
    if let parsed = text?.parsed { return parsed }
    let isNamed = if case .standardInput(_, let isNamed) = subject { isNamed } else { true }
    return StandardInputLanguage.parse(source, isNamed: isNamed)
  }

  /// Whether it was taken only because it might have been an app manifest, and is none; or only because a manifest took
  /// it for a document of its own, and it is an app manifest, which is reported there.
  func isNoConcern(_ parsed: ParseResult) -> Bool {
    if isOnlyReferenced { return DocumentKind.isAppManifest(parsed) }
    guard case .file(let file) = subject, file.origin == .candidate, referral == nil else { return false }
    return !parsed.documents.contains { DocumentKind.isPlainlyAppManifest($0.root) }
  }

  /// Whether the command line, the configuration or its own content says that it is an app manifest.
  fileprivate func isAppManifest(in texts: TextStore) -> Bool {
    if let kind = settings.kind { return kind.value == .appManifest }
    guard let source = try? source(in: texts) else { return false }
    return DocumentKind.isAppManifest(parsed(source))
  }

  /// Whether it is shown to nobody: a file of the project names it, and there is nothing in it of what it should be.
  ///
  /// A stranger who may change that file is not to choose what is printed, such as a password that lies beside it.
  func isHidden(_ source: SourceText, _ parsed: ParseResult) -> Bool {
    guard case .file(let file) = subject, file.origin == .referenced || file.origin == .included,
      source.bytes.contains(where: { $0 > UInt8(ascii: " ") })
    else { return false }
    let kinds = (isOnlyReferenced ? referral?.kind : settings.kind?.value ?? referral?.kind).map { [$0] }
    return !(kinds ?? DocumentKind.allCases.filter { $0 != .configuration }).contains {
      $0.isEvident(in: source, parsed)
    }
  }

  /// Whether nobody but a manifest named it, which reports it where it cannot be read.
  var isOnlyReferenced: Bool {
    if case .file(let file) = subject { file.origin == .referenced } else { false }
  }

  /// How it is to be judged.
  func options(_ judgement: Judgement, _ parsed: ParseResult) -> Linter.Options {
    var options = settings.options(judgement.variables, today: judgement.today)
    options.language = parsed.documents.first?.language
    if let referral {
      // What the command line or the configuration says of a document counts over what a manifest takes it for.
      if isOnlyReferenced || settings.kind == nil { options.kind = referral.kind }
      options.referrer = referral.app
      options.stage = referral.stage ?? options.stage
    }
    return options
  }
}
