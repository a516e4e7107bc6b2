import ManifestText
import Testing

@testable import ManifestReport

@Suite struct SummaryTests {
  @Test(arguments: [
    (Summary(files: 3), Severity.warning, 0, "no problems in 3 files"),
    (Summary(files: 1), .warning, 0, "no problems in 1 file"),
    (Summary(), .warning, 0, "no problems in 0 files"),
    (
      Summary(files: 2, infos: 1, suppressed: 2), .warning, 0, "no problems in 2 files (2 suppressed, 1 info not shown)"
    ),
    (
      Summary(files: 1, errors: 1, warnings: 2, infos: 3, fixable: 1, suppressed: 1), .warning, 1,
      "found 1 error and 2 warnings in 1 file (1 fixable with --fix, 1 suppressed, 3 infos not shown)"
    ),
    (
      Summary(files: 2, errors: 2, warnings: 1, infos: 1, fixable: 2, unsafelyFixable: 1), .info, 2,
      "found 2 errors, 1 warning and 1 info in 2 files (2 fixable with --fix, 1 more with --unsafe-fixes)"
    ),
    (
      Summary(files: 9, warnings: 1, unsafelyFixable: 1), .warning, 1,
      "found 1 warning in 1 of 9 files (1 fixable with --unsafe-fixes)"
    ),
    (Summary(files: 1, warnings: 1, infos: 2), .error, 0, "no errors in 1 file (1 warning and 2 infos not shown)"),
    (Summary(files: 1, infos: 2), .error, 0, "no problems in 1 file (2 infos not shown)"),
  ])
  func `is a sentence in which the numbers agree`(summary: Summary, level: Severity, files: Int, sentence: String) {
    #expect(SummaryLine(summary: summary, level: level, filesWithFindings: files).text == sentence)
  }

  @Test func `counts fixes by their safety`() {
    let fix = { FixIt("", safety: $0, edits: []) }
    let diagnostics = [Severity.error, .warning, .info].flatMap { severity in
      [nil, fix(.safe), fix(.unsafe)].map {
        Diagnostic(rule: "", severity: severity, message: "", at: .start, fixIt: $0)
      }
    }
    let suppressed = diagnostics.prefix(4).map { SuppressedDiagnostic($0, by: .comment) }
    var summary = Summary()
    summary.count(ReportedFile(path: "", text: nil, diagnostics: diagnostics, suppressed: suppressed))
    #expect(
      summary
        == Summary(files: 1, errors: 3, warnings: 3, infos: 3, fixable: 3, unsafelyFixable: 3, suppressed: 4))
  }

  @Test func `hides what is below the level and counts it`() {
    let text = SourceText(path: "a.yaml", text: "a\n").redacted([])
    let diagnostics = Severity.allCases.map { Diagnostic(rule: "r", severity: $0, message: "m", at: .start) }
    let file = ReportedFile(path: "a.yaml", text: text, diagnostics: diagnostics)
    let shown = report([file], as: .concise, plain(level: nil))
    #expect(
      shown == """
        a.yaml:1:1: error[r] m
        a.yaml:1:1: warning[r] m
        found 1 error and 1 warning in 1 file (1 info not shown)

        """)
    let json = report([file], as: .json, plain(level: nil))
    #expect(json.contains(#""severity": "info""#))
  }

  @Test func `prints no more findings than asked for, and says so`() {
    let text = SourceText(path: "a.yaml", text: "a\n").redacted([])
    let diagnostics = (0..<3).map { Diagnostic(rule: "r\($0)", severity: .error, message: "m", at: .start) }
    let files = ["a.yaml", "b.yaml"].map { ReportedFile(path: $0, text: text, diagnostics: diagnostics) }
    for format in [ReportFormat.text, .concise] {
      let shown = report(files, as: format, plain { $0.maximumDiagnostics = 4 })
      #expect(shown.split(separator: "\n").count { $0.contains("error[") } == 4)
      #expect(
        shown.hasSuffix(
          """
          2 more findings not shown (--max-diagnostics 4)
          found 6 errors in 2 files

          """))
    }
    #expect(report(files, as: .json, plain { $0.maximumDiagnostics = 4 }).split(separator: "\"rule\"").count == 7)
  }

  @Test func `ends with statistics when asked`() {
    let fix = { FixIt("", safety: $0, edits: []) }
    func finding(_ rule: String, _ severity: Severity, _ safety: FixIt.Safety? = nil) -> Diagnostic {
      Diagnostic(rule: rule, severity: severity, message: "m", at: .start, fixIt: safety.map(fix))
    }
    let file = ReportedFile(
      path: "a.yaml", text: nil,
      diagnostics: [
        finding("name-length", .error), finding("https-url", .warning, .unsafe), finding("sentence-case", .info, .safe),
        finding("sentence-case", .info), finding("duplicate-scope", .warning, .safe),
      ])
    #expect(
      report([file], as: .concise, plain(level: .error) { $0.showsStatistics = true }) == """
        a.yaml:1:1: error[name-length] m
        count  rule             severity
            2  sentence-case    info      [*] 1
            1  duplicate-scope  warning   [*]
            1  https-url        warning
            1  name-length      error
        [*] fixable with --fix

        found 1 error in 1 file (2 fixable with --fix, 1 more with --unsafe-fixes, 2 warnings and 2 infos not shown)

        """)
  }
}
