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

  /// A validator for a schema.
  ///
  /// - Parameters:
  ///   - schema: What the documents are held against.
  ///   - rules: What is checked besides: that a text is well-formed, and that no key stands twice.
  ///   - folder: The URI of the folder that places in schemas are shown relative to, with a slash at its end.
  ///   - showsAlternatives: Whether every alternative of `anyOf` and `oneOf` is told of, and not the meant one alone.
  public init(_ schema: Schema, rules: RuleSet, folder: String = "", showsAlternatives: Bool = false) {
    self.schema = schema
    linter = Linter(rules, schemas: [:])
    self.folder = folder
    self.showsAlternatives = showsAlternatives
  }

  /// Checks every document of a text.
  public func validate(_ source: SourceText, parsed: ParseResult) -> LintResult {
    var result = linter.lint(source, parsed: parsed)
    guard parsed.errors.isEmpty else { return result }
    for tree in parsed.filledDocuments {
      let violations = showsAlternatives ? schema.allViolations(of: tree.root) : schema.violations(of: tree.root)
      result.diagnostics += violations.map { result.secrets.masking(diagnostic($0)) }
    }
    result.nodes = []
    result.diagnostics.sort { $0.precedes($1) }
    return result
  }

  private func diagnostic(_ violation: Violation) -> Diagnostic {
    var violation = violation
    // What `x-rule` says is between a schema and the linter of its own documents.
    violation.rule = nil
    let place = violation.mark.place
    var notes: [Note] = []
    if let anchor = place.anchor {
      notes.append(Note("what this alias stands for", at: place.definition ?? anchor))
    }
    if showsAlternatives, case .branches(let branches, _) = violation.fact {
      for branch in branches {
        for reason in branch.violations {
          let message =
            "alternative \(branch.position + 1) of \(violation.schemaNode.count): \(reason.message)"
          notes.append(Note(message, at: reason.mark.place.range))
        }
      }
    }
    var location = violation.absoluteKeywordLocation[...]
    if !folder.isEmpty, location.hasPrefix(folder) { location = location.dropFirst(folder.count) }
    return Diagnostic(
      rule: violation.ruleID, severity: .error, message: violation.message,
      help: (violation.suggestion.map { "did you mean '\($0)'? " } ?? "") + "see '\(violation.keyword)' at \(location)",
      at: place.range,
      pointer: (violation.key ?? violation.node).pointer, notes: notes)
  }
}

extension Violation {
  /// What is marked: a wrong key, the place where a key is missing, or the value.
  var mark: Finding.Mark {
    if let key { return .node(key) }
    switch fact {
    case .required, .requiredOneOf, .dependentRequired: return .object(node)
    default: return .node(node)
    }
  }
}
