public import JSONSchema
public import ManifestSyntax
public import ManifestText

/// Checks texts against one schema of any kind: what `validate` does.
public struct SchemaValidator: Sendable {
  /// What the documents are held against.
  public let schema: Schema

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
      let violations = showsAlternatives ? schema.allViolations(of: tree.root) : schema.violations(of: tree.root)
      for (violation, count) in withoutRepeatedProblems(violations) {
        var diagnostic = result.secrets.masking(diagnostic(violation, alsoFor: count - 1))
        diagnostic.namedPointer = result.secrets.namedPointer(of: violation.culprit)
        result.diagnostics.append(diagnostic)
      }
    }
    result.nodes = []
    result.diagnostics.sort { $0.precedes($1) }
    return result
  }

  /// Violations with how many stand for each: what is wrong with the schema is told once, at the first value.
  private func withoutRepeatedProblems(_ violations: [Violation]) -> [(Violation, count: Int)] {
    var result: [(Violation, count: Int)] = []
    var indices: [Node: Int] = [:]
    for violation in violations {
      guard violation.isIncomplete, problems[violation.schemaNode] != nil else {
        result.append((violation, 1))
        continue
      }
      if let index = indices[violation.schemaNode] {
        result[index].count += 1
      } else {
        indices[violation.schemaNode] = result.count
        result.append((violation, 1))
      }
    }
    return result
  }

  private func diagnostic(_ violation: Violation, alsoFor others: Int) -> Diagnostic {
    var violation = violation
    // What `x-rule` says is between a schema and the linter of its own documents.
    violation.rule = nil
    let place = violation.mark.place
    var notes: [Note] = []
    if let anchor = place.anchor {
      notes.append(Note("what this alias stands for", at: place.definition ?? anchor))
    }
    if showsAlternatives { notes += alternatives(violation) }
    var message = violation.message
    if others > 0 { message += ", nor \(others == 1 ? "is 1 other value" : "are \(others) other values")" }
    let problem = violation.isIncomplete ? problems[violation.schemaNode] : nil
    if let problem {
      notes.append(Note(problem.message, at: problem.node.range, in: problem.node.tree.source.path))
    }
    return Diagnostic(
      rule: violation.ruleID, severity: problem?.isAboutAbsentSchema == true ? .warning : .error, message: message,
      help: problem?.help ?? help(violation), at: place.range, pointer: (violation.key ?? violation.node).pointer,
      notes: notes)
  }

  private func help(_ violation: Violation) -> String {
    var words: [String] = []
    if let suggestion = violation.suggestion { words.append("did you mean '\(suggestion)'?") }
    if let context = violation.context.first {
      words.append("\(context.name) is the alternative that fits best;")
    }
    words.append("see '\(violation.keyword)' at \(shown(violation.absoluteKeywordLocation))")
    return words.joined(separator: " ")
  }

  /// Where a keyword stands, as short as it can be said.
  private func shown(_ location: String) -> Substring {
    !folder.isEmpty && location.hasPrefix(folder) ? location.dropFirst(folder.count) : location[...]
  }

  /// What each alternative refuses.
  private func alternatives(_ violation: Violation) -> [Note] {
    guard case .branches(let branches, _) = violation.fact else { return [] }
    return branches.flatMap { branch in
      branch.violations.map { reason in
        let name = "alternative \(branch.position + 1) of \(violation.schemaNode.count)"
        return Note("\(name): \(reason.message)", at: reason.mark.place.range)
      }
    }
  }
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
