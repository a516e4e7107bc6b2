import ManifestReport
import ManifestTestSupport
import ManifestText
import Testing

@Suite struct TextReporterTests {
  @Test func `shows every place of a finding in one frame`() {
    let marked = MarkedText(
      """
      extensions:
        linkActions:
          - name: Send quote
            locations: 2️⃣[deal-details]2️⃣
          - name: Open map

            # here
            locations: 3️⃣[deal-details]3️⃣
          - name: Book a van
            locations: 1️⃣[deal-details, deals-list]1️⃣

      """)
    let source = SourceText(path: "pipedrive.app.yaml", text: marked.text)
    let file = ReportedFile(
      path: source.path, text: source.redacted([]),
      diagnostics: [
        Diagnostic(
          rule: "actions-per-location", severity: .error, message: "4 actions in deal details, at most 3 are allowed",
          label: "3rd: Book a van", help: "remove one of them from deal details", at: marked.ranges["1️⃣"]!,
          pointer: "/extensions/linkActions/3/locations/0",
          notes: [
            Note("1st: Send quote", at: marked.ranges["2️⃣"]!), Note("2nd: Open map", at: marked.ranges["3️⃣"]!),
          ])
      ],
      suppressed: [
        SuppressedDiagnostic(Diagnostic(rule: "", severity: .info, message: "", at: .start), by: .comment)
      ])
    #expect(
      report([file], plain(rules: [actionsPerLocation], level: nil)) == """
        error[actions-per-location]: 4 actions in deal details, at most 3 are allowed
          --> pipedrive.app.yaml:10:18  /extensions/linkActions/3/locations/0
           |
         4 |       locations: [deal-details]
           |                  -------------- 1st: Send quote
        ...
         8 |       locations: [deal-details]
           |                  -------------- 2nd: Open map
         9 |     - name: Book a van
        10 |       locations: [deal-details, deals-list]
           |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ 3rd: Book a van
           |
           = help: remove one of them from deal details
           = source: Registering a private app › Link actions (checked 2026-11-21)

        found 1 error in 1 file (1 suppressed)

        """)
  }

  @Test func `stacks the labels of marks on one line`() {
    #expect(
      frame("2️⃣one2️⃣ 3️⃣two3️⃣ 1️⃣three1️⃣ four", ["1️⃣": "primary", "2️⃣": "first", "3️⃣": "second"]) == """
         --> app.yaml:1:9
          |
        1 | one two three four
          | --- --- ^^^^^ primary
          | |   |
          | |   second
          | first
        """)
  }

  @Test func `keeps the labels of nested marks and of one mark with two labels`() {
    #expect(
      frame("a: 2️⃣[1️⃣b1️⃣, c]2️⃣", ["1️⃣": "inner", "2️⃣": "outer"]) == """
         --> app.yaml:1:5
          |
        1 | a: [b, c]
          |    -^---- outer
          |     |
          |     inner
        """)
    #expect(
      frame("a: 1️⃣2️⃣value2️⃣1️⃣", ["1️⃣": "primary", "2️⃣": "secondary"]) == """
         --> app.yaml:1:4
          |
        1 | a: value
          |    ^^^^^ primary
          |    |
          |    secondary
        """)
  }

  @Test func `leaves out labels that are not there`() {
    #expect(
      frame("2️⃣a2️⃣: 1️⃣value1️⃣", ["2️⃣": "key"]) == """
         --> app.yaml:1:4
          |
        1 | a: value
          | -  ^^^^^
          | |
          | key
        """)
  }

  @Test func `marks a span of several lines on its first one`() {
    #expect(
      frame("a:\n  1️⃣- one\n  - two\n1️⃣b: 1", ["1️⃣": "a list"]) == """
         --> app.yaml:2:3
          |
        2 |   - one
          |   ^^^^^ a list
        """)
  }

  @Test func `gives an empty range one caret, at the end of a line and of the file too`() {
    #expect(
      frame("a: 1️⃣b", ["1️⃣": "here"]) == """
         --> app.yaml:1:4
          |
        1 | a: b
          |    ^ here
        """)
    #expect(
      frame("a:1️⃣\nb: 1\n", ["1️⃣": "no value"]) == """
         --> app.yaml:1:3
          |
        1 | a:
          |   ^ no value
        """)
    #expect(
      frame("a: 1\n1️⃣", ["1️⃣": "the end"]) == """
         --> app.yaml:2:1
          |
        2 |
          | ^ the end
        """)
    #expect(
      frame("1️⃣", ["1️⃣": "an empty file"]) == """
         --> app.yaml:1:1
          |
        1 |
          | ^ an empty file
        """)
    #expect(
      frame("a:1️⃣\n  1️⃣b: 1\n", ["1️⃣": "a line break"]) == """
         --> app.yaml:1:3
          |
        1 | a:
          |   ^ a line break
        """)
  }

  @Test func `does not count a byte order mark`() {
    let source = SourceText(path: "app.yaml", text: "\u{FEFF}a: b\n")
    let file = ReportedFile(
      path: "app.yaml", text: source.redacted([]),
      diagnostics: [
        Diagnostic(rule: "r", severity: .error, message: "m", at: TextRange(utf8Offsets: 6..<7)),
        Diagnostic(rule: "r", severity: .error, message: "m", at: TextRange(utf8Offsets: 0..<0)),
      ])
    #expect(
      report([file]) == """
        error[r]: m
         --> app.yaml:1:4
          |
        1 | a: b
          |    ^

        error[r]: m
         --> app.yaml:1:1
          |
        1 | a: b
          | ^

        found 2 errors in 1 file

        """)
  }

  @Test func `shows notes in other files in frames of their own`() {
    let other = MarkedText("a: 1\nb: 1️⃣one1️⃣ 2️⃣two2️⃣\n")
    let source = SourceText(path: "app.yaml", text: "panel: ./panel.json\n")
    let diagnostic = Diagnostic(
      rule: "referenced-file", severity: .warning, message: "message", at: TextRange(utf8Offsets: 7..<19),
      notes: [
        Note("first", at: other.ranges["1️⃣"]!, in: "panel.json"),
        Note("second", at: other.ranges["2️⃣"]!, in: "panel.json"),
        Note("own", at: TextRange(utf8Offsets: 0..<5), in: "app.yaml"),
        Note("cannot be read", at: .start, in: "gone.json"),
      ])
    let file = ReportedFile(
      path: "app.yaml", text: source.redacted([]), diagnostics: [diagnostic],
      otherTexts: ["panel.json": SourceText(path: "panel.json", text: other.text).redacted([])])
    #expect(
      report([file]) == """
        warning[referenced-file]: message
         --> app.yaml:1:8
          |
        1 | panel: ./panel.json
          | -----  ^^^^^^^^^^^^
          | |
          | own
         ::: panel.json:2:4
          |
        2 | b: one two
          |    --- --- second
          |    |
          |    first
          |
          = note: gone.json: cannot be read

        found 1 warning in 1 file

        """)
  }

  @Test func `says what it can of a file without text`() {
    let file = ReportedFile(
      path: "gone.yaml", text: nil,
      diagnostics: [
        Diagnostic(rule: "unreadable-file", severity: .error, message: "no such file", help: "check it", at: .start)
      ])
    #expect(
      report([file]) == """
        error[unreadable-file]: no such file
         --> gone.yaml
          |
          = help: check it

        found 1 error in 1 file

        """)
  }

  @Test func `marks no more than 32 other places`() {
    let source = SourceText(path: "app.yaml", text: String(repeating: "a: 1\n", count: 100))
    let notes = (0..<100).map { Note("place \($0)", at: TextRange(utf8Offsets: $0 * 5..<$0 * 5 + 1)) }
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "m", at: .start, notes: notes)
    let text = report([ReportedFile(path: "app.yaml", text: source.redacted([]), diagnostics: [diagnostic])])
    #expect(text.contains("- place 31\n"))
    #expect(!text.contains("place 32"))
    #expect(text.contains("  = note: and 68 more places\n"))
  }

  @Test func `explains at length when asked`() {
    let source = SourceText(path: "app.yaml", text: "a: 1\n")
    let diagnostic = Diagnostic(rule: "actions-per-location", severity: .error, message: "m", at: .start)
    let file = ReportedFile(path: "app.yaml", text: source.redacted([]), diagnostics: [diagnostic])
    #expect(
      report([file], plain(rules: [actionsPerLocation]) { $0.isVerbose = true }).hasSuffix(
        """
          |
          = why: Developer Hub takes no more than 3.
          = source: Registering a private app › Link actions (checked 2026-11-21)
          = see: https://example.com/link-actions

        found 1 error in 1 file

        """))
  }

  @Test func `colours and links only when asked`() {
    let source = SourceText(path: "app.yaml", text: "a: 1\n")
    let diagnostic = Diagnostic(rule: "actions-per-location", severity: .error, message: "m", label: "l", at: .start)
    let file = ReportedFile(path: "app.yaml", text: source.redacted([]), diagnostics: [diagnostic])
    #expect(!report([file], plain(rules: [actionsPerLocation])).utf8.contains(0x1B))
    let options = plain(rules: [actionsPerLocation]) { options in
      options.isColored = true
      options.hasHyperlinks = true
    }
    #expect(
      report([file], options).hasPrefix(
        "\u{1B}[1;31merror[\u{1B}]8;;https://example.com/link-actions\u{1B}\\actions-per-location\u{1B}]8;;\u{1B}\\]"
          + "\u{1B}[0m\u{1B}[1m: m\u{1B}[0m\n \u{1B}[1;34m-->\u{1B}[0m app.yaml:1:1\n"))
  }
}
