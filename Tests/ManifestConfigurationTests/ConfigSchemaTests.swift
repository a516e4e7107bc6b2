import Foundation
import ManifestLint
import ManifestRules
import Testing

/// The schema of configurations and the rules' metadata say the same.
@Suite struct ConfigSchemaTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Schemas/config.schema.json")

  /// With `UPDATE_EXPECTED=1` in the environment the lines about rules are written anew.
  @Test func `the schema has each rule, with what the metadata say of it`() throws {
    var text = try String(contentsOf: Self.file, encoding: .utf8)
    let rules = BuiltInRules.metadata
    let updated = try [
      ("\"$comment\": \"Rules\",\n      \"properties\": {\n", "\n      }", rules.map(Self.property)),
      ("\"$comment\": \"Ids\",\n      \"enum\": [\n", "\n      ]", rules.map { "        \(Self.json($0.id))" }),
    ].reduce(text) { text, part in try Self.replace(in: text, after: part.0, upTo: part.1, with: part.2) }
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      text = updated
      try Data(text.utf8).write(to: Self.file)
    }
    #expect(text == updated, "run 'make update-samples'")
  }

  private static func replace(
    in text: String, after start: String, upTo end: String, with lines: [String]
  ) throws -> String {
    let begin = try #require(text.range(of: start)).upperBound
    let rest = try #require(text.range(of: end, range: text.index(before: begin)..<text.endIndex)).lowerBound
    return text[..<begin] + lines.joined(separator: ",\n") + text[rest...]
  }

  /// The line of one rule.
  private static func property(_ rule: RuleMetadata) -> String {
    let level = rule.isIndispensable ? "lasting" : "level"
    let standard = rule.isOnByDefault ? rule.severity.highest.rawValue : "off"
    var members = [("description", json(rule.summary)), ("default", json(standard))]
    if rule.options.isEmpty {
      members.append(("$ref", json("#/$defs/\(rule.isIndispensable ? "lastingSetting" : "setting")")))
    } else {
      let severity = [("severity", object([("$ref", json("#/$defs/\(level)"))]))]
      let options = rule.options.map { option in
        let members = [
          ("description", json(option.summary)), ("$ref", json("#/$defs/texts")), ("default", "[]"),
          ("examples", "[[\(option.example.map(json).joined(separator: ", "))]]"),
        ]
        return (option.name, object(members))
      }
      let settings = object([
        ("type", json("object")), ("properties", object(severity + options)), ("additionalProperties", "false"),
      ])
      members.append(("anyOf", "[\(object([("$ref", json("#/$defs/\(level)"))])), \(settings)]"))
    }
    return "        \(json(rule.id)): \(object(members))"
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{ \(members.map { "\(json($0.0)): \($0.1)" }.joined(separator: ", ")) }"
  }

  private static func json(_ text: String) -> String {
    var writer = JSONWriter(indented: false)
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
