public import JSONSchema
public import ManifestFiles
public import ManifestLint

/// Reads configurations: the same parsers and rules as for manifests, and a schema of their own.
public struct ConfigurationReader: Sendable {
  /// What lints configurations, given ``options``.
  public let linter: Linter

  private let rules: [any Rule.Type]

  /// How a configuration is linted.
  public static let options = Linter.Options(kind: .configuration)

  /// A reader of configurations that may speak of these rules.
  public init(rules: [any Rule.Type], schema: Schema) {
    self.rules = rules
    linter = Linter(RuleSet(rules), schemas: [.configuration: schema])
  }

  /// Reads a configuration; what is wrong with a part of it leaves the others in force.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - location: The absolute path of the file.
  ///   - base: The folders that its patterns are seen from; without one, its own.
  public func read(_ source: SourceText, at location: FilePath, base: PatternBase? = nil) -> ConfigurationReading {
    let parsed = Linter.parse(source, nil)
    var result = linter.lint(source, parsed: parsed, Self.options)
    var parts = ConfigurationParts(
      Configuration(location: location, source: source, base: base ?? PatternBase(location.parent)), rules: rules,
      violations: result.diagnostics)
    if parsed.errors.isEmpty {
      let documents = parsed.filledDocuments
      if let root = documents.first?.root { parts.read(root) }
      for other in documents.dropFirst() { parts.refuseFurther(other.root) }
    }
    let nodes = Dictionary(zip(result.diagnostics, result.nodes).map { ($0, $1) }) { first, _ in first }
    let diagnostics = parts.diagnostics
    result.nodes = diagnostics.map { nodes[$0] ?? nil }
    result.diagnostics = diagnostics.map { result.secrets.masking($0) }
    return ConfigurationReading(configuration: parts.configuration, result: result)
  }
}
