import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

/// The laws of fixes, over everything that there is to lint.
@Suite struct FixLawTests {
  private static let laws = FixLaws(linter: Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all))

  @Test func `samples`() {
    #expect(LawSubjects.countOverSamples(of: "fixes", Self.laws.check) > 80)
  }

  @Test(arguments: BuiltInRules.all.map(RuleType.init))
  func `examples of rules`(rule: RuleType) {
    for source in LawSubjects.examples(of: rule.metadata) { Self.laws.check(source) }
  }

  @Test(arguments: LawSubjects.hardPlaces.indices)
  func `hard places`(index: Int) {
    Self.laws.check(LawSubjects.hardPlaces[index])
  }

  @Test(arguments: Thoroughness.seeds(200, quick: 10))
  func `generated manifests`(seed: UInt64) {
    for source in LawSubjects.generated(seed: seed) { Self.laws.check(source) }
  }

  /// Documents that people wrote, for other programs, taken for app manifests too; and as few rules find something
  /// there, by some that do everywhere.
  @Test func `YAML of other programs`() {
    var laws = Self.laws
    let sources = LawSubjects.documentsOfOtherPrograms()
    let restless = FixLaws(
      linter: Linter(RuleSet([LoudText(), LoudKey(), SecondItem(), ShortList()]), schemas: [:]))
    var count = 0
    for source in sources {
      count += laws.check(source)
      laws.options.kind = .appManifest
      count += laws.check(source)
      laws.options.kind = nil
      for form in [source, LawSubjects.asOnWindows(source)] { count += restless.check(form) }
    }
    print("fixes of documents of other programs: \(count) in \(sources.count) texts")
    #expect(sources.isEmpty || count > 1000)
  }
}

/// Wants every text to end in an exclamation mark.
private struct LoudText: Rule {
  static let metadata = RuleMetadata.made(up: "loud-text")

  func check(_ context: LintContext) -> [Finding] {
    context.root.subtree.filter { !$0.isKey && $0.isQuiet }.map(Finding.quiet)
  }
}

/// Wants every key to end in an exclamation mark.
private struct LoudKey: Rule {
  static let metadata = RuleMetadata.made(up: "loud-key")

  func check(_ context: LintContext) -> [Finding] {
    context.root.subtree.filter { $0.isKey && $0.isQuiet && $0.text != "<<" }.map(Finding.quiet)
  }
}

extension Node {
  fileprivate var isQuiet: Bool { string?.hasSuffix("!") == false }
}

extension Finding {
  fileprivate static func quiet(_ node: Node) -> Finding {
    Finding(
      "quiet", at: node,
      fixIt: FixIt("shout", safety: .safe, edits: [node.edit(replacingTextWith: node.text + "!")]))
  }
}

/// Wants no list of three to have a second item, if that can go without a comment.
private struct SecondItem: Rule {
  static let metadata = RuleMetadata.made(up: "second-item")

  func check(_ context: LintContext) -> [Finding] {
    context.root.subtree.compactMap { list in
      guard list.kind == .sequence, (3...5).contains(list.count), let item = list[1] else { return nil }
      return Finding("second", at: item, fixIt: item.removingFix("remove it"))
    }
  }
}

/// Wants every list of texts to end in `end`.
private struct ShortList: Rule {
  static let metadata = RuleMetadata.made(up: "short-list")

  func check(_ context: LintContext) -> [Finding] {
    context.root.subtree.compactMap { list in
      guard list.kind == .sequence, list.count > 0, list.items.allSatisfy({ $0.string != nil }),
        !list.items.contains(where: { $0.text.hasPrefix("end") })
      else { return nil }
      return Finding(
        "endless", at: list,
        fixIt: list.edit(appending: "end").map { FixIt("end it", safety: .safe, edits: [$0]) })
    }
  }
}

extension RuleMetadata {
  fileprivate static func made(up id: String) -> RuleMetadata {
    RuleMetadata(
      id: id, section: .everyDocument, severity: .warning, origin: .advice, summary: "Made up.",
      rationale: "Made up.", remedy: "Made up.", source: nil, examples: [])
  }
}
