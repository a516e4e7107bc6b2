import ManifestConfiguration
import ManifestFiles
import ManifestLint
import ManifestRules
import ManifestText

/// The reader of configurations: what is wrong has its place, and what is right can be asked for.
enum ConfigurationReadings {
  private static let reader: ConfigurationReader = {
    guard let schema = FixApplication.schemas[.configuration] else { preconditionFailure("it does not compile") }
    return ConfigurationReader(rules: BuiltInRules.all, schema: schema)
  }()

  static func check(_ bytes: [UInt8]) throws(BrokenProperty) {
    let name = bytes.first == UInt8(ascii: "{") ? ".manifestlint.json" : ".manifestlint.yaml"
    let source = SourceText(path: name, bytes: bytes)
    let reading = reader.read(source, at: FilePath("/project/\(name)"))
    for diagnostic in reading.result.diagnostics {
      let offsets = diagnostic.range.utf8Offsets
      try expect(offsets.upperBound <= source.bytes.count, "\(diagnostic.rule) points into the text")
      try expect(!diagnostic.message.contains("\n"), "\(diagnostic.rule) says it in one line")
    }
    let again = reader.read(source, at: FilePath("/project/\(name)"))
    try expect(again.result.diagnostics == reading.result.diagnostics, "the same text has the same mistakes")
  }
}
