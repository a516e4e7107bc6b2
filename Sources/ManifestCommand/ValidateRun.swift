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
    let subjects = try subjects()
    var loading: ValidationSchemas
    let checks: [String: SchemaValidator]
    do throws(UnusableSchema) {
      loading = try ValidationSchemas(command)
      checks = if let path = command.schema { ["": try loading.validator(path)] } else { loading.metaValidators() }
    } catch {
      report(error)
      return .trouble
    }
    let schemas = loading
    if let format = command.output { return printOutcomes(format, subjects, schemas, checks) }
    let otherTexts = Self.textsOfProblems(checks)
    let check: @Sendable (Int) -> ReportRun.Outcome = { index in
      outcome(of: subjects[index], schemas, checks, otherTexts)
    }
    // What was named and cannot be used may be the reason why a value was not checked.
    let remarks = ReportRun.Remarks(troubles: schemas.troubles)
    return ReportRun(command.report, rules: Self.rules).run(subjects.count, check: check, remarks: remarks) {
      Console.trouble("manifestlint: no document found\n")
      return true
    }
  }

  /// The schemas that documents may come to something wrong in, by their paths.
  private static func textsOfProblems(_ validators: [String: SchemaValidator]) -> [String: RedactedText] {
    var texts: [String: RedactedText] = [:]
    for problem in validators.values.flatMap(\.schema.problems) {
      let source = problem.node.tree.source
      if texts[source.path] != nil { continue }
      let parsed = ParseResult(documents: [problem.node.tree], errors: [])
      let secrets = SecretRanges.find(in: parsed, of: source, Variables(), scope: .schema)
      texts[source.path] = source.redacted(secrets.ranges)
    }
    return texts
  }

  /// The rules as they are described where nobody speaks of Pipedrive: without the pages that ask for them.
  private static let rules = RuleDescriptions {
    BuiltInRules.metadata.map { metadata in
      var rule = RuleDescription(metadata)
      (rule.sourceTitle, rule.sourceURL, rule.checkedOn, rule.rationale) = (nil, nil, nil, "")
      return rule
    }
  }

  private func report(_ error: UnusableSchema) {
    Console.trouble("manifestlint: \(error.message)\n")
    // Where outcomes are asked for, nothing else may stand among them.
    var stream = ReportStreams(command.report, rules: Self.rules, to: command.output == nil ? .output : .error)
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

  private func outcome(
    of subject: Subject, _ schemas: ValidationSchemas, _ validators: [String: SchemaValidator],
    _ otherTexts: [String: RedactedText]
  ) -> ReportRun.Outcome {
    let source: SourceText
    do throws(FileError) {
      source = try read(subject)
    } catch {
      return .unreadable(subject.path, error)
    }
    let parsed = parse(source)
    var result = validator(for: parsed, schemas, validators).validate(source, parsed: parsed)
    if command.checkSchema, let root = parsed.documents.first?.root, parsed.errors.isEmpty {
      // What its meta-schema refuses would be told a second time; what it takes can still be of no use.
      for remark in schemas.remarks(on: root, at: subject.path).map({ result.secrets.masking($0) }) {
        if let told = result.diagnostics.firstIndex(where: { $0.range == remark.range && $0.severity == .error }) {
          // The meta-schema does not know what to do about it.
          result.diagnostics[told].help = remark.help ?? result.diagnostics[told].help
        } else {
          result.diagnostics.append(remark)
        }
      }
      if let hint = schemas.hint(for: root) { result.diagnostics = result.diagnostics.adding(hint) }
      result.diagnostics.sort { $0.precedes($1) }
    }
    var file = CheckedFile(source, result)
    file.reported.otherTexts = otherTexts
    return .checked(file)
  }

  private func parse(_ source: SourceText) -> ParseResult {
    // Documents of other programs may have tags that those know.
    StandardInputLanguage.parse(
      source, isNamed: command.stdinFilename != nil || source.path != "<stdin>", takesAnyTag: true)
  }

  /// The validator of the command line, or that for the dialect which a schema names.
  private func validator(
    for parsed: ParseResult, _ schemas: ValidationSchemas, _ validators: [String: SchemaValidator]
  ) -> SchemaValidator {
    if let validator = validators[""] { return validator }
    let stated = parsed.documents.first.flatMap { $0.root["$schema"]?.string }
    let draft = stated.flatMap(Draft.init(schemaURI:))
    if draft == nil, let stated, let validator = schemas.metaValidator(stated) { return validator }
    guard let validator = validators[(draft ?? command.dialect.draft).metaSchemaURI] else {
      preconditionFailure("no validator for the meta-schema of \(draft ?? command.dialect.draft)")
    }
    return validator
  }

  // MARK: The specification's output

  /// What became of a file: a line of JSON for each document in it, and what is to be said besides.
  private struct Printed: Sendable {
    var bytes: [UInt8] = []
    var isValid = true
    /// Why the file, or a document of it, could not be checked.
    var troubles: [String] = []
    /// What was passed over.
    var remarks: [String] = []
  }

  private func printOutcomes(
    _ format: OutputFormat, _ subjects: [Subject], _ schemas: ValidationSchemas,
    _ validators: [String: SchemaValidator]
  ) -> ExitCode {
    var code = subjects.isEmpty || !schemas.troubles.isEmpty ? ExitCode.trouble : .success
    for line in schemas.troubles { Console.trouble("manifestlint: \(line)\n") }
    if subjects.isEmpty { Console.trouble("manifestlint: no document found\n") }
    WorkQueue(jobs: command.report.jobs).run(subjects.count) { index in
      printed(format, subjects[index], schemas, validators)
    } consume: { _, printed in
      for line in printed.troubles + printed.remarks { Console.trouble("manifestlint: \(line)\n") }
      if !printed.troubles.isEmpty {
        code = .trouble
      } else if !printed.isValid, code == .success {
        code = .findings
      }
      if !printed.bytes.isEmpty { Console.output(printed.bytes) }
    }
    return code
  }

  private func printed(
    _ format: OutputFormat, _ subject: Subject, _ schemas: ValidationSchemas,
    _ validators: [String: SchemaValidator]
  ) -> Printed {
    let source: SourceText
    do throws(FileError) {
      source = try read(subject)
    } catch {
      return Printed(troubles: [error.message])
    }
    let parsed = parse(source)
    if !parsed.errors.isEmpty { return Printed(troubles: [RenderError(parsed, in: source).lines[0]]) }
    let validator = validator(for: parsed, schemas, validators)
    let (schema, schemaSecrets) = (validator.schema, validator.schemaSecrets)
    let scope: SecretScope = command.checkSchema ? .schema : .anyDocument
    let secrets = SecretRanges.find(in: parsed, of: source, Variables(), scope: scope)
    let mask = OutputMask(message: schemaSecrets.message, hides: schemaSecrets.hides)
    var result = Printed()
    result.remarks = SchemaValidator.remarks(on: parsed.unknownTags).map { remark in
      RenderError(secrets.masking(remark), in: source).lines[0]
    }
    for (number, tree) in parsed.filledDocuments.enumerated() {
      var writer = JSONWriter(indented: false)
      let unchecked = schema.problems.isEmpty ? [] : schema.violations(of: tree.root).filter(\.isIncomplete)
      let verdict = schema.writeOutput(format, for: tree.root, to: &writer, masking: mask) { writer in
        writer.member("file", source.path)
        writer.member("document", tree.documentIndex ?? number)
        if !unchecked.isEmpty {
          writer.member("unchecked") { $0.array(unchecked) { $0.string($1.culprit.pointer) } }
        }
      }
      result.bytes += Array(secrets.masking(String(decoding: writer.bytes, as: UTF8.self)).utf8) + [UInt8(ascii: "\n")]
      switch verdict {
      case .valid: break
      case .invalid: result.isValid = false
      case .unknown(let violation): result.troubles.append(line(violation, schemaSecrets.message(violation), secrets))
      }
      if verdict.isKnown { result.remarks += unchecked.map { line($0, schemaSecrets.message($0), secrets) } }
    }
    return result
  }

  private func line(_ violation: Violation, _ message: String, _ secrets: SecretRanges) -> String {
    RenderError(secrets.masking(message), at: violation.culprit).lines[0]
  }

  private func read(_ subject: Subject) throws(FileError) -> SourceText {
    switch subject {
    case .file(let path): try FileReader().source(at: path)
    case .standardInput(let name): SourceText(path: name, bytes: try FileReader().readStandardInput())
    case .unreadable(let error): throw error
    }
  }
}
