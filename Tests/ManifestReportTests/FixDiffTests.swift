import ManifestReport
import ManifestTestSupport
import ManifestText
import Testing

@Suite struct FixDiffTests {
  @Test func `shows a changed line before and after, instead of help that says the same`() {
    #expect(
      frame("a: 1\nname: 1️⃣Sned1️⃣ quote\nb: 2\n", [:], help: "write 'Send'") { marks in
        FixIt("write 'Send'", safety: .safe, edits: [TextEdit(range: marks.ranges["1️⃣"]!, replacement: "Send")])
      } == """
         --> app.yaml:2:7
          |
        2 | name: Sned quote
          |       ^^^^
          |
          = fix (safe): write 'Send'
          |
        2 - name: Sned quote
        2 + name: Send quote
        """)
  }

  @Test func `shows a line that goes and lines that come`() {
    #expect(
      diff("a: 1\n1️⃣b: 2\n1️⃣c: 3\n", safety: .unsafe) { [TextEdit(range: $0, replacement: "")] } == """
          = fix (unsafe): do it
          |
        2 - b: 2
        """)
    #expect(
      diff("a: 1\n1️⃣c: 3\n") { [TextEdit(range: $0, replacement: "b: 2\nb2: 2\n")] } == """
          = fix (safe): do it
          |
        2 + b: 2
        3 + b2: 2
        """)
    #expect(
      diff("a: 11️⃣") { [TextEdit(range: $0, replacement: "\nb: 2")] } == """
          = fix (safe): do it
          |
        2 + b: 2
        """)
    #expect(
      diff("a: 1\r\n1️⃣b: 2\r\n1️⃣c: 3\r\n") { [TextEdit(range: $0, replacement: "")] } == """
          = fix (safe): do it
          |
        2 - b: 2
        """)
  }

  @Test func `shows edits far apart one below the other, numbered as they will be`() {
    let marked = MarkedText("1️⃣a1️⃣: 1\nb: 2\nc: 3\n2️⃣d2️⃣: 3️⃣43️⃣\n")
    let fix = FixIt(
      "do it", safety: .safe,
      edits: [
        TextEdit(range: marked.ranges["1️⃣"]!, replacement: "x: 1\ny"),
        TextEdit(range: marked.ranges["2️⃣"]!, replacement: "D"), TextEdit(range: marked.ranges["3️⃣"]!, replacement: "5"),
      ])
    #expect(
      diff(marked, fix) == """
          = fix (safe): do it
          |
        1 - a: 1
        1 + x: 1
        2 + y: 1
        ...
        4 - d: 4
        5 + D: 5
        """)
  }

  @Test func `shows a few lines of a large fix, and nothing of a huge one`() {
    let lines = String(repeating: "line\n", count: 10)
    #expect(
      diff("1️⃣\(lines)1️⃣end\n") { [TextEdit(range: $0, replacement: "one\n")] }
        == """
          = fix (safe): do it
          |
        1 - line
        2 - line
        3 - line
        4 - line
        ...
        1 + one
        """)
    #expect(
      diff("1️⃣\(String(repeating: lines, count: 1000))1️⃣end\n") { [TextEdit(range: $0, replacement: "one\n")] } == """
          = fix (safe): do it
        """)
  }

  @Test func `cuts long lines around the change`() {
    let digits = String(repeating: "0123456789", count: 100)
    let text = diff("\(digits)1️⃣x1️⃣\(digits)") { [TextEdit(range: $0, replacement: "yy")] }
    #expect(text.split(separator: "\n").map { columns(of: $0) } == [21, 3, 120, 120])
    #expect(text.contains("789x012"))
    #expect(text.contains("789yy012"))
  }

  @Test func `masks secrets on both sides`() {
    let secret = "f00dbabe-f00dbabe"
    let marked = MarkedText("secret: 1️⃣\(secret)1️⃣ # why\n")
    let range = marked.ranges["1️⃣"]!
    let quoted = FixIt("do it", safety: .safe, edits: [TextEdit(range: range, replacement: "\"\(secret)\"")])
    #expect(
      diff(marked, quoted, secrets: [range]) == """
          = fix (safe): do it
          |
        1 - secret: ••• # why
        1 + secret: ••• # why
        """)
    let variable = FixIt("do it", safety: .unsafe, edits: [TextEdit(range: range, replacement: "${CLIENT_SECRET}")])
    #expect(
      diff(marked, variable, secrets: [range]) == """
          = fix (unsafe): do it
          |
        1 - secret: ••• # why
        1 + secret: ${CLIENT_SECRET} # why
        """)
  }

  private func diff(_ marked: String, safety: FixIt.Safety = .safe, _ edits: (TextRange) -> [TextEdit]) -> String {
    let marked = MarkedText(marked)
    return diff(marked, FixIt("do it", safety: safety, edits: edits(marked.ranges["1️⃣"]!)))
  }

  private func diff(_ marked: MarkedText, _ fix: FixIt, secrets: [TextRange] = []) -> String {
    let text = SourceText(path: "a.yaml", text: marked.text).redacted(secrets)
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "m", at: .start, fixIt: fix)
    let rows = report([ReportedFile(path: "a.yaml", text: text, diagnostics: [diagnostic])]).split(separator: "\n")
    return rows.drop { !$0.contains("= fix") }.dropLast().joined(separator: "\n")
  }
}
