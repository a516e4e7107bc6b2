import ManifestLint

/// The documents that an editor has open, the files beside them, and what was found out about both.
///
/// Nothing is found out before it is asked for, and nothing twice while the texts that it depends on stay the same.
struct Workspace {
  /// The rules, by id, as they are explained.
  let rules: [String: RuleMetadata]
  /// What documents are held against, compiled.
  let schemas: [DocumentKind: Schema]
  let host: any LanguageServerHost

  /// What the schemas know of places.
  var guide: SchemaGuide { SchemaGuide(schemas: schemas) }

  /// The folders that are open in the editor.
  var folders: [String] = [] { didSet { forgetFiles() } }
  /// What somebody has set in the editor.
  var settings = ClientSettings() { didSet { if settings != oldValue { forgetFiles() } } }

  /// The open documents by address.
  private(set) var documents: [DocumentAddress: OpenDocument] = [:]
  /// How often each document has changed, as far as is known.
  private var stamps: [DocumentAddress: Int] = [:]
  private var parsedDocuments: [DocumentAddress: (stamp: Int, document: ParsedDocument)] = [:]
  private var analyses: [DocumentAddress: Analysis] = [:]
  /// The manifests on the disk; `nil` until they are looked for.
  private var found: Set<DocumentAddress>?
  private var manifestEntries: [DocumentAddress: ReferenceIndex.Entry] = [:]
  /// The documents that have changed since the manifests' entries were made.
  private var changed: Set<DocumentAddress> = []
  private var index: ReferenceIndex?

  /// The most bytes of a file that is looked at.
  private static let largestFile = 64 << 20

  init(_ host: any LanguageServerHost, rules: [RuleMetadata], schemas: [DocumentKind: Schema]) {
    self.host = host
    self.rules = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
    self.schemas = schemas
  }
}

// MARK: - What changes

extension Workspace {
  /// Takes a document that was opened.
  mutating func open(_ document: OpenDocument) {
    let address = DocumentAddress(uri: document.uri)
    documents[address] = document
    noteChange(of: address)
    noteConfiguration(address)
  }

  /// Changes an open document; says whether it is open.
  mutating func change(_ address: DocumentAddress, _ body: (inout OpenDocument) -> Void) -> Bool {
    guard var document = documents.removeValue(forKey: address) else { return false }
    body(&document)
    documents[address] = document
    noteChange(of: address)
    noteConfiguration(address)
    return true
  }

  /// Forgets a document that was closed: from now on its file counts.
  mutating func close(_ address: DocumentAddress) {
    documents[address] = nil
    noteChange(of: address)
    noteConfiguration(address)
  }

  /// Judges everything anew where a document is a configuration.
  private mutating func noteConfiguration(_ address: DocumentAddress) {
    if isConfiguration(address) { forgetFiles() }
  }

  private func isConfiguration(_ address: DocumentAddress) -> Bool {
    address.isFile && host.isConfiguration(address.path)
  }

  /// Takes note that a document is another than before.
  mutating func noteChange(of address: DocumentAddress) {
    stamps[address, default: 0] += 1
    changed.insert(address)
  }

  /// Takes note that files have come, gone or changed.
  mutating func noteFileChanges(_ addresses: [DocumentAddress]) {
    for address in addresses { noteChange(of: address) }
    found = nil
  }

  /// Whether a file is a manifest that was made and was not found before, or one that was found and is deleted.
  ///
  /// One that has changed is neither, even if it was not found: a search may have reasons to leave it out.
  func changesFiles(_ address: DocumentAddress, _ changeType: String?) -> Bool {
    guard let isMade = ["1": true, "3": false][changeType], address.isFile,
      host.nameMeaning(of: address.path) != .unknown
    else { return false }
    return found.map { $0.contains(address) != isMade } ?? true
  }

  /// Forgets all that is known of files on the disk, and of how they are judged.
  mutating func forgetFiles() {
    let open = documents.filter { isConfiguration($0.key) }
    host.forgetConfigurations(
      open: Dictionary(open.map { ($0.key.path, $0.value.lines.source) }) { first, _ in first })
    for address in Set(parsedDocuments.keys).union(analyses.keys).union(manifestEntries.keys) {
      if documents[address] == nil { noteChange(of: address) }
    }
    analyses = [:]
    manifestEntries = [:]
    found = nil
    index = nil
  }

  private func stamp(_ address: DocumentAddress) -> Int { stamps[address] ?? 0 }
}

// MARK: - What is known

extension Workspace {
  /// The address of a document as the editor knows it.
  func uri(_ address: DocumentAddress) -> String { documents[address]?.uri ?? address.uri }

  /// A document with its trees: an open one, or a file.
  mutating func document(_ address: DocumentAddress) -> ParsedDocument? {
    if let known = parsedDocuments[address], known.stamp == stamp(address) { return known.document }
    let lines: LineTable
    if let open = documents[address] {
      lines = open.lines
    } else {
      guard address.isFile, case .success(let bytes) = host.contents(of: address.path, limit: Self.largestFile) else {
        parsedDocuments[address] = nil
        return nil
      }
      lines = LineTable(SourceText(path: address.path, bytes: bytes))
    }
    let document = ParsedDocument(lines, ParsedDocument.language(address, documents[address]?.languageID))
    parsedDocuments[address] = (stamp(address), document)
    return document
  }

  /// What a document is to this server.
  mutating func role(of address: DocumentAddress) -> DocumentRole {
    if isConfiguration(address) { return .configuration }
    guard let document = document(address) else { return .none }
    let settings = host.settings(for: address.path, settings)
    if let kind = settings.options.kind { return .included(kind) }
    switch address.isFile ? host.nameMeaning(of: address.path) : .unknown {
    case .manifest: return .manifest
    case .candidate where document.trees.contains { DocumentKind.isPlainlyAppManifest($0.root) }: return .manifest
    case .candidate, .unknown: break
    }
    // An app manifest is no document of one, whatever refers to it.
    if !DocumentKind.isAppManifest(document.parsed), let reference = references().references[address.path] {
      return .referenced(reference)
    }
    return document.trees.contains { DocumentRole.isUnmistakable($0.root) } ? .recognised : .none
  }

  /// The manifests there are and what they refer to.
  mutating func references() -> ReferenceIndex {
    if let index, found != nil, changed.isEmpty { return index }
    let files = found ?? Set(host.manifests(in: folders).map { DocumentAddress(path: $0) })
    if found == nil {
      found = files
      changed.formUnion(files.subtracting(manifestEntries.keys))
      changed.formUnion(documents.keys)
      changed.formUnion(manifestEntries.keys.filter { !files.contains($0) })
    }
    for address in changed {
      let entry = isManifest(address, files) ? manifestEntry(address) : nil
      if entry != manifestEntries[address] {
        manifestEntries[address] = entry
        index = nil
      }
      // Trees take room; those of files that nobody looks at are made again when somebody does.
      if documents[address] == nil, files.count > Self.mostTrees { parsedDocuments[address] = nil }
    }
    changed = []
    let result = index ?? ReferenceIndex(manifestEntries.map { ($0.key.path, $0.value) })
    index = result
    return result
  }

  /// How many trees of files are kept that are not open.
  private static let mostTrees = 100

  private mutating func isManifest(_ address: DocumentAddress, _ files: Set<DocumentAddress>) -> Bool {
    if files.contains(address) { return true }
    guard documents[address] != nil else { return false }
    if address.isFile, host.nameMeaning(of: address.path) == .manifest { return true }
    return document(address)?.trees.contains { DocumentRole.isUnmistakableManifest($0.root) } ?? false
  }

  private mutating func manifestEntry(_ address: DocumentAddress) -> ReferenceIndex.Entry? {
    guard let document = document(address) else { return nil }
    let variables = host.settings(for: address.path, settings).options.variables
    var entry = ReferenceIndex.Entry()
    for (number, tree) in document.trees.enumerated() where DocumentKind.recognise(tree.root) == .known(.appManifest) {
      let manifest = AppManifest(tree.root)
      for reference in manifest.documentReferences {
        guard let path = reference.path(variables), DocumentName.isOne(path.utf8),
          let location = location(of: path, namedBy: address)
        else {
          continue
        }
        entry.documents.append(.init(path: location, kind: reference.kind, tree: number))
      }
      for node in manifest.filePaths {
        guard let path = Template(node.text).resolvedText(variables) else { continue }
        if let location = location(of: path, namedBy: address) { entry.files.append(location) }
      }
    }
    return entry
  }

  /// The documents that are open, the manifests on the disk, and the documents that these refer to.
  var knownDocuments: Set<DocumentAddress> {
    mutating get {
      let index = references()
      let paths = index.entries.keys.map { $0 } + index.references.keys
      for path in index.entries.keys { _ = host.settings(for: path, settings) }
      return Set((paths + host.configurations).map { DocumentAddress(path: $0) }).union(documents.keys)
    }
  }

  /// Where the file lies that a document names; `nil` where it lies nowhere or outside of the project.
  func location(of path: String, namedBy address: DocumentAddress) -> String? {
    guard address.isFile, !path.isEmpty else { return nil }
    return try? host.location(of: path, namedBy: address.path).get()
  }

  /// What linting says of a document; `nil` if there is no such document.
  mutating func analysis(of address: DocumentAddress) -> Analysis? {
    if let known = analyses[address], known.dependencies.allSatisfy({ stamp($0.key) == $0.value }),
      known.role == role(of: address)
    {
      return known
    }
    guard let document = document(address) else {
      analyses[address] = nil
      return nil
    }
    let role = role(of: address)
    if role == .configuration { return configurationAnalysis(of: address, document) }
    let settings = host.settings(for: address.path, settings)
    var dependencies = [address]
    var options = settings.options
    options.language = document.language
    if case .referenced(let reference) = role {
      let manifest = DocumentAddress(path: reference.manifest)
      dependencies.append(manifest)
      options.kind = reference.kind
      // The stage that is set for a manifest is that of the same app's documents.
      options.stage = host.settings(for: manifest.path, self.settings).options.stage ?? options.stage
      if let trees = self.document(manifest)?.trees, reference.tree < trees.count {
        options.referrer = AppIdentity(AppManifest(trees[reference.tree].root), options.variables)
      }
    }
    let named = references().entries[address.path]?.files ?? []
    dependencies += named.map { DocumentAddress(path: $0) }
    let files = DocumentFiles(host: host, open: documents.filter(\.key.isFile).mapValues(\.lines.source))
    let linter = Linter(settings.rules, schemas: schemas, files: files)
    let result = linter.lint(document.source, parsed: document.parsed, options)
    let analysis = Analysis(
      document: document, role: role, isSilent: settings.isExcluded || role == .none,
      mayFixAll: !settings.hasMistakes, linter: linter, options: options, result: result,
      dependencies: Dictionary(dependencies.map { ($0, stamp($0)) }) { first, _ in first })
    analyses[address] = analysis
    return analysis
  }

  /// The safe fixes of a document that would bring an error: those that ``Fixer`` leaves out.
  mutating func harmfulFixes(of address: DocumentAddress) -> Set<FixIt> {
    guard var analysis = analysis(of: address), analysis.document.source.encoding == .utf8 else { return [] }
    if let known = analysis.harmfulFixes { return known }
    let found = analysis.diagnostics
    let kept = Fixer(analysis.linter, applying: [.safe])
      .withoutHarmfulFixes(found, in: analysis.document.source, analysis.options)
    let harmful = Set(zip(found, kept).compactMap { $1.fixIt == nil ? $0.fixIt : nil })
    analysis.harmfulFixes = harmful
    analyses[address] = analysis
    return harmful
  }

  /// What is wrong with a configuration, and which of its entries are for nothing.
  private mutating func configurationAnalysis(of address: DocumentAddress, _ document: ParsedDocument) -> Analysis? {
    guard let check = host.configuration(at: address.path, settings) else { return nil }
    var result = check.result
    var dependencies = [address: stamp(address)]
    var uses: [[IgnoreEntryUse]] = []
    for path in check.filesWithEntries where !host.isConfiguration(path) {
      guard let analysis = analysis(of: DocumentAddress(path: path)), !analysis.isSilent else { continue }
      uses.append(analysis.result.ignoreEntryUses)
      dependencies.merge(analysis.dependencies) { $1 }
    }
    let review = check.review(uses)
    let remarks = review.diagnostics.map { ($0, Node?.none) }
    let found = (Array(zip(result.diagnostics, result.nodes)) + remarks).sorted { $0.0.precedes($1.0) }
    (result.diagnostics, result.nodes) = (found.map(\.0), found.map(\.1))
    let analysis = Analysis(
      document: document, role: .configuration, isSilent: false, mayFixAll: true, linter: check.linter,
      options: check.options, result: result, dependencies: dependencies, remainder: review.remainder)
    analyses[address] = analysis
    return analysis
  }
}
