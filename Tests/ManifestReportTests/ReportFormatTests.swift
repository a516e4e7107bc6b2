import ManifestReport
import ManifestTestSupport
import ManifestText
import Testing

/// Laws that hold for every format.
@Suite struct ReportFormatTests {
  @Test(arguments: ReportFormat.allCases)
  func `never shows a secret`(format: ReportFormat) {
    let secret = "f00dbabe-f00dbabe"
    let marked = MarkedText("a: 1\nsecret: 1️⃣\"\(secret)\"1️⃣ # x\ntext: 2️⃣|\n  first \(secret)\n  second2️⃣\n")
    let (value, block) = (marked.ranges["1️⃣"]!, marked.ranges["2️⃣"]!)
    let inside = TextRange(utf8Offsets: value.utf8Offsets.lowerBound + 3..<value.utf8Offsets.lowerBound + 6)
    let text = SourceText(path: "a.yaml", text: marked.text).redacted([value, block])
    let words = "'\(secret)' is in plain text"
    let edits = [TextEdit(range: value, replacement: "'\(secret)'"), TextEdit(range: block, replacement: secret)]
    let diagnostics = [value, inside, block, TextRange(utf8Offsets: 0..<marked.text.utf8.count)].map { range in
      Diagnostic(
        rule: "plaintext-secret", severity: .error, message: words, label: words, help: words, at: range,
        pointer: "/secret", notes: [Note(words, at: value), Note(words, at: .start)],
        fixIt: FixIt(words, safety: .safe, edits: edits))
    }
    for isColored in [false, true] {
      let shown = report(
        [ReportedFile(path: "a.yaml", text: text, diagnostics: diagnostics)], as: format,
        plain { options in
          options.isColored = isColored
          options.isVerbose = true
          options.showsStatistics = true
        })
      #expect(!shown.contains("f00d"))
      #expect(!shown.contains("second"))
      #expect(shown.contains("•••"))
    }
  }

  @Test(arguments: ReportFormat.allCases)
  func `is the same in every run`(format: ReportFormat) {
    let text = SourceText(path: "a.yaml", text: "a: 1\n").redacted([])
    let diagnostics = (0..<20).map { Diagnostic(rule: "rule-\($0)", severity: .error, message: "m", at: .start) }
    let files = [ReportedFile(path: "a.yaml", text: text, diagnostics: diagnostics)]
    let options = plain { $0.showsStatistics = true }
    let first = reportedBytes(files, as: format, options)
    for _ in 0..<5 { #expect(reportedBytes(files, as: format, options) == first) }
  }

  @Test(arguments: ReportFormat.allCases)
  func `stays linear in findings on one endless line`(format: ReportFormat) {
    let unit = "\"é\": 1234567, "
    let count = 20_000
    let source = SourceText(path: "a.json", text: String(repeating: unit, count: count * 3))
    let length = unit.utf8.count
    let end = source.bytes.count
    let diagnostics = (0..<1000).map { index in
      let start = index * 20 * length
      return Diagnostic(
        rule: "r", severity: .error, message: "m", label: "label", at: TextRange(utf8Offsets: start..<end),
        notes: [
          Note("first", at: TextRange(utf8Offsets: 0..<4)), Note("last", at: TextRange(utf8Offsets: end - 4..<end)),
        ],
        fixIt: FixIt(
          "fix", safety: .safe, edits: [TextEdit(range: TextRange(utf8Offsets: start..<start + 4), replacement: "x")]))
    }
    // Looking at the whole line for each of them would take minutes.
    let bytes = reportedBytes(
      [ReportedFile(path: "a.json", text: source.redacted([]), diagnostics: diagnostics)], as: format, plain())
    #expect(bytes.count < diagnostics.count * 4000)
  }
}
