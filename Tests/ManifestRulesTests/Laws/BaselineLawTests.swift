import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

/// A baseline knows findings wherever their extensions move.
@Suite struct BaselineLawTests {
  /// All rules but those that count extensions: one more is news to them.
  private static let linter = Linter(
    RuleSet(
      BuiltInRules.all, profile: .strict,
      levels: [
        "actions-per-location": .off, "actions-total": .off, "panels-per-location": .off, "quota-near-limit": .off,
      ]),
    schemas: TestSchemas.all)

  private func lint(_ text: String, _ language: SyntaxTree.Language, _ known: KnownFindings) -> LintResult {
    var options = Linter.Options(kind: .appManifest, language: language)
    options.knownFindings = known
    return Self.linter.lint(SourceText(path: "x.pipedrive.\(language.rawValue)", text: text), options)
  }

  /// The value with one more extension before each that there is, and the pointers to those.
  private func extended(_ value: TestValue) -> (value: TestValue, pointers: [String]) {
    var (value, pointers) = (value, [String]())
    for list in ["linkActions", "jsonModals", "jsonPanels", "customModals", "customPanels"] {
      let path: TestValue.Path = [.key("extensions"), .key(list)]
      guard let items = value[path]?.items, !items.isEmpty else { continue }
      let new: TestValue = ["name": .string("One more of the list of all the \(list)"), "url": "not an address"]
      value[path] = .list([new] + items)
      pointers.append(path.pointer + "/0")
    }
    return (value, pointers)
  }

  private static func isNameless(_ path: TestValue.Path, _ value: TestValue) -> Bool {
    guard path.count == 3, path[0] == .key("extensions"), case .item = path[2] else { return false }
    return value["name"]?.text?.isEmpty != false
  }

  @Test(arguments: Thoroughness.seeds(200, quick: 8))
  func `an extension before others makes no entry stale and is not muted`(seed: UInt64) {
    var generator = ManifestGenerator(seed: seed)
    var (yaml, json) = (YAMLNotation(seed: seed), JSONNotation(seed: seed))
    for _ in 0..<5 {
      let value = generator.nextWithMistakes(upTo: 5)
      // What has no name is known by its number.
      if value.descendants.contains(where: { Self.isNameless($0.path, $0.value) }) { continue }
      let (larger, pointers) = extended(value)
      for (before, after, language) in [
        (yaml.text(value), yaml.text(larger), SyntaxTree.Language.yaml), (json.text(value), json.text(larger), .json),
      ] {
        let known = lint(before, language, .all).baselineCounts
        let result = lint(after, language, .counted(known))
        for (key, count) in known {
          #expect(result.baselineCounts[key] ?? 0 >= count, "\(key.rule) \(key.pointer.text) is stale in\n\(after)")
        }
        #expect(result.suppressed.count == known.values.reduce(0, +), "\(after)")
        let news = result.diagnostics.compactMap(\.pointer)
        for pointer in news where !pointers.contains(where: { (pointer + "/").hasPrefix($0 + "/") }) {
          Issue.record("\(pointer) is new in\n\(after)")
        }
        for pointer in pointers {
          #expect(news.contains(pointer + "/name"), "\(pointer)/name is muted in\n\(after)")
        }
      }
    }
  }
}
