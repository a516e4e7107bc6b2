import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

/// The laws of suppressions, over everything that there is to lint.
@Suite struct SuppressionLawTests {
  private static let laws = SuppressionLaws(
    linter: Linter(RuleSet(BuiltInRules.all, profile: .strict), schemas: TestSchemas.all))

  @Test func `samples`() {
    #expect(LawSubjects.countOverSamples(of: "suppressions", Self.laws.check) > 1000)
  }

  @Test(arguments: BuiltInRules.all.map(RuleType.init))
  func `examples of rules`(rule: RuleType) {
    for source in LawSubjects.examples(of: rule.metadata) { Self.laws.check(source) }
  }

  @Test(arguments: LawSubjects.hardPlaces.indices)
  func `hard places`(index: Int) {
    #expect(Self.laws.check(LawSubjects.hardPlaces[index]) > 0)
  }

  @Test(arguments: Thoroughness.seeds(100, quick: 5))
  func `generated manifests`(seed: UInt64) {
    for source in LawSubjects.generated(seed: seed) { Self.laws.check(source) }
  }

  /// Documents that people wrote, for other programs, taken for app manifests.
  @Test func `YAML of other programs`() {
    var laws = Self.laws
    laws.options.kind = .appManifest
    let sources = LawSubjects.documentsOfOtherPrograms()
    let count = sources.reduce(0) { $0 + laws.check($1) }
    print("suppressions of documents of other programs: \(count) in \(sources.count) texts")
    #expect(sources.isEmpty || count > 500)
  }
}
