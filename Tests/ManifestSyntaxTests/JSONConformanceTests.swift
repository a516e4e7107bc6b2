import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

/// Runs JSONTestSuite.
@Suite struct JSONConformanceTests {
  @Test func `accepts and refuses what JSONTestSuite says`() throws {
    guard let suite = ConformanceSuite("json-test-suite") else { return }
    var counts = ["y_": 0, "n_": 0, "i_": 0]
    for file in suite.files(in: "test_parsing", suffix: ".json") {
      let bytes = suite.bytes("test_parsing/" + file)
      let result = JSONParser.parse(SourceText(path: file, bytes: bytes))
      counts[String(file.prefix(2)), default: 0] += 1
      switch file.prefix(2) {
      case "y_": #expect(result.errors.isEmpty && result.documents.count == 1, "\(file): \(result.errors)")
      case "n_": #expect(result.errors.count == 1 && result.documents.isEmpty, "\(file) must be refused")
      default: #expect(result.errors.count + result.documents.count == 1, "\(file)")
      }
      for error in result.errors {
        #expect(error.range.utf8Offsets.upperBound <= max(bytes.count, 3), "\(file): \(error.range)")
        #expect(!error.message.contains("\n"), "\(file)")
      }
    }
    print("JSONTestSuite: accepted \(counts["y_"]!), refused \(counts["n_"]!), implementation-defined \(counts["i_"]!)")
  }

  @Test func `takes implementation-defined input by the written policy`() {
    guard let suite = ConformanceSuite("json-test-suite") else { return }
    for file in suite.files(in: "test_parsing", suffix: ".json") where file.hasPrefix("i_") {
      let result = JSONParser.parse(SourceText(path: file, bytes: suite.bytes("test_parsing/" + file)))
      let isAccepted = file.hasPrefix("i_number") || file.hasPrefix("i_structure")
      #expect(result.errors.isEmpty == isAccepted, "\(file)")
    }
  }

  @Test(
    arguments: [
      ("number_-9223372036854775809.json", ["-9223372036854775809"]),
      ("number_1.000000000000000005.json", ["1.000000000000000005"]),
      ("number_10000000000000000999.json", ["10000000000000000999"]),
      ("number_1e-999.json", ["1E-999"]),
      ("object_key_nfc_nfd.json", ["\u{E9}", "NFC", "e\u{301}", "NFD"]),
      ("object_same_key_different_values.json", ["a", "1", "a", "2"]),
      ("string_with_escaped_NULL.json", ["A\0B"]),
      ("string_1_invalid_codepoint.json", nil),
      ("string_1_escaped_invalid_codepoint.json", nil),
    ] as [(String, [String]?)])
  func `keeps numbers, keys and texts as they are written`(file: String, scalars: [String]?) {
    guard let suite = ConformanceSuite("json-test-suite") else { return }
    let result = JSONParser.parse(SourceText(path: file, bytes: suite.bytes("test_transform/" + file)))
    let found = result.documents.first?.nodes.filter(\.isScalar).map { Array($0.text.utf8) }
    #expect(found == scalars?.map { Array($0.utf8) })
  }
}
