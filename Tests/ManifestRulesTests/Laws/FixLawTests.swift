import Foundation
import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

/// The laws of fixes, over everything that there is to lint.
@Suite struct FixLawTests {
  private static let laws = FixLaws(linter: Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all))

  private static let samples: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Samples").standardized
    return ["valid", "invalid"].flatMap { kind in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: kind).path)) ?? []
      return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted().map {
        folder.appending(path: "\(kind)/\($0)").path
      }
    }
  }()

  @Test func `samples`() throws {
    #expect(Self.samples.count > 20)
    for path in Self.samples {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      for form in [text, "\u{FEFF}" + text.replacing("\n", with: "\r\n")] {
        Self.laws.check(SourceText(path: path, text: form))
      }
    }
  }

  @Test(arguments: BuiltInRules.all.map(RuleType.init))
  func `examples of rules`(rule: RuleType) {
    for example in rule.metadata.examples {
      for text in [example.bad, example.good] {
        Self.laws.check(SourceText(path: "x.pipedrive.\(example.language.rawValue)", text: text))
      }
    }
  }

  @Test(arguments: Thoroughness.seeds(200, quick: 10))
  func `generated manifests`(seed: UInt64) {
    var generator = ManifestGenerator(seed: seed)
    var (yaml, json) = (YAMLNotation(seed: seed), JSONNotation(seed: seed))
    for _ in 0..<2 {
      let value = generator.nextWithMistakes(upTo: 5)
      Self.laws.check(SourceText(path: "x.pipedrive.yaml", text: yaml.text(value)))
      Self.laws.check(SourceText(path: "x.pipedrive.json", text: json.text(value)))
    }
  }

  /// Documents that people wrote, for other programs, taken for app manifests too.
  @Test func `YAML of other programs`() throws {
    guard let suite = ConformanceSuite("schemastore") else { return }
    let paths = suite.paths(in: "instances").filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    #expect(paths.count > 50)
    var laws = Self.laws
    for path in paths {
      let bytes = suite.bytes("instances/" + path)
      if bytes.count > (Thoroughness.isFull ? 100_000 : 2000) { continue }
      laws.options.kind = nil
      laws.check(SourceText(path: "x.yaml", bytes: bytes))
      laws.options.kind = .appManifest
      laws.check(SourceText(path: "x.yaml", bytes: bytes))
    }
  }
}
