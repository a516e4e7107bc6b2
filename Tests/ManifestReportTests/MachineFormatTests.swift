import ManifestReport
import ManifestText
import Testing

/// What each format for machines looks like, over the same three files.
@Suite struct MachineFormatTests {
  @Test func `jsonl is a finding a line, and a line for the run`() {
    let lines = ReportFixture.report(as: .jsonl).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(
      lines[0].hasPrefix(#"{"rule":"name-whitespace","severity":"info","message":"a & b","file":"car one.yaml","#))
    #expect(
      lines[4] == """
        {"version":1,"tool":{"name":"manifestlint","version":"0.1.0","rulesCheckedOn":"2026-11-21"},\
        "summary":{"files":3,"errors":2,"warnings":1,"infos":1,"fixable":1,"suppressed":1}}
        """)
  }

  @Test func `gitlab is one array, with paths of the repository`() {
    #expect(
      ReportFixture.report(as: .gitlab) == """
        [
        {"description":"name-whitespace: a & b","check_name":"name-whitespace",\
        "fingerprint":"cfa086baa188deab19ee2e1d90eaeda5","severity":"info",\
        "location":{"path":"apps/car one.yaml","lines":{"begin":1,"end":1}}},
        {"description":"actions-per-location: four 'a' <b>","check_name":"actions-per-location",\
        "fingerprint":"3c649bb5656ca581c6e456426e97e88f","severity":"major",\
        "location":{"path":"apps/car one.yaml","lines":{"begin":2,"end":2}}},
        {"description":"https-url: plain http","check_name":"https-url",\
        "fingerprint":"296ae4af70607f1bd5166a285fd85944","severity":"minor",\
        "location":{"path":"apps/car one.yaml","lines":{"begin":2,"end":2}}},
        {"description":"unreadable-file: file does not exist","check_name":"unreadable-file",\
        "fingerprint":"6d9d2e4cbcfcc90568df01750cbc1058","severity":"major",\
        "location":{"path":"gone.yaml","lines":{"begin":1,"end":1}}}
        ]

        """)
    #expect(report([], as: .gitlab) == "[]\n")
  }

  @Test func `gitlab's fingerprints do not change with lines, and no two are the same`() {
    func fingerprints(_ text: String, _ pointers: [String?]) -> [Substring] {
      let source = SourceText(path: "a.yaml", text: text)
      let end = source.range.upperBound
      let diagnostics = pointers.map {
        Diagnostic(rule: "r", severity: .error, message: "m", at: end..<end, pointer: $0)
      }
      let file = ReportedFile(path: "a.yaml", text: source.redacted([]), diagnostics: diagnostics)
      return report([file], as: .gitlab).split(separator: "\"").filter { $0.count == 32 }
    }
    let first = fingerprints("a", ["/a", "/b", "/a", nil, nil])
    #expect(Set(first).count == 5)
    #expect(fingerprints("a\n\n\nb", ["/a", "/b", "/a", nil, nil]) == first)
  }

  @Test func `checkstyle has an element for each file`() {
    #expect(
      ReportFixture.report(as: .checkstyle) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="0.1.0">
        <file name="apps/car one.yaml">
        <error line="1" column="6" severity="info" message="a &amp; b" source="manifestlint.name-whitespace"/>
        <error line="2" column="7" severity="error" message="four 'a' &lt;b&gt;" source="manifestlint.actions-per-location"/>
        <error line="2" column="14" severity="warning" message="plain http" source="manifestlint.https-url"/></file>
        <file name="apps/clean.yaml"></file>
        <file name="gone.yaml">
        <error line="1" column="1" severity="error" message="file does not exist" source="manifestlint.unreadable-file"/></file>
        </checkstyle>

        """)
  }

  @Test func `junit has a suite for each file, and a case that passes for a clean one`() {
    #expect(
      ReportFixture.report(as: .junit) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites>
        <testsuite package="manifestlint" id="0" name="apps/car one.yaml" timestamp="1970-01-01T00:00:00" \
        hostname="localhost" tests="3" failures="1" errors="0" skipped="2" time="0"><properties/>
        <testcase name="name-whitespace" classname="apps/car one.yaml" time="0"><skipped message="a &amp; b">\
        apps/car one.yaml:1:5: info[name-whitespace] a &amp; b</skipped></testcase>
        <testcase name="actions-per-location /name" classname="apps/car one.yaml" time="0">\
        <failure message="four 'a' &lt;b&gt;" type="error">\
        apps/car one.yaml:2:7: error[actions-per-location] four 'a' &lt;b&gt;
        help: remove one</failure></testcase>
        <testcase name="https-url" classname="apps/car one.yaml" time="0"><skipped message="plain http">\
        apps/car one.yaml:2:13: warning[https-url] plain http</skipped></testcase>
        <system-out/><system-err/></testsuite>
        <testsuite package="manifestlint" id="1" name="apps/clean.yaml" timestamp="1970-01-01T00:00:00" \
        hostname="localhost" tests="1" failures="0" errors="0" skipped="0" time="0"><properties/>
        <testcase name="no problems" classname="apps/clean.yaml" time="0"/>
        <system-out/><system-err/></testsuite>
        <testsuite package="manifestlint" id="2" name="gone.yaml" timestamp="1970-01-01T00:00:00" \
        hostname="localhost" tests="1" failures="0" errors="1" skipped="0" time="0"><properties/>
        <testcase name="unreadable-file" classname="gone.yaml" time="0">\
        <error message="file does not exist" type="error">\
        gone.yaml:1:1: error[unreadable-file] file does not exist</error></testcase>
        <system-out/><system-err/></testsuite>
        </testsuites>

        """)
  }

  @Test(arguments: [(Severity.warning, 2), (nil, 0), (.info, 3)])
  func `junit fails what fails the run`(failing: Severity?, count: Int) {
    var options = ReportFixture.options
    options.failingSeverity = failing
    #expect(ReportFixture.report(as: .junit, options).split(separator: "<failure ").count - 1 == count)
  }

  @Test func `junit errs where something could not be checked, and where nothing else says why the run fails`() {
    let text = SourceText(path: "a.yaml", text: "a: 1\n").redacted([])
    let mistake = Diagnostic(rule: "unknown-rule", severity: .warning, message: "m", at: .start)
    let incomplete = Diagnostic(rule: "incomplete-validation", severity: .error, message: "m", at: .start)
    var file = ReportedFile(path: "a.yaml", text: text, diagnostics: [mistake, incomplete, mistake])
    file.diagnostics[2].message = "n"
    file.troubles = [mistake]
    func outcomes(_ file: ReportedFile, exitCode: Int, troubles: [String] = []) -> [Substring] {
      var summary = Summary()
      summary.count(file)
      (summary.exitCode, summary.troubles) = (exitCode, troubles)
      var reporter = ReportFormat.junit.reporter(plain { $0.failingSeverity = nil })
      var output: [UInt8] = []
      reporter.begin(into: &output)
      reporter.report(file, into: &output)
      reporter.finish(summary, into: &output)
      return String(decoding: output, as: UTF8.self).matches(of: /<(?:error|failure|skipped) message="[^"]*"/).map(\.0)
    }
    #expect(
      outcomes(file, exitCode: 2) == [#"<error message="m""#, #"<error message="m""#, #"<skipped message="n""#])
    file.diagnostics = [mistake]
    file.troubles = []
    #expect(
      outcomes(file, exitCode: 1)
        == [#"<skipped message="m""#, #"<failure message="the run fails with 1 warning""#])
    #expect(
      outcomes(file, exitCode: 2, troubles: ["a <", "b"])
        == [#"<skipped message="m""#, #"<error message="a &lt;; b""#])
    #expect(outcomes(file, exitCode: 0) == [#"<skipped message="m""#])
  }

  @Test func `no page is cited in a file that it does not speak of`() {
    var file = ReportFixture.files[0]
    file.citesSources = false
    for format in [ReportFormat.json, .jsonl, .markdown, .rdjson] {
      #expect(report(ReportFixture.files, as: format, ReportFixture.options).contains("https://example.com/"))
      #expect(!report([file], as: format, ReportFixture.options).contains("https://example.com/"), "\(format)")
    }
  }

  @Test func `rdjson counts bytes, and suggests one replacement`() {
    #expect(
      ReportFixture.report(as: .rdjson) == """
        {"source":{"name":"manifestlint"},"diagnostics":[
        {"message":"a & b","location":{"path":"apps/car one.yaml","range":{"start":{"line":1,"column":8},\
        "end":{"line":1,"column":10}}},"severity":"INFO","code":{"value":"name-whitespace"}},
        {"message":"four 'a' <b>\\nremove one","location":{"path":"apps/car one.yaml",\
        "range":{"start":{"line":2,"column":7},"end":{"line":2,"column":13}}},"severity":"ERROR",\
        "code":{"value":"actions-per-location","url":"https://example.com/link-actions"},\
        "suggestions":[{"range":{"start":{"line":2,"column":7},"end":{"line":2,"column":17}},"text":"\\"é\\" # d"}],\
        "related_locations":[{"message":"1st: [x]","location":{"path":"apps/car one.yaml",\
        "range":{"start":{"line":2,"column":16},"end":{"line":2,"column":17}}}}]},
        {"message":"plain http","location":{"path":"apps/car one.yaml","range":{"start":{"line":2,"column":16},\
        "end":{"line":2,"column":17}}},"severity":"WARNING","code":{"value":"https-url"}},
        {"message":"file does not exist","location":{"path":"gone.yaml","range":{"start":{"line":1,"column":1},\
        "end":{"line":1,"column":1}}},"severity":"ERROR","code":{"value":"unreadable-file"}}
        ]}

        """)
    #expect(report([], as: .rdjson) == "{\"source\":{\"name\":\"manifestlint\"},\"diagnostics\":[]}\n")
  }

  @Test func `github is a command for each finding, the worst first, and a notice`() {
    #expect(
      ReportFixture.report(as: .github) == """
        ::error file=apps/car one.yaml,line=2,endLine=2,col=7,endColumn=9,title=manifestlint%3A actions-per-location\
        ::apps/car one.yaml:2:7: error[actions-per-location] four 'a' <b>%0Ahelp: remove one
        ::error file=gone.yaml,line=1,endLine=1,col=1,endColumn=1,title=manifestlint%3A unreadable-file\
        ::gone.yaml:1:1: error[unreadable-file] file does not exist
        ::warning file=apps/car one.yaml,line=2,endLine=2,col=13,endColumn=13,title=manifestlint%3A https-url\
        ::apps/car one.yaml:2:13: warning[https-url] plain http
        ::notice file=apps/car one.yaml,line=1,endLine=1,col=5,endColumn=5,title=manifestlint%3A name-whitespace\
        ::apps/car one.yaml:1:5: info[name-whitespace] a & b
        ::notice title=manifestlint::found 2 errors, 1 warning and 1 info in 2 of 3 files (1 fixable with --fix, \
        1 suppressed)

        """)
    #expect(report([], as: .github) == "no problems in 0 files\n")
  }

  @Test func `github gives no columns for a piece of several lines`() {
    let source = SourceText(path: "a.yaml", text: "a:\n  b\n")
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "m", at: source.range)
    let text = report([ReportedFile(path: "a.yaml", text: source.redacted([]), diagnostics: [diagnostic])], as: .github)
    #expect(text.hasPrefix("::error file=a.yaml,line=1,endLine=3,title="))
  }

  @Test func `markdown is a heading and a table, with advice folded away`() {
    #expect(
      ReportFixture.report(as: .markdown) == """
        ### manifestlint: found 2 errors, 1 warning and 1 info in 2 of 3 files (1 fixable with --fix, 1 suppressed)

        | | Place | Finding | Rule |
        | --- | --- | --- | --- |
        | error | <code>apps/car one.yaml:2:7</code> | four 'a' &#60;b&#62;<br>remove one | \
        [actions-per-location](<https://example.com/link-actions>) |
        | error | <code>gone.yaml:1:1</code> | file does not exist | unreadable-file |
        | warning | <code>apps/car one.yaml:2:13</code> | plain http | https-url |

        <details>
        <summary>Advice</summary>

        | | Place | Finding | Rule |
        | --- | --- | --- | --- |
        | info | <code>apps/car one.yaml:1:5</code> | a &#38; b | name-whitespace |

        </details>

        """)
    #expect(report([], as: .markdown) == "### manifestlint: no problems in 0 files\n")
  }
}
