import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

/// The manifests that tests make up, and what must hold for them in every notation.
@Suite struct GeneratedManifestTests {
  private static let linter = Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all)

  private func lint(_ text: String, _ path: String) -> [Diagnostic] {
    Self.linter.lint(SourceText(path: path, text: text)).diagnostics
  }

  private func describe(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.severity.rawValue)[\($0.rule)] \($0.pointer ?? "–") \($0.message)" }.sorted()
  }

  @Test(arguments: Thoroughness.seeds(100, quick: 8))
  func `a notation holds the value that was written`(seed: UInt64) {
    var generator = ManifestGenerator(seed: seed)
    var (yaml, json) = (YAMLNotation(seed: seed), JSONNotation(seed: seed))
    for _ in 0..<20 {
      let value = generator.next()
      let yamlText = yaml.text(value)
      let parsed = YAMLParser.parse(SourceText(path: "x.yaml", text: yamlText))
      #expect(parsed.errors.map(\.message) == [], "\(yamlText)")
      #expect(parsed.documents.count == 1 && TestValue(parsed.documents[0].root) == value, "\(yamlText)")
      #expect(parsed.comments.count == yaml.commentCount, "\(yamlText)")
      let jsonText = json.text(value)
      let parsedJSON = JSONParser.parse(SourceText(path: "x.json", text: jsonText))
      #expect(parsedJSON.errors.map(\.message) == [], "\(jsonText)")
      #expect(parsedJSON.documents.count == 1 && TestValue(parsedJSON.documents[0].root) == value, "\(jsonText)")
    }
  }

  @Test(arguments: Thoroughness.seeds(100, quick: 8))
  func `nothing is said of a manifest that is right`(seed: UInt64) {
    var generator = ManifestGenerator(seed: seed)
    var (yaml, json) = (YAMLNotation(seed: seed), JSONNotation(seed: seed))
    for _ in 0..<10 {
      let value = generator.next()
      let text = yaml.text(value)
      #expect(describe(lint(text, "x.pipedrive.yaml")) == [], "\(text)")
      #expect(describe(lint(json.text(value), "x.pipedrive.json")) == [], "\(value.json)")
    }
  }

  @Test(arguments: ManifestMistake.allCases)
  func `every planted mistake is reported`(mistake: ManifestMistake) {
    var generator = ManifestGenerator(seed: 7)
    var planted = 0
    for _ in 0..<60 where planted < 5 {
      let value = generator.next()
      guard let wrong = mistake.planted(in: value, using: &generator.random) else { continue }
      planted += 1
      #expect(!lint(wrong.json, "x.pipedrive.json").isEmpty, "\(wrong.json)")
    }
    #expect(planted > 0)
  }

  @Test(arguments: Thoroughness.seeds(100, quick: 8))
  func `YAML and JSON of one value get the same findings`(seed: UInt64) {
    var generator = ManifestGenerator(seed: seed)
    var (yaml, json) = (YAMLNotation(seed: seed), JSONNotation(seed: seed))
    for _ in 0..<10 {
      let value = generator.nextWithMistakes(upTo: 4)
      let yamlText = yaml.text(value)
      let fromYAML = lint(yamlText, "x.pipedrive.yaml")
      let fromJSON = lint(json.text(value), "x.pipedrive.json")
      #expect(describe(fromYAML) == describe(fromJSON), "\(yamlText)")
    }
  }
}

extension ManifestGenerator {
  /// The next manifest, with some mistakes planted in it.
  mutating func nextWithMistakes(upTo maximum: Int) -> TestValue {
    var value = next()
    for _ in 0..<Int.random(in: 1...maximum, using: &random) {
      value = random.pick(ManifestMistake.allCases).planted(in: value, using: &random) ?? value
    }
    return value
  }
}
