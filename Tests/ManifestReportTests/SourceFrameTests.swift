import ManifestReport
import ManifestTestSupport
import ManifestText
import Testing

/// What a terminal makes of the columns of a frame.
@Suite struct SourceFrameTests {
  @Test func `lines carets up under tabs`() {
    #expect(
      frame("\ta:\t2️⃣b2️⃣\t1️⃣c\td1️⃣", ["1️⃣": "two", "2️⃣": "one"]) == """
         --> app.yaml:1:7
          |
        1 |     a:  b   c   d
          |         -   ^^^^^ two
          |         |
          |         one
        """)
  }

  @Test func `lines carets up under wide, combining and joined characters`() {
    #expect(
      frame("2️⃣名前2️⃣: 1️⃣👩‍👩‍👧e\u{301}🇩🇪1️⃣ x", ["1️⃣": "value", "2️⃣": "key"]) == """
         --> app.yaml:1:5
          |
        1 | 名前: 👩‍👩‍👧e\u{301}🇩🇪 x
          | ----  ^^^^^ value
          | |
          | key
        """)
  }

  @Test func `marks a whole character where a span begins or ends inside of it`() {
    let source = SourceText(path: "app.yaml", text: "a 日 b")
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "m", at: TextRange(utf8Offsets: 3..<4))
    let text = report([ReportedFile(path: "app.yaml", text: source.redacted([]), diagnostics: [diagnostic])])
    #expect(text.contains("1:3\n  |\n1 | a 日 b\n  |   ^^\n"))
  }

  @Test func `writes controls and invalid bytes out`() {
    let bytes = Array("a: ".utf8) + [0x1B, 0x5B, 0x33, 0xFF] + Array("\u{202E}x".utf8)
    let source = SourceText(path: "bad\u{1B}.yaml", bytes: bytes)
    let diagnostic = Diagnostic(
      rule: "r", severity: .error, message: "m\u{1B}[2J\nerror[x]: y", label: "l\u{9B}", help: "h\r",
      at: TextRange(utf8Offsets: 6..<7),
      pointer: "/a\u{202E}", notes: [Note("n\n", at: TextRange(utf8Offsets: 10..<11))])
    let text = report([ReportedFile(path: source.path, text: source.redacted([]), diagnostics: [diagnostic])])
    #expect(
      text == """
        error[r]: m\\u{1B}[2J\\nerror[x]: y
         --> bad\\u{1B}.yaml:1:7  /a\\u{202E}
          |
        1 | a: \\u{1B}[3\\xFF\\u{202E}x
          |            ^^^^        - n\\n
          |            |
          |            l\\u{9B}
          |
          = help: h\\r

        found 1 error in 1 file

        """)
  }

  @Test func `masks secrets, with carets lined up`() {
    #expect(
      frame("a: 2️⃣s3cr3t-s3cr3t2️⃣ 1️⃣b1️⃣", ["1️⃣": "value"], secret: "2️⃣") == """
         --> app.yaml:1:18
          |
        1 | a: ••• b
          |        ^ value
        """)
    #expect(
      frame("a: \"1️⃣s3cr3t-s3cr3t1️⃣\" b", ["1️⃣": "hidden"], secret: "1️⃣") == """
         --> app.yaml:1:5
          |
        1 | a: "•••" b
          |     ^^^ hidden
        """)
  }

  @Test func `cuts a long line on its right`() {
    #expect(
      frame("a: 1️⃣value1️⃣ " + String(repeating: "0123456789", count: 10), ["1️⃣": "label"], width: 50) == """
         --> app.yaml:1:4
          |
        1 | a: value 012345678901234567890123456789012345…
          |    ^^^^^ label
        """)
  }

  @Test func `cuts a long line on its left`() {
    #expect(
      frame(String(repeating: "0123456789", count: 10) + " 1️⃣value1️⃣", ["1️⃣": "label"], width: 50) == """
         --> app.yaml:1:102
          |
        1 | …89012345678901234567890123456789 value
          |                                   ^^^^^ label
        """)
  }

  @Test func `cuts a long line on both sides`() {
    let digits = String(repeating: "0123456789", count: 10)
    #expect(
      frame("\(digits) 1️⃣value1️⃣ \(digits)", ["1️⃣": "label"], width: 50) == """
         --> app.yaml:1:102
          |
        1 | …8901234567890123456789 value 012345678901234…
          |                         ^^^^^ label
        """)
  }

  @Test func `cuts around wide characters`() {
    let text = String(repeating: "日本", count: 100)
    #expect(
      frame("\(text)1️⃣語1️⃣\(text)", ["1️⃣": "label"], width: 40) == """
         --> app.yaml:1:201
          |
        1 | …日本日本日本日本語日本日本日本日本…
          |                  ^^ label
        """)
  }

  @Test func `marks a span longer than the line has room for up to the cut`() {
    #expect(
      frame("a: 1️⃣" + String(repeating: "0123456789", count: 10) + "1️⃣", ["1️⃣": "label"], width: 40) == """
         --> app.yaml:1:4
          |
        1 | a: 01234567890123456789012345678901…
          |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          |    |
          |    label
        """)
  }

  @Test func `shows spans far apart on one line one below the other`() {
    let digits = String(repeating: "0123456789", count: 10)
    #expect(
      frame("{2️⃣\"a\"2️⃣: \(digits), 1️⃣\"a\"1️⃣: 1}", ["1️⃣": "again", "2️⃣": "first"], width: 50) == """
         --> app.yaml:1:109
          |
        1 | {"a": 012345678901234567890123456789012345678…
          |  --- first
        1 | …789012345678901234567890123456789, "a": 1}
          |                                     ^^^ again
        """)
  }

  @Test func `wraps a label that is wider than the room beside and below its mark`() {
    #expect(
      frame(
        "a: 1️⃣value1️⃣", ["1️⃣": "a label of many words that would not stand on one row of this narrow frame"], width: 40)
          == """
           --> app.yaml:1:4
            |
          1 | a: value
            |    ^^^^^
            |    |
            |    a label of many words that would
            |    not stand on one row of this
            |    narrow frame
          """)
  }

  @Test func `makes room for a label on the right by cutting on the left`() {
    #expect(
      frame(String(repeating: "0123456789", count: 3) + " 1️⃣v1️⃣", ["1️⃣": "a label of some words"], width: 44) == """
         --> app.yaml:1:32
          |
        1 | …67890123456789 v
          |                 ^ a label of some words
        """)
  }

  @Test func `keeps every row within the width and every caret under the line, whatever the text`() {
    var random = SeededGenerator(seed: 7)
    let alphabet: [[UInt8]] =
      [
        "a", " ", "\t", "é", "e\u{301}", "\u{301}", "日", "👩‍👩‍👧", "🇩🇪", "\u{200D}", "\u{1B}", "\u{2028}", "\n", "\r\n", "क्",
        "\u{FE0F}",
      ]
      .map { Array($0.utf8) } + [[0xFF], [0xE2, 0x82], [0]]
    for _ in 0..<150 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        let unit = alphabet.randomElement(using: &random) ?? []
        for _ in 0..<(Int.random(in: 0..<20, using: &random) == 0 ? 200 : 1) { bytes += unit }
      }
      let source = SourceText(path: "a.yaml", bytes: bytes)
      func range() -> TextRange {
        let ends = [
          Int.random(in: 0...bytes.count + 2, using: &random), Int.random(in: 0...bytes.count + 2, using: &random),
        ]
        return TextRange(utf8Offsets: ends.min()!..<ends.max()!)
      }
      let width = Int.random(in: 0...130, using: &random)
      let diagnostics = (0..<3).map { _ in
        Diagnostic(
          rule: "r", severity: .error, message: "m", label: Bool.random(using: &random) ? "some label here" : nil,
          help: "h", at: range(),
          notes: (0..<Int.random(in: 0...4, using: &random)).map { Note("note \($0)", at: range()) },
          fixIt: FixIt("fix", safety: .safe, edits: [TextEdit(range: range(), replacement: "x\ny")]))
      }
      let secrets = Bool.random(using: &random) ? [range()] : []
      let file = ReportedFile(path: "a.yaml", text: source.redacted(secrets), diagnostics: diagnostics)
      let text = report([file], plain(width: width))
      let limit = max(40, width)
      for row in text.split(separator: "\n") where row.contains(" | ") || row.contains(" - ") || row.contains(" + ") {
        #expect(columns(of: row) <= limit, "\(row)")
      }
      for format in [ReportFormat.concise, .json] { _ = report([file], as: format) }
    }
  }
}
