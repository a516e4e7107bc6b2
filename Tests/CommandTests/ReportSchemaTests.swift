import Foundation
import JSONSchema
import ManifestSyntax
import ManifestText
import Testing

/// The JSON report is what `Schemas/report.schema.json` says.
@Suite struct ReportSchemaTests {
  private static let schema: Schema? = {
    let file = CommandRun.root.appending(path: "Schemas/report.schema.json")
    guard let data = try? Data(contentsOf: file) else { return nil }
    let parsed = JSONParser.parse(SourceText(path: "report.schema.json", bytes: Array(data)))
    return try? Schema(compiling: parsed.documents[0].root)
  }()

  private func check(_ report: String) throws {
    let parsed = JSONParser.parse(SourceText(path: "report.json", text: report))
    #expect(parsed.errors.isEmpty)
    let schema = try #require(Self.schema)
    #expect(schema.violations(of: parsed.documents[0].root).map(\.message) == [])
  }

  @Test(arguments: SampleTests.samples)
  func `of every sample`(sample: String) throws {
    try check(CommandRun("--format", "json", "Samples/\(sample)").output)
  }

  @Test func `of nothing, of what cannot be read, and of odd characters`() throws {
    let folder = try TemporaryFolder()
    try check(CommandRun("--format", "json", "--allow-empty", in: folder.url).output)
    try check(CommandRun("--format", "json", "missing\u{1B}.yaml", in: folder.url).output)
    try folder.write("a \"b\"\n.pipedrive.yaml", "app: { name: \"\\u0007\\u2028😀\\\"\", type: [] }\n")
    try check(CommandRun("--format", "json", in: folder.url).output)
    try folder.write("b.pipedrive.yaml", Data([0xFF, 0x3A, 0x00]))
    try check(CommandRun("--format", "json", in: folder.url).output)
  }
}
