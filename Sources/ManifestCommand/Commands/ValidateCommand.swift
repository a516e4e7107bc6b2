public import ArgumentParser
public import JSONSchema

/// Validates documents of any kind against a JSON Schema.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Validates JSON and YAML documents against a JSON Schema, with the place of every violation.",
    discussion: """
      Schemas of 2020-12, 2019-09, draft-07, draft-06 and draft-04 are understood, in JSON or YAML. References lead to \
      files beside the schema, to what --schema-dir and --map name, and never to the network.
      """)

  @Argument(help: "Files, folders and patterns such as 'data/**/*.yaml'; '-' reads standard input.")
  var instances: [String]

  @Option(
    help:
      "The schema that the documents are held against: a file, '-' for standard input, or the URI of one that is known here."
  )
  var schema: String?

  @Flag(help: "Check that the arguments are themselves valid schemas, by their meta-schemas.")
  var checkSchema = false

  @Option(help: "A folder whose schemas can be referred to by their '$id'; may be repeated.")
  var schemaDir: [String] = []

  @Option(
    help: ArgumentHelp("Where a URI, or all URIs with that prefix, are found; may be repeated.", valueName: "uri=path"))
  var map: [URIMapping] = []

  @Option(help: "The draft of schemas that do not say.")
  var dialect = DraftArgument(.draft2020)

  @Flag(help: "Let 'format' refuse what is not of that format.")
  var assertFormat = false

  @Option(
    help: """
      Print the outcome as the JSON Schema specification defines it, a line of JSON for each document with its \
      'file' and 'document' number, and no report.
      """)
  var output: OutputFormat?

  @Option(help: "The name that standard input goes by.")
  var stdinFilename: String?

  @OptionGroup
  var report: ReportArguments

  func validate() throws {
    if checkSchema, schema != nil { throw ValidationError("--schema and --check-schema cannot be given together") }
    if !checkSchema, schema == nil {
      throw ValidationError("give --schema SCHEMA, or --check-schema if the arguments are schemas")
    }
    if (instances + [schema ?? ""]).filter({ $0 == "-" }).count > 1 {
      throw ValidationError("standard input can be read only once")
    }
    if instances.contains("") { throw ValidationError("a path is empty") }
  }

  func run() throws {
    let code = try ValidateRun(self).run()
    if code != .success { throw code }
  }
}

/// A draft by the name that people give it: `2020-12`, `07`, `draft-07`.
struct DraftArgument: ExpressibleByArgument {
  let draft: Draft

  init(_ draft: Draft) {
    self.draft = draft
  }

  init?(argument: String) {
    guard let draft = Draft.allCases.first(where: { $0.name == argument || "draft-" + $0.name == argument }) else {
      return nil
    }
    self.draft = draft
  }

  var defaultValueDescription: String { draft.name }

  static var allValueStrings: [String] { Draft.allCases.reversed().map(\.name) }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

extension OutputFormat: ExpressibleByArgument {}

/// A URI, or the beginning of several, and the file or folder that stands for it.
struct URIMapping: ExpressibleByArgument {
  let uri: String
  let path: String

  init?(argument: String) {
    // The first '=' may belong to a query; a path rarely has one.
    guard let separator = argument.lastIndex(of: "="), separator > argument.startIndex else { return nil }
    uri = String(argument[..<separator])
    path = String(argument[argument.index(after: separator)...])
    if path.isEmpty { return nil }
  }
}
