/// A part of the program that takes bytes from strangers, and what must hold whatever the bytes are.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// The parser of YAML.
  case yaml
  /// The parser of JSON.
  case json
  /// The schema compiler and the validator.
  case schema
  /// All rules, and the application of their fixes.
  case fixes
  /// The scanner of suppressions.
  case suppressions
  /// The reader of configurations.
  case configuration
  /// The language server.
  case server

  /// Runs the part over some bytes.
  ///
  /// - Throws: A property that does not hold. A crash, a leak or a hang is for whoever calls to notice.
  public func run(_ bytes: [UInt8]) throws(BrokenProperty) {
    switch self {
    case .yaml: try YAMLParsing.check(bytes)
    case .json: try JSONParsing.check(bytes)
    case .schema: try SchemaValidation.check(bytes)
    case .fixes: try FixApplication.check(bytes)
    case .suppressions: try SuppressionScanning.check(bytes)
    case .configuration: try ConfigurationReadings.check(bytes)
    case .server: try LanguageServing.check(bytes)
    }
  }
}
