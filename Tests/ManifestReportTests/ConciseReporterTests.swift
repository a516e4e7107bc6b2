import ManifestReport
import ManifestText
import Testing

@Suite struct ConciseReporterTests {
  @Test func `writes one line a finding`() {
    let source = SourceText(path: "app.yaml", text: "a: 日本 b\n")
    let files = [
      ReportedFile(
        path: "app.yaml", text: source.redacted([]),
        diagnostics: [
          Diagnostic(
            rule: "name-length", severity: .error, message: "name is\ntoo long\u{1B}", help: "h",
            at: TextRange(utf8Offsets: 10..<11))
        ]),
      ReportedFile(
        path: "gone.yaml", text: nil,
        diagnostics: [Diagnostic(rule: "unreadable-file", severity: .error, message: "no such file", at: .start)]),
    ]
    #expect(
      report(files, as: .concise) == """
        app.yaml:1:7: error[name-length] name is\\ntoo long\\u{1B}
        gone.yaml:1:1: error[unreadable-file] no such file
        found 2 errors in 2 files

        """)
  }

  @Test(arguments: ["::error ::x", "  ::error::x"])
  func `never begins a line with a command for a build server`(path: String) {
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "\n::warning::x", at: .start)
    let file = ReportedFile(path: path, text: nil, diagnostics: [diagnostic])
    #expect(report([file], as: .concise).hasPrefix("./\(path):1:1: error[r] \\n::warning::x\n"))
  }
}
