import ManifestReport
import ManifestTestSupport
import ManifestText

/// Three files for the tests of formats: one with findings of all kinds, one without any, one that could not be read.
enum ReportFixture {
  static let options = plain(rules: [actionsPerLocation]) { options in
    options.paths = ReportPaths(root: "/repository", workingDirectory: "/repository/apps")
  }

  static let files: [ReportedFile] = {
    let marked = MarkedText("# 😀 1️⃣é1️⃣\nname: 2️⃣😀 b2️⃣ # 3️⃣c3️⃣\n")
    let source = SourceText(path: "car one.yaml", text: marked.text)
    func range(_ mark: String) -> TextRange { marked.ranges[mark]! }
    return [
      ReportedFile(
        path: "car one.yaml", text: source.redacted([]),
        diagnostics: [
          Diagnostic(
            rule: "name-whitespace", severity: .info, message: "a & b", at: range("1️⃣")),
          Diagnostic(
            rule: "actions-per-location", severity: .error, message: "four 'a' <b>", help: "remove one",
            at: range("2️⃣"), pointer: "/name", notes: [Note("1st: [x]", at: range("3️⃣"))],
            fixIt: FixIt(
              "write it", safety: .safe,
              edits: [
                TextEdit(range: range("3️⃣"), replacement: "d"), TextEdit(range: range("2️⃣"), replacement: "\"é\""),
              ])),
          Diagnostic(rule: "https-url", severity: .warning, message: "plain http", at: range("3️⃣"), pointer: ""),
        ],
        suppressed: [
          SuppressedDiagnostic(
            Diagnostic(rule: "https-url", severity: .warning, message: "plain http", at: range("3️⃣"), pointer: "/x"),
            by: .comment, reason: "known")
        ]),
      ReportedFile(
        path: "clean.yaml", text: SourceText(path: "clean.yaml", text: "a: 1\n").redacted([]), diagnostics: []),
      ReportedFile(
        path: "../gone.yaml", text: nil,
        diagnostics: [Diagnostic(rule: "unreadable-file", severity: .error, message: "file does not exist", at: .start)]
      ),
    ]
  }()

  static func report(as format: ReportFormat, _ options: ReportOptions = options) -> String {
    ManifestReportTests.report(files, as: format, options)
  }
}
