public import JSONSchema
public import ManifestModel
public import ManifestSyntax
public import ManifestText

/// Checks texts: the same text gives the same diagnostics everywhere.
public struct Linter: Sendable {
  /// How a text is to be judged.
  public struct Options: Sendable {
    /// What the text is; `nil` to tell by its content.
    public var kind: DocumentKind?
    /// What the text is written in; `nil` to tell by its name.
    public var language: SyntaxTree.Language?
    /// How far the app is; `nil` to tell by `app.status`.
    public var stage: Stage?
    /// The values of variables.
    public var variables: Variables
    /// Which values of the text are secret.
    public var secretScope = SecretScope.app
    /// The app whose manifest refers to the text; `nil` to judge it by itself.
    public var referrer: AppIdentity?
    /// What the configuration silences in this text.
    public var ignoreEntries: [IgnoreEntry] = []
    /// The day on which entries expire or not; `nil` if none does.
    public var today: CalendarDay?
    /// What a baseline silences in this text; `nil` without a baseline.
    public var knownFindings: KnownFindings?

    /// Puts the parts together.
    public init(
      kind: DocumentKind? = nil, language: SyntaxTree.Language? = nil, stage: Stage? = nil,
      variables: Variables = Variables(), referrer: AppIdentity? = nil
    ) {
      self.kind = kind
      self.language = language
      self.stage = stage
      self.variables = variables
      self.referrer = referrer
    }
  }

  /// What it checks.
  public let rules: RuleSet
  private let schemas: @Sendable (DocumentKind) -> Schema?
  private let files: any ReferencedFiles

  /// A linter with these rules; a document of a kind without a schema is not held against any.
  ///
  /// The schema of a kind is asked for when the first document of that kind comes, on any thread.
  public init(
    _ rules: RuleSet, schemas: @escaping @Sendable (DocumentKind) -> Schema?,
    files: any ReferencedFiles = UnknownFiles()
  ) {
    self.rules = rules
    self.schemas = schemas
    self.files = files
  }

  /// A linter with these rules and with schemas that have been compiled.
  public init(
    _ rules: RuleSet, schemas: [DocumentKind: Schema], files: any ReferencedFiles = UnknownFiles()
  ) {
    self.init(rules, schemas: { schemas[$0] }, files: files)
  }

  /// Reads a text and checks every document in it.
  public func lint(_ source: SourceText, _ options: Options = Options()) -> LintResult {
    lint(source, parsed: Self.parse(source, options.language), options)
  }

  /// Checks a text that was read before.
  public func lint(_ source: SourceText, parsed: ParseResult, _ options: Options = Options()) -> LintResult {
    let secrets = SecretRanges.find(in: parsed, of: source, options.variables, scope: options.secretScope)
    let syntaxErrors = parsed.errors.map { secrets.masking($0) }
    let isBroken = !parsed.errors.isEmpty
    var found: [LocatedDiagnostic] = []
    var kinds: [DocumentKind.Recognition] = []
    var stage: Stage?
    // A text without any document, which is always broken, is still spoken of once.
    let documents = parsed.documents.isEmpty ? [SyntaxTree.empty(source)] : parsed.filledDocuments
    for tree in documents {
      let context = context(tree, syntaxErrors: stage == nil ? syntaxErrors : [], isBroken: isBroken, options)
      found += check(context, isBroken: isBroken, source)
      kinds.append(context.kind)
      stage = stage ?? context.stage
    }
    found.sort { $0.diagnostic.precedes($1.diagnostic) }
    let lines = LineTable(source)
    var suppressions = Suppressions(parsed, lines, of: source, rules, options)
    var diagnostics: [Diagnostic] = []
    var nodes: [Node?] = []
    var suppressed: [SuppressedDiagnostic] = []
    for found in found {
      var diagnostic = secrets.masking(found.diagnostic)
      diagnostic.namedPointer = found.node.map { secrets.namedPointer(of: $0) }
      if let silenced = suppressions.silence(diagnostic, at: found.node) {
        suppressed.append(
          SuppressedDiagnostic(diagnostic, by: silenced.origin, reason: silenced.reason.map(secrets.masking)))
      } else {
        diagnostics.append(diagnostic)
        nodes.append(found.node)
      }
    }
    let problems = suppressions.problems(shown: diagnostics, isBroken: isBroken)
    let remarks = rules.diagnostics(for: problems, fixable: source.encoding == .utf8, in: stage ?? .draft)
    if !remarks.isEmpty {
      diagnostics += remarks.map { secrets.masking($0) }
      nodes += remarks.map { _ in nil }
      let order = diagnostics.indices.sorted { diagnostics[$0].precedes(diagnostics[$1]) }
      (diagnostics, nodes) = (order.map { diagnostics[$0] }, order.map { nodes[$0] })
    }
    return LintResult(
      text: lines.redacted(secrets.ranges), diagnostics: diagnostics, nodes: nodes, suppressed: suppressed,
      secrets: secrets, ignoreEntryUses: suppressions.ignoreEntryUses(isBroken: isBroken),
      baselineCounts: suppressions.baselineCounts, isBroken: isBroken, kinds: kinds)
  }

  /// Reads a text as what its name says, where nothing else does: JSON if it ends in `.json`, else YAML.
  public static func parse(
    _ source: SourceText, _ language: SyntaxTree.Language?, takesAnyTag: Bool = false
  ) -> ParseResult {
    switch language ?? (source.path.lowercased().hasSuffix(".json") ? .json : .yaml) {
    case .json: JSONParser.parse(source)
    case .yaml: YAMLParser.parse(source, takesAnyTag: takesAnyTag)
    }
  }

  private func context(
    _ tree: SyntaxTree, syntaxErrors: [SyntaxError], isBroken: Bool, _ options: Options
  ) -> LintContext {
    let kind = options.kind.map { .known($0) } ?? DocumentKind.recognise(tree.root)
    let manifest = kind == .known(.appManifest) ? AppManifest(tree.root) : nil
    let inlineDocuments = manifest?.inlineDocuments ?? []
    let app = options.referrer ?? AppIdentity(manifest ?? AppManifest(tree.root), options.variables)
    let stage = options.stage ?? app.stage ?? .draft
    var violations: [Violation] = []
    if case .known(let kind) = kind, !isBroken {
      violations = schemas(kind)?.violations(of: tree.root) ?? []
      for document in inlineDocuments { violations += schemas(document.kind)?.violations(of: document.node) ?? [] }
    }
    // A keyword whose rule is not there to speak is spoken for by its kind: nothing passes unseen.
    for index in violations.indices where violations[index].rule.map(rules.isKnown) == false {
      violations[index].rule = nil
    }
    return LintContext(
      root: tree.root, kind: kind, manifest: manifest, inlineDocuments: inlineDocuments, violations: violations,
      syntaxErrors: syntaxErrors, stage: stage, variables: options.variables, files: files, referrer: options.referrer)
  }

  private func check(_ context: LintContext, isBroken: Bool, _ source: SourceText) -> [LocatedDiagnostic] {
    // Nothing is guessed from half a tree.
    let rules = isBroken ? rules.rules.filter { $0 is any RuleForBrokenDocuments } : rules.rules
    var diagnostics: [LocatedDiagnostic] = []
    var uses: [TextRange: Int]?
    for rule in rules {
      let findings = rule.check(context)
      if findings.isEmpty { continue }
      let metadata = type(of: rule).metadata
      var mended: [MendedPlace: Int]?
      for finding in findings {
        var diagnostic = diagnostic(finding, by: metadata, context)
        if diagnostic.fixIt != nil, !canFix(finding, among: findings, context.root.tree, &uses, &mended) {
          diagnostic.fixIt = nil
        }
        if source.encoding != .utf8 { diagnostic.fixIt = nil }
        diagnostics.append(LocatedDiagnostic(diagnostic: diagnostic, node: finding.mark.node))
      }
    }
    return diagnostics
  }

  private func diagnostic(_ finding: Finding, by metadata: RuleMetadata, _ context: LintContext) -> Diagnostic {
    let place = finding.mark.place
    var notes = finding.notes.map { Note($0.message, at: $0.mark.place.range) }
    if let anchor = place.anchor {
      notes.append(Note("what this alias stands for", at: place.definition ?? anchor))
    }
    return Diagnostic(
      rule: metadata.id, severity: rules.severity(of: finding, by: metadata, in: context.stage),
      message: finding.message.text, label: finding.label, help: finding.help, at: place.range,
      pointer: finding.mark.node?.pointer, notes: notes, fixIt: finding.fixIt)
  }

  /// What findings have in common that mend the same text behind an anchor in the same way.
  private struct MendedPlace: Hashable {
    var range: TextRange?
    var fixIt: FixIt?
  }

  /// Whether a fix may be offered: text behind an anchor is edited only if every use of it has the finding.
  private func canFix(
    _ finding: Finding, among findings: [Finding], _ tree: SyntaxTree, _ uses: inout [TextRange: Int]?,
    _ mended: inout [MendedPlace: Int]?
  ) -> Bool {
    guard tree.hasAliases, let node = finding.mark.node else { return true }
    let counts =
      uses ?? tree.nodes.reduce(into: [:]) { counts, node in counts[node.range, default: 0] += 1 }
    uses = counts
    let places =
      mended
      ?? findings.reduce(into: [:]) { counts, finding in
        counts[MendedPlace(range: finding.mark.node?.range, fixIt: finding.fixIt), default: 0] += 1
      }
    mended = places
    let same = places[MendedPlace(range: node.range, fixIt: finding.fixIt)]
    return same == counts[node.range] && finding.mark.place.anchor == nil
  }
}

/// A diagnostic with the node that it is about, which its pointer names.
struct LocatedDiagnostic: Sendable {
  var diagnostic: Diagnostic
  var node: Node?
}

/// A rule that also speaks where the text is not well-formed.
public protocol RuleForBrokenDocuments: Rule {}
