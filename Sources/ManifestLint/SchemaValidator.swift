public import JSONSchema
public import ManifestSyntax
public import ManifestText

/// Checks texts against one schema of any kind: what `validate` does.
public struct SchemaValidator: Sendable {
  /// What the documents are held against.
  public let schema: Schema
  /// What of the schema must not be told.
  public let schemaSecrets: SchemaSecrets

  private let linter: Linter
  private let folder: String
  private let showsAlternatives: Bool
  private let secretScope: SecretScope
  /// What is wrong with the schema, by its place.
  private let problems: [Node: SchemaError]

  /// A validator for a schema.
  ///
  /// - Parameters:
  ///   - schema: What the documents are held against.
  ///   - rules: What is checked besides: that a text is well-formed, and that no key stands twice.
  ///   - folder: The URI of the folder that places in schemas are shown relative to, with a slash at its end.
  ///   - showsAlternatives: Whether every alternative of `anyOf` and `oneOf` is told of, and not the meant one alone.
  ///   - secretScope: Which values of the documents are secret.
  public init(
    _ schema: Schema, rules: RuleSet, folder: String = "", showsAlternatives: Bool = false,
    secretScope: SecretScope = .anyDocument
  ) {
    self.schema = schema
    self.secretScope = secretScope
    schemaSecrets = SchemaSecrets(schema, scope: secretScope)
    linter = Linter(rules, schemas: [:])
    self.folder = folder
    self.showsAlternatives = showsAlternatives
    problems = Dictionary(schema.problems.map { ($0.node, $0) }) { first, _ in first }
  }

  /// Checks every document of a text.
  public func validate(_ source: SourceText, parsed: ParseResult) -> LintResult {
    var options = Linter.Options()
    options.secretScope = secretScope
    var result = linter.lint(source, parsed: parsed, options)
    guard parsed.errors.isEmpty else { return result }
    for tree in parsed.filledDocuments {
      let violations =
        showsAlternatives
        ? schema.allViolations(of: tree.root).filter { !$0.isConsequence } : schema.violations(of: tree.root)
      for told in told(violations) {
        var diagnostic = result.secrets.masking(diagnostic(told))
        for secrets in schemaSecrets.masks(for: told.violation) { diagnostic = secrets.masking(diagnostic) }
        diagnostic.namedPointer = result.secrets.namedPointer(of: told.violation.culprit)
        result.diagnostics.append(diagnostic)
      }
    }
    for remark in Self.remarks(on: parsed.unknownTags) {
      let diagnostic = Diagnostic(
        rule: "incomplete-validation", severity: .warning, message: remark.message, help: remark.help, at: remark.range,
        pointer: "")
      result.diagnostics.append(result.secrets.masking(diagnostic))
    }
    result.nodes = []
    result.diagnostics.sort { $0.precedes($1) }
    return result
  }

  /// What is said of tags that were taken although nobody here knows them: once of each, where it first stands.
  public static func remarks(on tags: [UnknownTag]) -> [SyntaxError] {
    var known: Set<String?> = []
    return tags.filter { known.insert($0.text).inserted }.map { tag in
      SyntaxError(
        "the tag \(tag.text.map { "'\($0)' " } ?? "")is not known: its values are checked as if they stood there without it",
        at: tag.range, help: "remove it, unless the program that reads the document knows it")
    }
  }

  /// A violation with what it stands for besides.
  private struct Told {
    var violation: Violation
    /// What was probably meant.
    var suggestion: String?
    /// How many other values come to the same problem of the schema.
    var others = 0
    /// The required key that was meant by an unknown one.
    var missingKey: String?
  }

  /// One violation for each cause: a problem of the schema at the first value that comes to it, and a misspelt key
  /// rather than an unknown and a missing one.
  private func told(_ violations: [Violation]) -> [Told] {
    let suggestions = violations.prefix(Self.suggestionLimit).map(\.suggestion)
    var meant: [Node: [String]] = [:]
    for (violation, suggestion) in zip(violations, suggestions) {
      if case .unknownKey = violation.fact, let key = suggestion {
        meant[violation.node, default: []].append(key)
      }
    }
    var result: [Told] = []
    var problemIndices: [Node: Int] = [:]
    var missing: [Node: [String]] = [:]
    for (index, violation) in violations.enumerated() {
      var violation = violation
      let suggestion = index < suggestions.count ? suggestions[index] : nil
      if case .required(var keys) = violation.fact, let meant = meant[violation.node], !showsAlternatives {
        missing[violation.node, default: []] += keys.filter(meant.contains)
        keys.removeAll(where: meant.contains)
        if keys.isEmpty { continue }
        violation.fact = .required(missing: keys)
      }
      guard violation.isIncomplete, problems[violation.schemaNode] != nil else {
        result.append(Told(violation: violation, suggestion: suggestion))
        continue
      }
      if let index = problemIndices[violation.schemaNode] {
        result[index].others += 1
      } else {
        problemIndices[violation.schemaNode] = result.count
        result.append(Told(violation: violation, suggestion: suggestion))
      }
    }
    for index in result.indices {
      guard case .unknownKey = result[index].violation.fact, let key = result[index].suggestion,
        missing[result[index].violation.node]?.contains(key) == true
      else { continue }
      result[index].missingKey = key
    }
    return result
  }

  private func diagnostic(_ told: Told) -> Diagnostic {
    var violation = told.violation
    // What `x-rule` says is between a schema and the linter of its own documents.
    violation.rule = nil
    let place = violation.mark.place
    var notes: [Note] = []
    if let anchor = place.anchor {
      notes.append(Note("what this alias stands for", at: place.definition ?? anchor))
    }
    if showsAlternatives { notes += alternatives(violation) }
    var message = violation.message
    if let key = told.missingKey { message += "; the required key '\(key)' is missing" }
    if told.others > 0 {
      message += ", nor \(told.others == 1 ? "is 1 other value" : "are \(told.others) other values")"
    }
    let problem = violation.isIncomplete ? problems[violation.schemaNode] : nil
    if let problem {
      notes.append(Note(problem.message, at: problem.node.range, in: problem.node.tree.source.path))
    }
    return Diagnostic(
      rule: violation.ruleID, severity: problem?.isAboutAbsentSchema == true ? .warning : .error, message: message,
      help: problem.map(help) ?? help(violation, told.suggestion), at: place.range,
      pointer: (violation.key ?? violation.node).pointer,
      notes: notes)
  }

  private func help(_ problem: SchemaError) -> String? {
    problem.isAboutAbsentSchema
      ? "give its file by --map, or its folder by --schema-dir; nothing is fetched from the network" : problem.help
  }

  private func help(_ violation: Violation, _ suggestion: String?) -> String {
    var words: [String] = []
    if let suggestion { words.append("did you mean '\(suggestion)'?") }
    if let context = violation.context.first {
      words.append("\(context.name) is the alternative that fits best;")
    }
    words.append("see '\(violation.keyword)' at \(shown(violation.readableKeywordLocation))")
    if case .branches(_, let matched) = violation.fact, matched.isEmpty, !showsAlternatives {
      words.append("(--verbose tells what each alternative refuses)")
    }
    return words.joined(separator: " ")
  }

  /// Where a keyword stands, as short as it can be said: a file relative to the folder.
  private func shown(_ location: (resource: String, pointer: String)) -> String {
    var resource = location.resource
    if !folder.isEmpty, resource.hasPrefix("file:///"), folder.hasPrefix("file:///") {
      let (path, base) = (resource.split(separator: "/"), folder.split(separator: "/"))
      let shared = zip(path, base).prefix { $0 == $1 }.count
      // Of what lies elsewhere, the whole path says more.
      if shared > 1 || base.count == 1 {
        let way = Array(repeating: "..", count: base.count - shared) + path.dropFirst(shared).map(String.init)
        resource = way.joined(separator: "/")
      }
    }
    return (resource.hasSuffix("%3Cstdin%3E") ? "<stdin>" : resource) + "#" + location.pointer
  }

  /// What each alternative refuses, those inside of alternatives included.
  private func alternatives(_ violation: Violation) -> [Note] {
    var notes: [Note] = []
    var pending = [(violation, "")]
    while let (violation, path) = pending.popLast(), notes.count < Self.noteLimit {
      guard case .branches(let branches, let matched) = violation.fact, matched.isEmpty else {
        if !path.isEmpty { notes.append(Note("\(path): \(violation.message)", at: violation.mark.place.range)) }
        continue
      }
      // The last one is taken first.
      for branch in branches.reversed() {
        var name = "alternative \(branch.position + 1) of \(violation.schemaNode.count)"
        if let own = violation.name(ofAlternative: branch.position) { name += ", \(own)" }
        if !path.isEmpty { name = "\(path) › \(name)" }
        pending += branch.violations.reversed().map { ($0, name) }
      }
    }
    return notes
  }

  /// Of how many violations is looked for what was meant.
  private static let suggestionLimit = 1_000

  /// How many reasons are told of one violation.
  private static let noteLimit = 200
}

extension Violation {
  /// What is marked: a wrong key, the place where a key is missing, or the value.
  var mark: Finding.Mark {
    if let key { return .node(key) }
    switch fact {
    case .required, .requiredOneOf, .dependentRequired: return .object(node)
    // Of alternatives, no part of the object is wrong by itself.
    case .branches, .negated, .forbidden, .propertyCount: return node.kind == .mapping ? .object(node) : .node(node)
    default: return .node(node)
    }
  }
}
