import ManifestConfiguration
import ManifestFiles
import ManifestLint
import ManifestRules
import ManifestTestSupport
import Testing

/// A configuration in which the places of mistakes are marked.
struct Reading {
  static let reader = ConfigurationReader(rules: BuiltInRules.all, schema: TestSchemas.all[.configuration]!)

  let text: MarkedText
  let reading: ConfigurationReading

  var configuration: Configuration { reading.configuration }

  init(_ marked: String, named name: String = ".manifestlint.yaml") {
    text = MarkedText(marked)
    let location = FilePath("/project/\(name)")
    reading = Self.reader.read(SourceText(path: name, text: text.text), at: location)
  }
}

/// Checks what is said about a configuration in which the places are marked: `rule: message`, with help behind ` = `.
func expectMistakes(
  _ marked: String, _ expected: [String: String], named name: String = ".manifestlint.yaml",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let reading = Reading(marked, named: name)
  var found: [String: String] = [:]
  for diagnostic in reading.reading.result.diagnostics {
    let mark = reading.text.ranges.first { $0.value == diagnostic.range }?.key ?? "unmarked \(diagnostic.range)"
    let words = "\(diagnostic.rule): \(diagnostic.message)" + (diagnostic.help.map { " = \($0)" } ?? "")
    found[mark, default: ""] += (found[mark] == nil ? "" : "\n") + words
  }
  for (mark, message) in expected where found[mark] != message {
    Issue.record(
      "at \(mark) expected '\(message)', found '\(found[mark] ?? "nothing")'", sourceLocation: sourceLocation)
  }
  for (mark, message) in found where expected[mark] == nil {
    Issue.record("did not expect at \(mark): '\(message)'", sourceLocation: sourceLocation)
  }
}
