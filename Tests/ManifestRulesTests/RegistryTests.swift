import Foundation
import ManifestLint
import ManifestRules
import ManifestTestSupport
import Testing

/// The laws that hold for every rule.
@Suite struct RegistryTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func swiftFiles(below folder: String) -> [URL] {
    let files = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }

  /// The files that examples name.
  private static let files = InMemoryFiles([
    "assets/deal-1000x600.png": InMemoryFiles.png(1000, 600), "assets/deal-1280x800.png": InMemoryFiles.png(1280, 800),
    "assets/icon-128x128.png": InMemoryFiles.png(128, 128), "assets/icon-256x256.png": InMemoryFiles.png(256, 256),
  ])

  /// No text alone makes these speak, and their examples can only be read: of files, of schemas, of configurations.
  private static let areAboutMoreThanAText: Set = ["unreadable-file", "incomplete-validation", "expired-suppression"]

  @Test func `the list of rules is the folder of rules`() {
    let listed = BuiltInRules.all.map { String(describing: $0) }
    let files = Self.swiftFiles(below: "Sources/ManifestRules/Rules").map {
      $0.deletingPathExtension().lastPathComponent
    }
    #expect(Set(listed) == Set(files), "a file below Rules/ and a line in BuiltInRules.all belong together")
    #expect(listed.count == Set(listed).count, "no rule is listed twice")
  }

  @Test func `every rule has a test file of its own`() {
    let tests = Set(
      Self.swiftFiles(below: "Tests/ManifestRulesTests").map { $0.deletingPathExtension().lastPathComponent })
    for rule in BuiltInRules.all {
      #expect(tests.contains("\(rule)Tests"), "write Tests/ManifestRulesTests/\(rule)Tests.swift")
    }
  }

  @Test func `every rule's tests mark the places that it speaks of`() throws {
    let tests = Self.swiftFiles(below: "Tests/ManifestRulesTests")
    // These two speak of no place in a document.
    for rule in BuiltInRules.all where !["UnreadableFile", "ExpiredSuppression"].contains("\(rule)") {
      let file = try #require(tests.first { $0.lastPathComponent == "\(rule)Tests.swift" })
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("1️⃣"), "mark a place in \(file.lastPathComponent)")
      let documents = text.matches(of: /expectLint\(|arguments:|SourceText\(/).count
      #expect(documents >= 2, "show a document that is wrong and one that is right in \(file.lastPathComponent)")
    }
  }

  @Test(arguments: BuiltInRules.all.map(RuleType.init))
  func `the id is the type's name in kebab case`(rule: RuleType) {
    var kebab = ""
    for character in String(describing: rule.type) {
      if character.isUppercase, !kebab.isEmpty { kebab += "-" }
      kebab += character.lowercased()
    }
    #expect(rule.metadata.id == kebab)
  }

  @Test(arguments: BuiltInRules.all.map(RuleType.init))
  func `a rule is documented`(rule: RuleType) {
    let metadata = rule.metadata
    #expect(metadata.isOnByDefault == rule.type.isOnByDefault)
    for text in [metadata.summary, metadata.rationale, metadata.remedy] {
      #expect(text.hasSuffix("."), "a sentence ends with a full stop: \(text)")
      #expect(!text.contains("\n") && text.first?.isWhitespace == false)
    }
    #expect(metadata.source?.url.hasPrefix("https://") ?? (metadata.origin == .advice))
    #expect(
      metadata.origin == .advice || metadata.id == "syntax" || metadata.id == "duplicate-key"
        || metadata.source?.url.hasPrefix("https://pipedrive.readme.io/docs/") == true)
    #expect(!metadata.examples.isEmpty)
  }

  @Test(arguments: BuiltInRules.all.map(RuleType.init))
  func `bad examples are flagged, good ones are not, and safe fixes lead from one to the other`(rule: RuleType) {
    if Self.areAboutMoreThanAText.contains(rule.metadata.id) { return }
    for example in rule.metadata.examples {
      let linter = rule.linter(files: Self.files)
      let path = "example.pipedrive.\(example.language.rawValue)"
      let bad = SourceText(path: path, text: example.bad)
      let diagnostics = linter.lint(bad).diagnostics.filter { $0.rule == rule.metadata.id }
      #expect(!diagnostics.isEmpty, "flag:\n\(example.bad)")
      let good = linter.lint(SourceText(path: path, text: example.good)).diagnostics
        .filter { $0.rule == rule.metadata.id }
      #expect(good.isEmpty, "do not flag:\n\(example.good)\n\(good.map(\.message))")
      for diagnostic in diagnostics {
        #expect(!diagnostic.message.contains("\n") && !diagnostic.message.hasSuffix("."), "\(diagnostic.message)")
        #expect(diagnostic.fixIt.map { rule.metadata.fixes.contains($0.safety) } ?? true, "an undocumented fix")
      }
      if diagnostics.contains(where: { $0.fixIt?.safety == .safe }) {
        #expect(applyFixes(bad, linter, .init(), [.safe]) == example.good)
      }
      if diagnostics.contains(where: { $0.fixIt?.safety == .unsafe }) {
        let fixed = SourceText(path: path, text: applyFixes(bad, linter, .init(), [.safe, .unsafe]))
        #expect(linter.lint(fixed).diagnostics.isEmpty, "an unsafe fix mends its finding")
      }
    }
  }

  @Test(arguments: BuiltInRules.all.map(RuleType.init))
  func `a rule that documents a fix shows one in an example`(rule: RuleType) {
    guard !rule.metadata.fixes.isEmpty, !Self.areAboutMoreThanAText.contains(rule.metadata.id) else { return }
    let linter = rule.linter()
    let fixes = rule.metadata.examples.flatMap { example in
      linter.lint(SourceText(path: "x.pipedrive.\(example.language.rawValue)", text: example.bad)).diagnostics
        .compactMap(\.fixIt)
    }
    #expect(!fixes.isEmpty)
  }

  @Test(arguments: BuiltInRules.all.map(RuleType.init))
  func `a rule survives whatever it is shown`(rule: RuleType) {
    let linter = rule.linter()
    let texts = [
      "", "x", "- a", "null", "{}", "[]", "app:", "app: []", "app: {name: [1], type: {}, callbackUrl: [a, b]}",
      "manifest: 1\nextensions: text", "manifest: 1\nextensions: {linkActions: {a: 1}, floatingWindow: []}",
      "manifest: 1\nextensions: {linkActions: [null, 1, [], {name: null, locations: [1, null, [x]]}], settingsPage: 3}",
      "manifest: 1\nextensions: {jsonPanels: [{httpAuth: 1, actions: [null, {name: 1}]}]}", "a: [", "\u{0}", "%",
      "oauth: {scopes: [null, 1, {a: b}, [c], '', admin], clientId: 1, installationUrl: 'https://oauth.pipedrive.com?&=&'}",
      "app: {type: public}\nlisting: {images: [null, {}], icon: [], summary: 1, videoUrl: 2, termsUrl: '', privacyUrl: ''}",
      "listing: text\nonboarding: {blocks: [null, 1, {image: 3}], video: [x]}\nreview: []",
      "extensions: {jsonPanels: [{mainActions: [a], actions: {a: b}, dataStructure: {type: 1, items: x, properties: y}}]}",
      "extensions: {jsonPanels: [{mainActions: {deal-details: {a: b}}, actions: [{target: 1, field: [x]}]}], messaging: 1}",
    ]
    for text in texts {
      for path in ["x.pipedrive.yaml", "x.pipedrive.json"] {
        let source = SourceText(path: path, text: text)
        for kind in [nil] + DocumentKind.allCases {
          for diagnostic in linter.lint(source, .init(kind: kind)).diagnostics {
            #expect(diagnostic.range.upperBound.utf8Offset <= source.bytes.count)
          }
        }
      }
    }
  }
}

/// A type of rule that names itself in a test's output.
struct RuleType: Sendable, CustomTestStringConvertible {
  var type: any Rule.Type
  var metadata: RuleMetadata { type.metadata }
  var testDescription: String { metadata.id }

  init(_ type: any Rule.Type) {
    self.type = type
  }

  /// A linter with this rule alone; with all of them for a rule that speaks of others.
  func linter(files: any ReferencedFiles = UnknownFiles()) -> Linter {
    let types = metadata.section == .meta ? BuiltInRules.all : [type]
    return Linter(RuleSet(types, profile: .strict), schemas: TestSchemas.all, files: files)
  }
}
