import ArgumentParser
import JSONSchema
import ManifestFiles
import ManifestLint
import ManifestReport
import ManifestRules

/// One run of `validate`: compile the schema once, check each document on all processors, report in order.
struct ValidateRun {
  private let command: ValidateCommand

  init(_ command: ValidateCommand) {
    self.command = command
  }

  /// Validates and reports.
  ///
  /// - Returns: The exit code: 2 for trouble, a schema that cannot be used included, 1 for violations, else 0.
  func run() throws -> ExitCode {
    let run = ReportRun(command.report, rules: Self.rules)
    let subjects = try subjects()
    let checks: [String: SchemaValidator]
    do throws(UnusableSchema) {
      checks = try validators()
    } catch {
      report(error)
      return .trouble
    }
    if let format = command.output { return printOutcomes(format, subjects, checks) }
    return run.run(subjects.count) { index in
      outcome(of: subjects[index], checks)
    } ifNothing: {
      Console.trouble("manifestlint: no document found\n")
      return true
    }
  }

  // MARK: Schemas

  /// A schema that nothing can be validated against.
  private struct UnusableSchema: Error {
    var message: String
    /// The file with what is wrong in it, if it could be read.
    var file: CheckedFile?
  }

  private func options(_ uri: String) -> SchemaOptions {
    var options = SchemaOptions()
    options.draft = command.dialect
    options.baseURI = uri
    if command.assertFormat { options.formats = .always }
    return options
  }

  /// The schema of the command line; for `--check-schema`, the meta-schema of each draft by its URI.
  private func validators() throws(UnusableSchema) -> [String: SchemaValidator] {
    let (registry, main) = try load()
    if let main { return ["": validator(try compile(main.root, registry, main.uri))] }
    var validators: [String: SchemaValidator] = [:]
    for draft in Draft.allCases { validators[draft.metaSchemaURI] = try metaValidator(draft, registry) }
    return validators
  }

  private func load() throws(UnusableSchema) -> (registry: SchemaRegistry, main: (root: Node, uri: String)?) {
    var loader: SchemaLoader
    let main: (root: Node, uri: String)?
    do throws(SchemaLoadError) {
      loader = try SchemaLoader(folders: command.schemaDir, mappings: command.map)
      main = if let path = command.schema { try loader.load(path) } else { nil }
    } catch {
      switch error {
      case .file(let message): throw UnusableSchema(message: message)
      case .syntax(let source, let errors):
        let result = Linter(RuleSet(Self.textRules), schemas: [:]).lint(source)
        let file = CheckedFile(source, result)
        throw UnusableSchema(
          message: "the schema '\(source.path)' cannot be read: \(errors.first?.message ?? "it is empty")", file: file)
      }
    }
    for trouble in loader.troubles { Console.trouble("manifestlint: \(trouble)\n") }
    if let main, let error = Self.unknownDialect(main.root, loader) { throw unusable([error]) }
    return (loader.registry, main)
  }

  /// What is wrong with a `$schema` that names nothing that is known: to take it for another draft would be a guess.
  private static func unknownDialect(_ root: Node, _ loader: SchemaLoader) -> SchemaError? {
    guard let node = root["$schema"], let uri = node.string, !loader.isKnownDialect(uri) else { return nil }
    return SchemaError(
      "'$schema' names no dialect that is known", at: node,
      help:
        "name one of \(Draft.allCases.reversed().map(\.metaSchemaURI).joined(separator: ", ")), or register the meta-schema by --schema-dir"
    )
  }

  private func compile(_ root: Node, _ registry: SchemaRegistry, _ uri: String) throws(UnusableSchema) -> Schema {
    var errors: [SchemaError] = []
    do throws(SchemaError) {
      let schema = try Schema(compiling: root, registry: registry, options: options(uri))
      if schema.problems.isEmpty { return schema }
      errors = schema.problems
    } catch {
      errors = [error]
    }
    throw unusable(errors)
  }

  private func unusable(_ errors: [SchemaError]) -> UnusableSchema {
    let source = errors[0].node.tree.source
    let diagnostics = errors.filter { $0.node.tree.source.path == source.path }.map { error in
      Diagnostic(
        rule: "schema-violation", severity: .error, message: error.message, help: error.help, at: error.node.range,
        pointer: error.node.pointer)
    }
    let file = ReportedFile(
      path: source.path, text: source.redacted([]), diagnostics: diagnostics.sorted { $0.precedes($1) })
    return UnusableSchema(
      message: "the schema '\(source.path)' cannot be used: \(errors[0].message)", file: CheckedFile(reported: file))
  }

  private func metaValidator(_ draft: Draft, _ registry: SchemaRegistry) throws(UnusableSchema) -> SchemaValidator {
    let source = SourceText(path: draft.metaSchemaURI, text: "{ \"$ref\": \"\(draft.metaSchemaURI)\" }")
    return validator(try compile(JSONParser.parse(source).documents[0].root, registry, ""))
  }

  private func validator(_ schema: Schema) -> SchemaValidator {
    let folder = (try? WorkingDirectory.ofProcess()).map { SchemaLoader.uri(of: $0.location) + "/" }
    return SchemaValidator(
      schema, rules: RuleSet(Self.textRules), folder: folder ?? "", showsAlternatives: command.report.verbose)
  }

  /// The rules as they are described where nobody speaks of Pipedrive: without the pages that ask for them.
  private static let rules = RuleDescriptions {
    BuiltInRules.metadata.map { metadata in
      var rule = RuleDescription(metadata)
      (rule.sourceTitle, rule.sourceURL, rule.checkedOn, rule.rationale) = (nil, nil, nil, "")
      return rule
    }
  }

  private static let textRules = BuiltInRules.all.filter { $0 is any RuleForBrokenDocuments.Type }

  private func report(_ error: UnusableSchema) {
    Console.trouble("manifestlint: \(error.message)\n")
    var stream = ReportStreams(command.report, rules: Self.rules, to: .output)
    var summary = Summary()
    summary.exitCode = Int(ExitCode.trouble.rawValue)
    summary.troubles = [error.message]
    stream.begin()
    if let file = error.file {
      summary.count(file.reported)
      stream.report(file)
    }
    _ = stream.finish(summary)
  }

  // MARK: Documents

  private enum Subject: Sendable {
    case file(FilePath)
    case standardInput(String)
    case unreadable(FileError)

    var path: FilePath {
      switch self {
      case .file(let path): path
      case .standardInput(let name): FilePath(name)
      case .unreadable(let error): error.path
      }
    }
  }

  private func subjects() throws -> [Subject] {
    let named = command.instances.filter { $0 != "-" }
    var subjects: [Subject] = []
    if named.count < command.instances.count {
      subjects.append(.standardInput(command.stdinFilename ?? "<stdin>"))
    }
    let workingDirectory: WorkingDirectory
    do throws(FileError) {
      workingDirectory = try WorkingDirectory.ofProcess()
    } catch {
      throw ValidationError(error.message)
    }
    let found = DocumentSearch(workingDirectory).documents(at: named)
    subjects += found.files.map(Subject.file) + found.errors.map(Subject.unreadable)
    return subjects.sorted { $0.path < $1.path }
  }

  private func outcome(of subject: Subject, _ validators: [String: SchemaValidator]) -> ReportRun.Outcome {
    let source: SourceText
    do throws(FileError) {
      source = try read(subject)
    } catch {
      return .unreadable(subject.path, error)
    }
    let parsed = parse(source)
    let validator = validator(for: parsed, validators)
    var result = validator.validate(source, parsed: parsed)
    // A schema that its meta-schema takes can still be one that nothing can be validated against.
    if command.checkSchema, result.diagnostics.isEmpty, case .file(let path) = subject {
      result.diagnostics = unusableParts(of: path)
    }
    return .checked([CheckedFile(source, result)])
  }

  /// What keeps a schema from being used: its dialect, a pattern, a reference that leads nowhere.
  private func unusableParts(of path: FilePath) -> [Diagnostic] {
    do throws(SchemaLoadError) {
      var loader = try SchemaLoader(folders: command.schemaDir, mappings: command.map)
      let (root, uri) = try loader.load(path.text)
      do throws(UnusableSchema) {
        if let error = Self.unknownDialect(root, loader) { throw unusable([error]) }
        _ = try compile(root, loader.registry, uri)
      } catch {
        return error.file?.reported.path == path.text ? error.file?.reported.diagnostics ?? [] : []
      }
    } catch {}
    return []
  }

  private func parse(_ source: SourceText) -> ParseResult {
    StandardInputLanguage.parse(source, isNamed: command.stdinFilename != nil || source.path != "<stdin>")
  }

  /// The validator of the command line, or that for the draft which a schema names.
  private func validator(for parsed: ParseResult, _ validators: [String: SchemaValidator]) -> SchemaValidator {
    if let validator = validators[""] { return validator }
    let stated = parsed.documents.first.flatMap { $0.root["$schema"]?.string }.flatMap(Draft.init(schemaURI:))
    guard let validator = validators[(stated ?? command.dialect).metaSchemaURI] else {
      preconditionFailure("no validator for the meta-schema of \(stated ?? command.dialect)")
    }
    return validator
  }

  // MARK: The specification's output

  /// What became of a document: a line of JSON for each document of a file, or why there is none.
  private struct Printed: Sendable {
    var bytes: [UInt8] = []
    var isValid = true
    var trouble: (message: String, isFatal: Bool)?
  }

  private func printOutcomes(
    _ format: OutputFormat, _ subjects: [Subject], _ validators: [String: SchemaValidator]
  ) -> ExitCode {
    var code = ExitCode.success
    WorkQueue(jobs: command.report.jobs).run(subjects.count) { index in
      printed(format, subjects[index], validators)
    } consume: { _, printed in
      if let trouble = printed.trouble { Console.trouble("manifestlint: \(trouble.message)\n") }
      if printed.trouble?.isFatal == true {
        code = .trouble
      } else if !printed.isValid, code == .success {
        code = .findings
      }
      if !printed.bytes.isEmpty { Console.output(printed.bytes) }
    }
    return code
  }

  private func printed(
    _ format: OutputFormat, _ subject: Subject, _ validators: [String: SchemaValidator]
  ) -> Printed {
    let source: SourceText
    do throws(FileError) {
      source = try read(subject)
    } catch {
      return Printed(isValid: false, trouble: (error.message, true))
    }
    let parsed = parse(source)
    if !parsed.errors.isEmpty {
      return Printed(isValid: false, trouble: (RenderError(parsed, in: source).lines[0], false))
    }
    let schema = validator(for: parsed, validators).schema
    let secrets = SecretRanges.find(in: parsed, of: source, Variables())
    var result = Printed()
    for tree in parsed.filledDocuments {
      var writer = JSONWriter(indented: false)
      schema.writeOutput(format, for: tree.root, to: &writer)
      result.bytes += Array(secrets.masking(String(decoding: writer.bytes, as: UTF8.self)).utf8) + [UInt8(ascii: "\n")]
      result.isValid = result.isValid && schema.isValid(tree.root)
    }
    return result
  }

  private func read(_ subject: Subject) throws(FileError) -> SourceText {
    switch subject {
    case .file(let path): try FileReader().source(at: path)
    case .standardInput(let name): SourceText(path: name, bytes: try FileReader().readStandardInput())
    case .unreadable(let error): throw error
    }
  }
}
