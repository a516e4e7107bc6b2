import ManifestSyntax
import ManifestText
import Testing

@Suite struct ScalarResolutionTests {
  private func root(_ text: String) -> Node? {
    YAMLParser.parse(SourceText(path: "x", text: text)).documents.first?.root
  }

  @Test(
    arguments: [
      (.null, ["null", "Null", "NULL", "~", "", "!!null ''", "!!null null"]),
      (.boolean, ["true", "True", "TRUE", "false", "False", "FALSE", "!!bool 'true'"]),
      (.integer, ["0", "-1", "+12", "0777", "0o17", "0xFf", "1234567890123456789012", "!!int '5'"]),
      (
        .number,
        ["1.0", "-.5", "+1.", "1e3", "1E-3", "1.5e+10", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN", "!!float 1"]
      ),
      (
        .string,
        [
          "nULL", "nulls", "tRue", "TRue", "yes", "on", "y", "~a", "0o8", "0xG", "0x", "0o", "-0x1", "1_000", "1:30",
          "1e", "1e+",
          ".", "..", "+", "-.", ".e1", ".iNF", "+.nan", ".nAN", "0b1", "1.2.3", "1.0a", "2001-01-01", "'1'",
          "\"true\"",
          "|\n  1", ">\n  null", "! 1", "!!str 1", "!!str", "!!str null", "!!str ~",
        ]
      ),
    ] as [(Node.Kind, [String])])
  func `plain scalars are what the core schema says, tags are honoured`(kind: Node.Kind, texts: [String]) {
    for text in texts { #expect(root(text)?.kind == kind, "\(text)") }
  }

  @Test func `a tag that is not of the core schema changes nothing`() {
    #expect(root("!local 1")?.kind == .integer)
    #expect(root("!<tag:x> 'y'")?.kind == .string)
    #expect(root("!!set {a}")?.kind == .mapping)
  }

  @Test(
    arguments: [
      (.boolean, ["y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"]),
      (.integer, ["1_000", "-1_0", "+0b11", "0b0_1", "-0x1F", "0xF_F"]),
      (.octal, ["0_777", "-0_1"]),
      (.number, ["1_000.5", "-1_0.", "._5", "1_0.0e+3"]),
      (.sexagesimal, ["12:30:45", "1:30", "-190:20:30", "1:20:30.15", "08:30.5", "1_0:59"]),
      (
        .date,
        [
          "2001-01-01", "2001-1-1T1:02:03Z", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5",
          "2001-12-15 2:59:43.10",
        ]
      ),
      (.mergeKey, ["<<"]), (.defaultValue, ["="]),
      (
        nil,
        [
          "yEs", "oN", "nO", "yess", "true", "null", "1", "0777", "1.0", "1e3", "abc", "08:30", "12:60", "1:2:3:",
          ":30", "2001-1-1",
          "2001-01", "20010101", "2001-01-01x", "1.2.3", "1-2", "+", "-", ".", "_1", "0b", "0b2", "0x", "0xG_1", "1__a",
          "e", "<", "==", "",
        ]
      ),
    ] as [(LegacyScalar?, [String])])
  func `what YAML 1.1 makes of a string is known`(meaning: LegacyScalar?, texts: [String]) {
    for text in texts { #expect(LegacyScalar.meaning(of: Array(text.utf8)[...]) == meaning, "\(text)") }
  }

  @Test func `only plain text without a tag has another meaning`() {
    #expect(root("no")?.legacyMeaning == .boolean)
    #expect(root("'no'")?.legacyMeaning == nil)
    #expect(root("!!str no")?.legacyMeaning == nil)
    #expect(root("[no]")?.legacyMeaning == nil)
  }
}
