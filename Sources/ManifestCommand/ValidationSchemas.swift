import JSONSchema
import ManifestFiles
import ManifestLint
import ManifestReport
import ManifestRules

/// The schemas of one run of `validate`: loads and compiles them, or says what is wrong with them.
struct ValidationSchemas {
  private let command: ValidateCommand
  /// What is registered before any schema is loaded.
  private let loader: SchemaLoader
  /// The URI of the folder that places in schemas are shown relative to.
  private let folder: String

  /// What was named and could not be loaded, a line each.
  private(set) var troubles: [String] = []

  /// Registers what the command line names.
  init(_ command: ValidateCommand) throws(UnusableSchema) {
    self.command = command
    folder = (try? WorkingDirectory.ofProcess()).map { SchemaLoader.uri(of: $0.location) + "/" } ?? ""
    do throws(SchemaLoadError) {
      loader = try SchemaLoader(folders: command.schemaDir, mappings: command.map)
    } catch {
      throw UnusableSchema(error)
    }
    troubles = loader.troubles
  }

  /// The validator for the schema of the command line.
  mutating func validator(_ argument: String) throws(UnusableSchema) -> SchemaValidator {
    var loader = loader
    let main: (root: Node, uri: String)
    do throws(SchemaLoadError) {
      main = try loader.load(argument)
    } catch {
      throw UnusableSchema(error)
    }
    troubles = loader.troubles
    note(loader.remarks)
    let errors: [SchemaError]
    do throws(SchemaError) {
      return validator(try compile(main.root, main.uri, loader), .anyDocument)
    } catch {
      errors = [error] + error.others
    }
    note(troubles)
    throw UnusableSchema(errors, diagnostics: diagnostics(of: errors, in: main.root, loader))
  }

  /// The validators for schemas themselves, by the URI of the meta-schema of each draft.
  func metaValidators() -> [String: SchemaValidator] {
    var validators: [String: SchemaValidator] = [:]
    for draft in Draft.allCases { validators[draft.metaSchemaURI] = metaValidator(draft.metaSchemaURI, loader) }
    return validators
  }

  /// The validator for schemas of a dialect that was registered; `nil` for one that is not known.
  func metaValidator(_ uri: String) -> SchemaValidator? {
    loader.isKnownDialect(uri) ? metaValidator(uri, loader) : nil
  }

  /// What a schema is besides valid by its meta-schema: what keeps it from being used, and what is misspelt.
  func remarks(on root: Node, at path: FilePath) -> [Diagnostic] {
    var loader = loader
    let (root, uri) = loader.load(root, at: path)
    var errors: [SchemaError] = []
    do throws(SchemaError) {
      errors = try compile(root, uri, loader).problems
    } catch {
      errors = [error] + error.others
    }
    return errors.map { diagnostic($0, in: root) } + misspeltKeywords(in: root) + foreignKeywords(in: root)
  }

  /// What the schema seems to be, where it was read as something else.
  func hint(for root: Node) -> (node: Node, help: String)? {
    guard let hint = DialectHint(root, readAs: command.dialect.draft) else { return nil }
    let draft = hint.draft.name
    return (
      hint.node,
      "\(hint.reason), as in draft \(draft): name the dialect in '$schema', or give --dialect \(draft)"
    )
  }

  /// Says at once what could not be loaded.
  private func note(_ troubles: [String]) {
    for trouble in troubles { Console.trouble("manifestlint: \(trouble)\n") }
  }

  // MARK: Compiling

  private func compile(_ root: Node, _ uri: String, _ loader: SchemaLoader) throws(SchemaError) -> Schema {
    if let node = root["$schema"], let dialect = node.string, !loader.isKnownDialect(dialect) {
      // To take it for another draft would be a guess.
      let known = Draft.allCases.reversed().map(\.metaSchemaURI).joined(separator: ", ")
      throw SchemaError(
        "'$schema' names no dialect that is known", at: node,
        help: "name one of \(known), or register the meta-schema by --schema-dir")
    }
    var options = SchemaOptions()
    options.draft = command.dialect.draft
    options.baseURI = uri
    options.passesOverAbsentSchemas = true
    if command.assertFormat { options.formats = .always }
    return try Schema(compiling: root, registry: loader.registry, options: options)
  }

  private func validator(_ schema: Schema, _ secretScope: SecretScope) -> SchemaValidator {
    SchemaValidator(
      schema, rules: Self.textRules, folder: folder, showsAlternatives: command.report.showsAlternatives,
      secretScope: secretScope)
  }

  /// The validator for schemas of a dialect; `nil` for one that is not known.
  private func metaValidator(_ uri: String, _ loader: SchemaLoader) -> SchemaValidator? {
    let source = SourceText(path: uri, text: "{ \"$ref\": \"\(uri)\" }")
    return (try? compile(JSONParser.parse(source).documents[0].root, "", loader)).map { validator($0, .schema) }
  }

  /// The rules that see to it that a text can be read.
  static let textRules = RuleSet(BuiltInRules.all.filter { $0 is any RuleForBrokenDocuments.Type })

  // MARK: Diagnostics

  /// Everything that is wrong with a schema: by its meta-schema, else what kept it from being compiled.
  private func diagnostics(of errors: [SchemaError], in root: Node, _ loader: SchemaLoader) -> [Diagnostic] {
    let source = errors[0].node.tree.source
    var diagnostics: [Diagnostic] = []
    if errors[0].node.tree === root.tree {
      let dialect = root["$schema"]?.string ?? command.dialect.draft.metaSchemaURI
      let validator = loader.isKnownDialect(dialect) ? metaValidator(dialect, loader) : nil
      let parsed = ParseResult(documents: [root.tree], errors: [])
      diagnostics = validator?.validate(source, parsed: parsed).diagnostics ?? []
    }
    for error in errors {
      if let told = diagnostics.firstIndex(where: { $0.range == error.node.range }) {
        // The meta-schema does not know what to do about it.
        diagnostics[told].help = error.help ?? diagnostics[told].help
      } else {
        diagnostics.append(diagnostic(error))
      }
    }
    if let hint = hint(for: root) { diagnostics = diagnostics.adding(hint) }
    return diagnostics.sorted { $0.precedes($1) }
  }

  /// What is wrong with a schema or with one that it refers to.
  private func diagnostic(_ error: SchemaError, in root: Node) -> Diagnostic {
    if error.node.tree === root.tree { return diagnostic(error) }
    let path = error.node.tree.source.path
    return Diagnostic(
      rule: "schema-violation", severity: .error,
      message: "the schema '\(FilePath(path))', to which it refers, cannot be used: \(error.message)", help: error.help,
      at: .start, pointer: "", notes: [Note(error.message, at: error.node.range, in: path)])
  }

  private func diagnostic(_ error: SchemaError) -> Diagnostic {
    var help = error.help
    if error.isAboutAbsentSchema {
      help = "register the schema by --schema-dir, or give its file by --map; nothing is fetched from the network"
    }
    return Diagnostic(
      rule: "schema-violation", severity: .error, message: error.message, help: help, at: error.node.range,
      pointer: error.node.pointer)
  }

  private func draft(of root: Node) -> Draft {
    root["$schema"]?.string.flatMap(Draft.init(schemaURI:)) ?? command.dialect.draft
  }

  private func foreignKeywords(in root: Node) -> [Diagnostic] {
    let draft = draft(of: root)
    return ForeignKeyword.all(in: root, draft: draft).map { keyword in
      Diagnostic(
        rule: "unknown-key", severity: .warning,
        message: "'\(keyword.key.text)' means nothing in draft \(draft.name); it is known \(keyword.phrase)",
        help: "name the draft that it was written for in '$schema', or write what \(draft.name) has for it",
        at: keyword.key.range, pointer: keyword.key.pointer)
    }
  }

  private func misspeltKeywords(in root: Node) -> [Diagnostic] {
    let draft = draft(of: root)
    return MisspeltKeyword.all(in: root, draft: draft).map { keyword in
      Diagnostic(
        rule: "unknown-key", severity: .warning, message: "unknown keyword '\(keyword.key.text)'",
        help: "did you mean '\(keyword.meant)'? begin it with 'x-' if it is a word of your own", at: keyword.key.range,
        pointer: keyword.key.pointer)
    }
  }
}

extension [Diagnostic] {
  /// Diagnostics with a hint at the place that gives it, else at the first error.
  func adding(_ hint: (node: Node, help: String)) -> [Diagnostic] {
    var diagnostics = self
    let position =
      firstIndex { $0.range == hint.node.range } ?? firstIndex { $0.severity == .error }
    if let position {
      diagnostics[position].help = [hint.help, diagnostics[position].help].compactMap(\.self).joined(separator: "; ")
    }
    return diagnostics
  }
}

/// A schema that nothing can be validated against.
struct UnusableSchema: Error {
  /// Why, in one line.
  var message: String
  /// The file with what is wrong in it, if it could be read.
  var file: CheckedFile?

  init(_ error: SchemaLoadError) {
    switch error {
    case .file(let message): self.message = message
    case .syntax(let source, let errors):
      var options = Linter.Options()
      options.secretScope = .schema
      file = CheckedFile(source, Linter(ValidationSchemas.textRules, schemas: [:]).lint(source, options))
      let reason = file?.reported.diagnostics.first?.message ?? errors.first?.message ?? "it is empty"
      message = "the schema '\(FilePath(source.path))' cannot be read: \(reason)"
    }
  }

  /// A schema with these errors, of which the diagnostics tell.
  init(_ errors: [SchemaError], diagnostics: [Diagnostic]) {
    let source = errors[0].node.tree.source
    let parsed = ParseResult(documents: [errors[0].node.tree], errors: [])
    let secrets = SecretRanges.find(in: parsed, of: source, Variables(), scope: .schema)
    message = "the schema '\(FilePath(source.path))' cannot be used: \(secrets.masking(errors[0].message))"
    file = CheckedFile(
      reported: ReportedFile(
        path: source.path, text: source.redacted(secrets.ranges), diagnostics: diagnostics.map { secrets.masking($0) }))
  }
}
