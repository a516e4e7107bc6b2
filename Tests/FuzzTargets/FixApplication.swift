import JSONSchema
import ManifestLint
import ManifestRules
import ManifestSchemas

/// All rules over a manifest, and the application of their fixes.
enum FixApplication {
  static let linter = Linter(RuleSet(BuiltInRules.all, profile: .strict), schemas: schemas)

  static let schemas: [DocumentKind: Schema] = {
    var schemas: [DocumentKind: Schema] = [:]
    for kind in DocumentKind.allCases {
      guard let schema = BundledSchema(rawValue: kind.rawValue),
        let root = JSONParser.parse(SourceText(path: "", bytes: schema.bytes)).documents.first?.root
      else { continue }
      var options = SchemaOptions()
      options.formats = schema.assertsFormats ? .always : .asDialectSays
      schemas[kind] = try? Schema(compiling: root, options: options)
    }
    return schemas
  }()

  static func check(_ bytes: [UInt8]) throws(BrokenProperty) {
    let language: SyntaxTree.Language = bytes.first == UInt8(ascii: "{") ? .json : .yaml
    let source = SourceText(path: "fuzz.pipedrive.\(language.rawValue)", bytes: bytes)
    var options = Linter.Options()
    options.language = language
    options.kind = bytes.count < 4000 ? .appManifest : nil
    let before = linter.lint(source, options)
    for diagnostic in before.diagnostics {
      let end = diagnostic.range.utf8Offsets.upperBound
      try expect(end <= source.bytes.count, "\(diagnostic.rule) points into the text")
      try expect(!diagnostic.message.contains("\n"), "\(diagnostic.rule) says it in one line")
    }
    let fixed = Fixer(linter, applying: [.safe]).fix(source, options)
    let after = linter.lint(fixed.source, options)
    try expect(
      count(.error, after) <= count(.error, before) || hasSyntaxErrors(before), "fixing brings no new error")
    let again = Fixer(linter, applying: [.safe]).fix(fixed.source, options)
    try expect(again.source == fixed.source, "fixing twice changes nothing more")
    // Of a text that cannot be read, nobody knows what is a comment.
    if hasSyntaxErrors(before) { return }
    try expect(comments(fixed.source, language) == comments(source, language), "a safe fix keeps every comment")
    if language == .yaml { try checkJSON(source, before, options) }
  }

  private static func count(_ severity: Severity, _ result: LintResult) -> Int {
    result.diagnostics.count { $0.severity == severity }
  }

  private static func hasSyntaxErrors(_ result: LintResult) -> Bool {
    result.diagnostics.contains { $0.rule == "syntax" }
  }

  private static func comments(_ source: SourceText, _ language: SyntaxTree.Language) -> [String] {
    Linter.parse(source, language).comments.map(source.string)
  }

  /// Rules that speak of how a value is written, which JSON has no way to.
  private static let rulesOfNotation: Set = [
    "syntax", "duplicate-key", "ambiguous-scalar", "unused-suppression", "expired-suppression", "unknown-rule",
  ]

  /// The YAML and the JSON form of one value have the same findings.
  private static func checkJSON(
    _ source: SourceText, _ result: LintResult, _ options: Linter.Options
  ) throws(BrokenProperty) {
    let parsed = Linter.parse(source, .yaml)
    guard parsed.errors.isEmpty, parsed.documents.count == 1, parsed.documents[0].duplicateKeys.isEmpty,
      result.suppressed.isEmpty, let json = PlainJSON.text(of: parsed.documents[0].root)
    else { return }
    var options = options
    options.language = .json
    let text = SourceText(path: "fuzz.pipedrive.json", bytes: json)
    guard JSONParser.parse(text).errors.isEmpty else { return }
    let others = linter.lint(text, options)
    let (own, other) = (findings(result), findings(others))
    try expect(own == other, "YAML and JSON of one value have the same findings: \(own) and \(other)")
  }

  /// The messages may differ: some say how a text is written, such as the line break that a block ends with.
  private static func findings(_ result: LintResult) -> [String] {
    result.diagnostics.filter { !rulesOfNotation.contains($0.rule) }.map {
      "\($0.severity) \($0.rule) \($0.pointer ?? "")"
    }.sorted()
  }
}
