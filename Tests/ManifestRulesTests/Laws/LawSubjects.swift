import Foundation
import ManifestLint
import ManifestRules
import ManifestTestSupport
import Testing

/// The texts that laws are held over.
enum LawSubjects {
  /// Everything in the folders of samples that is YAML or JSON.
  static let samples: [SourceText] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Samples").standardized
    return ["valid", "invalid"].flatMap { kind in
      let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: kind).path)) ?? []
      return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted().map { name in
        let data = (try? Data(contentsOf: folder.appending(path: "\(kind)/\(name)"))) ?? Data()
        return SourceText(path: "\(kind)/\(name)", bytes: Array(data))
      }
    }
  }()

  /// Checks something over all samples, each as it is and as on Windows; says how much was tried.
  static func countOverSamples(of what: String, _ check: (SourceText) -> Int) -> Int {
    #expect(samples.count > 20)
    let count = samples.reduce(0) { $0 + check($1) + check(asOnWindows($1)) }
    print("\(what) of samples: \(count) in \(2 * samples.count) texts")
    return count
  }

  /// A text with other line ends and a byte order mark.
  static func asOnWindows(_ source: SourceText) -> SourceText {
    let text = source.string(source.range)
    return SourceText(path: source.path, text: "\u{FEFF}" + text.replacing("\n", with: "\r\n"))
  }

  /// The examples of a rule, bad and good.
  static func examples(of rule: RuleMetadata) -> [SourceText] {
    rule.examples.flatMap { example in
      [example.bad, example.good].map {
        SourceText(path: "\(rule.id).pipedrive.\(example.language.rawValue)", text: $0)
      }
    }
  }

  /// Manifests with mistakes in them, each as YAML and as JSON.
  static func generated(seed: UInt64) -> [SourceText] {
    var generator = ManifestGenerator(seed: seed)
    var (yaml, json) = (YAMLNotation(seed: seed), JSONNotation(seed: seed))
    return (0..<2).flatMap { _ in
      let value = generator.nextWithMistakes(upTo: 5)
      return [
        SourceText(path: "x.pipedrive.yaml", text: yaml.text(value)),
        SourceText(path: "x.pipedrive.json", text: json.text(value)),
      ]
    }
  }

  /// What people wrote in YAML for other programs: all of it in a thorough run, else what is short; none where the
  /// suite is absent.
  static func documentsOfOtherPrograms() -> [SourceText] {
    guard let suite = ConformanceSuite("schemastore") else { return [] }
    let paths = suite.paths(in: "instances").filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    #expect(paths.count > 50)
    return paths.map { SourceText(path: "\($0).yaml", bytes: suite.bytes("instances/" + $0)) }
      .filter { Thoroughness.isFull || $0.bytes.count <= 2000 }
  }

  /// What is hard about places: texts over several lines, flow, indentation, other line ends, streams, a text that
  /// reaches to the margin.
  static let hardPlaces: [SourceText] = {
    let name = "Send The Long Quote By Mail To Them"
    let places = "locations: [deal-detials]"
    let texts = [
      "extensions:\n  linkActions:\n    - {name: \(name), url: \"http://a\n      .com/ b\", locations: [deal, x]}\n",
      "{extensions: {linkActions: [\n{name: \(name), url: x, locations: [deal,\nx]},\n\n# words\n\t{name: '\(name)'}]}}\n",
      "extensions:\r\n  linkActions:\r\n  - name: >-\r\n\r\n      \(name)\r\n      again\r\n    url: |\r\n      x y\r\n",
      "\u{FEFF}extensions: # words\n  linkActions: &a\n    - name: \(name)\n  jsonModals: *a\n",
      "extensions: {linkActions: [{name: \(name)}]}\n---\n# words\nextensions: {linkActions: [{name: \(name)}]}\n...\n",
      "--- |\n text\n--- {extensions: {linkActions: [{name: \(name)}]}}\n",
      "extensions:\n  linkActions:\n    - name:\n        \(name)\n\n\n        and more\n      url: !!str\n        x\n",
      "extensions: { linkActions: [{ name: \(name), url: 'http://a.com' }] } # manifestlint-disable-line https-url -- r\n",
      "# yaml-language-server: $schema=x\n\n  \nmanifest: 1\napp: {name: x}",
      "extensions:\r  linkActions:\r  - name: \(name) # words\r    url: http://a.com",
      "extensions:\n  linkActions:\n  - name: >2  # a\n      Send  it\n    url: |+\t# b\n     a.com/b\n\n\n    \(places) # c\n",
      "app:\r\n  type: |- # a\r\n    privat\r\n  name: >\r\n    # no comment\r\n  status: | # b # c\r\n    drft\r\n",
      "oauth:\n  scopes:\n  - >  # a\n    deals:raed\n  - |\n    base\n  - base # b\n  clientSecret: > # c\n    hunter2hunter2\n",
      "extensions: {linkActions: [{name: 'a\n  \(name)', url: 'http://a\n  .com', locations: [x]}]}",
    ]
    return texts.enumerated().map { SourceText(path: "hard \($0.offset).pipedrive.yaml", text: $0.element) }
  }()
}
