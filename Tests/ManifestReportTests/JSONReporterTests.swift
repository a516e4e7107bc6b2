import ManifestReport
import ManifestTestSupport
import ManifestText
import Testing

@Suite struct JSONReporterTests {
  @Test func `has the shape of the contract`() {
    let marked = MarkedText("# 😀\nname: 1️⃣😀 Café1️⃣ x\n2️⃣b2️⃣: 1\n")
    let (name, other) = (marked.ranges["1️⃣"]!, marked.ranges["2️⃣"]!)
    let source = SourceText(path: "app.yaml", text: marked.text)
    let files = [
      ReportedFile(
        path: "app.yaml", text: source.redacted([]),
        diagnostics: [
          Diagnostic(
            rule: "actions-per-location", severity: .error, message: "a \"message\"", label: "label", help: "help",
            at: name, pointer: "/name",
            notes: [
              Note("here", at: other), Note("there", at: other, in: "panel.json"), Note("x", at: .start, in: "gone"),
            ],
            fixIt: FixIt("write it", safety: .safe, edits: [TextEdit(range: name, replacement: "Café\n")]))
        ],
        otherTexts: [
          "panel.json": SourceText(path: "panel.json", text: "{\n  \"a\": 1234567890123456789\n}\n").redacted([])
        ]),
      ReportedFile(
        path: "gone.yaml", text: nil,
        diagnostics: [Diagnostic(rule: "unreadable-file", severity: .error, message: "no such file", at: .start)]),
    ]
    #expect(
      report(files, as: .json, plain(rules: [actionsPerLocation])) == """
        {
          "version": 1,
          "tool": {
            "name": "manifestlint",
            "version": "0.1.0",
            "rulesCheckedOn": "2026-11-21"
          },
          "summary": {
            "files": 2,
            "errors": 2,
            "warnings": 0,
            "infos": 0,
            "fixable": 1,
            "suppressed": 0
          },
          "diagnostics": [
            {
              "rule": "actions-per-location",
              "severity": "error",
              "message": "a \\"message\\"",
              "help": "help",
              "docs": "https://example.com/link-actions",
              "file": "app.yaml",
              "pointer": "/name",
              "range": {
                "start": {
                  "line": 2,
                  "column": 7,
                  "offset": 13
                },
                "end": {
                  "line": 2,
                  "column": 14,
                  "offset": 23
                }
              },
              "related": [
                {
                  "file": "app.yaml",
                  "range": {
                    "start": {
                      "line": 3,
                      "column": 1,
                      "offset": 26
                    },
                    "end": {
                      "line": 3,
                      "column": 2,
                      "offset": 27
                    }
                  },
                  "message": "here"
                },
                {
                  "file": "panel.json",
                  "range": {
                    "start": {
                      "line": 2,
                      "column": 25,
                      "offset": 26
                    },
                    "end": {
                      "line": 2,
                      "column": 26,
                      "offset": 27
                    }
                  },
                  "message": "there"
                },
                {
                  "file": "gone",
                  "message": "x"
                }
              ],
              "fix": {
                "title": "write it",
                "applicability": "safe",
                "edits": [
                  {
                    "range": {
                      "start": {
                        "line": 2,
                        "column": 7,
                        "offset": 13
                      },
                      "end": {
                        "line": 2,
                        "column": 14,
                        "offset": 23
                      }
                    },
                    "text": "Café\\n"
                  }
                ]
              }
            },
            {
              "rule": "unreadable-file",
              "severity": "error",
              "message": "no such file",
              "file": "gone.yaml",
              "range": {
                "start": {
                  "line": 1,
                  "column": 1,
                  "offset": 0
                },
                "end": {
                  "line": 1,
                  "column": 1,
                  "offset": 0
                }
              }
            }
          ]
        }

        """)
  }

  @Test func `has an empty list when there is nothing to say`() {
    #expect(report([], as: .json).hasSuffix("  \"diagnostics\": []\n}\n"))
  }

  @Test func `counts offsets from the start of the file and columns after a byte order mark`() {
    let source = SourceText(path: "a.json", text: "\u{FEFF}{}")
    let diagnostic = Diagnostic(rule: "r", severity: .error, message: "m", at: TextRange(utf8Offsets: 3..<5))
    let file = ReportedFile(path: "a.json", text: source.redacted([]), diagnostics: [diagnostic])
    let text = report([file], as: .json).filter { !$0.isWhitespace }
    #expect(
      text.contains(#""range":{"start":{"line":1,"column":1,"offset":3},"end":{"line":1,"column":3,"offset":5}}"#))
  }

  @Test func `leaves a fix out that would show a secret`() {
    let secret = "f00dbabe-f00dbabe"
    let marked = MarkedText("secret: 1️⃣\(secret)1️⃣\n")
    let range = marked.ranges["1️⃣"]!
    func fix(_ replacement: String) -> FixIt {
      FixIt("do it", safety: .safe, edits: [TextEdit(range: range, replacement: replacement)])
    }
    let text = SourceText(path: "a.yaml", text: marked.text).redacted([range])
    let shown = report(
      [
        ReportedFile(
          path: "a.yaml", text: text,
          diagnostics: ["'\(secret)'", "${CLIENT_SECRET}"].map { replacement in
            Diagnostic(rule: "r", severity: .error, message: "m", at: range, fixIt: fix(replacement))
          })
      ], as: .json)
    #expect(!shown.contains("f00d"))
    #expect(shown.split(separator: "\"fix\"").count == 2)
    #expect(shown.contains(#""text": "${CLIENT_SECRET}""#))
  }
}
