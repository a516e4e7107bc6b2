import ManifestText
import Testing

@testable import ManifestReport

@Suite struct SARIFReporterTests {
  @Test func `has the shape that GitHub reads`() {
    let text = ReportFixture.report(as: .sarif)
    let run = text.replacing("\"runs\":[", with: "\"runs\":[\n").replacing("{\"ruleId\"", with: "\n{\"ruleId\"")
    let lines = run.split(separator: "\n").map(String.init)
    #expect(lines.count == 7)
    #expect(lines[0].contains("\"version\":\"2.1.0\""))
    #expect(
      lines[1].contains(
        """
        {"id":"actions-per-location","name":"ActionsPerLocation","shortDescription":{"text":"Too many actions in one \
        view."},"fullDescription":{"text":"Developer Hub takes no more than 3."},\
        "helpUri":"https://example.com/link-actions","help":{"text":"Developer Hub takes no more than 3.\\n\\nRemove an \
        action from that view.","markdown":"Developer Hub takes no more than 3.\\n\\n**What to do:** Remove an action \
        from that view.\\n\\nSource: [Registering a private app › Link actions](https://example.com/link-actions), \
        checked 2026-11-21"},"defaultConfiguration":{"level":"error"},"properties":{"tags":["Extensions","platform"],\
        "precision":"high","problem.severity":"error"}}
        """))
    #expect(
      lines[1].hasSuffix(
        """
        "invocations":[{"executionSuccessful":true,"exitCode":0,"toolExecutionNotifications":[{"level":"error",\
        "message":{"text":"file does not exist"},"locations":[{"physicalLocation":{"artifactLocation":\
        {"uri":"gone.yaml","uriBaseId":"%SRCROOT%"}}}]}]}],"originalUriBaseIds":{"%SRCROOT%":{"description":\
        {"text":"the root of the repository"}}},"columnKind":"utf16CodeUnits","results":[
        """))
    #expect(
      lines[3] == """
        {"ruleId":"actions-per-location","ruleIndex":0,"level":"error","message":{"text":"four 'a' <b>.\\nHelp: remove \
        one.\\nSee [1st: \\\\[x\\\\]](1)."},"locations":[{"physicalLocation":{"artifactLocation":\
        {"uri":"apps/car%20one.yaml","uriBaseId":"%SRCROOT%"},"region":{"startLine":2,"startColumn":7,"endLine":2,\
        "endColumn":11}},"logicalLocations":[{"fullyQualifiedName":"/name","kind":"value"}]}],\
        "relatedLocations":[{"id":1,"physicalLocation":{"artifactLocation":{"uri":"apps/car%20one.yaml",\
        "uriBaseId":"%SRCROOT%"},"region":{"startLine":2,"startColumn":14,"endLine":2,"endColumn":15}},\
        "message":{"text":"1st: [x]"}}],"partialFingerprints":{"primaryLocationLineHash":"d13d30c06763f701:1",\
        "manifestlint/v1":"3c649bb5656ca581c6e456426e97e88f"},"fixes":[{"description":{"text":"write it."},\
        "artifactChanges":[{"artifactLocation":{"uri":"apps/car%20one.yaml","uriBaseId":"%SRCROOT%"},\
        "replacements":[{"deletedRegion":{"startLine":2,"startColumn":7,"endLine":2,"endColumn":11},\
        "insertedContent":{"text":"\\"é\\""}},{"deletedRegion":{"startLine":2,"startColumn":14,"endLine":2,\
        "endColumn":15},"insertedContent":{"text":"d"}}]}],"properties":{"applicability":"safe"}}],"suppressions":[]},
        """)
    #expect(lines[5].hasSuffix(#""suppressions":[{"kind":"inSource","justification":"known"}]},"#))
  }

  @Test func `says that a run did not succeed, and why`() {
    var reporter = ReportFormat.sarif.reporter(plain())
    var output: [UInt8] = []
    var summary = Summary()
    (summary.exitCode, summary.troubles) = (2, ["no permission"])
    reporter.begin(into: &output)
    reporter.finish(summary, into: &output)
    #expect(
      String(decoding: output, as: UTF8.self).contains(
        """
        "invocations":[{"executionSuccessful":false,"exitCode":2,"toolExecutionNotifications":[{"level":"error",\
        "message":{"text":"no permission"}}]}]
        """))
  }

  @Test func `names a file outside of the repository by its address`() {
    let file = ReportedFile(
      path: "/tmp/a b#.yaml", text: nil,
      diagnostics: [Diagnostic(rule: "r", severity: .error, message: "m", at: .start)])
    let text = report([file], as: .sarif, ReportFixture.options)
    #expect(text.contains(#""artifactLocation":{"uri":"file:///tmp/a%20b%23.yaml"}"#))
  }

  @Test func `makes no link of what a manifest holds`() {
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "[a](https://b.example)", at: .start)
    let text = report([ReportedFile(path: "a", text: nil, diagnostics: [diagnostic])], as: .sarif)
    #expect(text.contains(#""message":{"text":"\\[a\\](https://b.example)."}"#))
  }

  @Test func `keeps the worst of more results than GitHub takes`() {
    var results = SARIFResults(atMost: 4)
    for (index, weight) in [1, 3, 0, 2, 1, 2, 3, 1, 0, 2, 2, 1].enumerated() {
      var writer = JSONWriter(indented: false)
      writer.integer(index)
      results.append(writer, weight: weight)
    }
    #expect(results.finish().map { String(decoding: $0.bytes, as: UTF8.self) } == ["1", "3", "5", "6"])
    #expect(results.leftOut == 8)
  }
}
