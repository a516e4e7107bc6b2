import JSONSchema
import ManifestTestSupport
import Testing

/// Runs JSON-Schema-Test-Suite.
@Suite struct OfficialSuiteTests {
  @Test func `gives the verdicts of the suite in every draft`() {
    guard let suite = OfficialSuite() else { return }
    var missed: Set<String> = []
    for (draft, folder) in OfficialSuite.drafts {
      for (kind, path) in [
        ("required", folder), ("optional", folder + "/optional"), ("format", folder + "/optional/format"),
      ] {
        let (count, misses) = suite.run(draft, folder: path, assertsFormats: kind == "format")
        print("JSON-Schema-Test-Suite \(folder) \(kind): \(count - misses.count) of \(count)")
        for miss in misses where KnownMisses.verdicts[miss.name] == nil { Issue.record("\(miss)") }
        missed.formUnion(misses.map(\.name))
      }
    }
    for name in KnownMisses.verdicts.keys where !missed.contains(name) {
      Issue.record("\(name) is as it should be: take it off the list")
    }
  }
}
