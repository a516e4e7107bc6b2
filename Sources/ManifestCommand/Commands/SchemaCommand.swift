import ArgumentParser
import ManifestSchemas

/// Prints a schema that the program carries.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints a bundled JSON Schema; without a name, lists them.")

  @Argument(help: "The name of the schema, such as 'app-manifest'.")
  var name: String?

  func run() throws {
    guard let name else {
      let width = BundledSchema.allCases.map(\.rawValue.count).max() ?? 0
      for schema in BundledSchema.allCases {
        let padding = String(repeating: " ", count: width - schema.rawValue.count)
        Console.output("\(schema.rawValue)\(padding)  \(schema.title)\n")
      }
      return
    }
    guard let schema = BundledSchema(rawValue: name) else {
      let names = BundledSchema.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("there is no schema '\(name)'; there are \(names)")
    }
    Console.output(schema.bytes)
  }
}
