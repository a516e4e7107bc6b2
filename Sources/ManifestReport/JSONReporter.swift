import ManifestText

/// One JSON document, in the shape that `Schemas/report.schema.json` describes.
///
/// The counts stand before the findings, which are kept, already written, until the last file has come.
struct JSONReporter: Reporter {
  private let tool: Tool
  private let rules: [String: RuleDescription]
  private let level: Severity
  /// The findings of each file, already written, in the order in which they came.
  private var findings: [(path: String, written: JSONWriter)] = []
  private var diagnostics = JSONWriter(indented: true, depth: 2)

  /// Reports findings of this severity and above.
  init(_ options: ReportOptions, level: Severity) {
    tool = options.tool
    rules = options.rules
    self.level = level
  }

  mutating func begin(into output: inout [UInt8]) {}

  mutating func report(_ file: ReportedFile, into output: inout [UInt8]) {
    var ranges = RangeWriter(file)
    for diagnostic in file.diagnostics where diagnostic.severity >= level {
      write(diagnostic, of: file, ranges: &ranges)
    }
    if diagnostics.bytes.isEmpty { return }
    findings.append((file.path, diagnostics))
    diagnostics = JSONWriter(indented: true, depth: 2)
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    var writer = JSONWriter(indented: true)
    writer.object { writer in
      writer.member("version", 1)
      writer.member("tool") { writer in
        writer.object { writer in
          writer.member("name", tool.name)
          writer.member("version", tool.version)
          writer.member("rulesCheckedOn", tool.rulesCheckedOn)
        }
      }
      writer.member("summary") { writer in
        writer.object { writer in
          writer.member("files", summary.files)
          writer.member("errors", summary.errors)
          writer.member("warnings", summary.warnings)
          writer.member("infos", summary.infos)
          writer.member("fixable", summary.fixable)
          writer.member("suppressed", summary.suppressed)
        }
      }
      // A document that a manifest refers to comes behind the manifest; the report has all in order of path.
      let ordered = findings.enumerated().sorted { left, right in
        let (path, other) = (left.element.path.utf8, right.element.path.utf8)
        return path.elementsEqual(other) ? left.offset < right.offset : path.lexicographicallyPrecedes(other)
      }
      writer.member("diagnostics") { $0.array(of: ordered.map(\.element.written)) }
    }
    writer.newline()
    output.append(contentsOf: writer.bytes)
  }
}

// MARK: - One finding

extension JSONReporter {
  private mutating func write(_ diagnostic: Diagnostic, of file: ReportedFile, ranges: inout RangeWriter) {
    let docs = rules[diagnostic.rule]?.sourceURL
    diagnostics.object { writer in
      writer.member("rule", diagnostic.rule)
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("message", file.masking(diagnostic.message))
      if let help = diagnostic.help { writer.member("help", file.masking(help)) }
      if let docs { writer.member("docs", docs) }
      writer.member("file", file.path)
      if let pointer = diagnostic.pointer { writer.member("pointer", file.masking(pointer)) }
      writer.member("range") { ranges.write(diagnostic.range, of: file.text, at: file.path, to: &$0) }
      if !diagnostic.notes.isEmpty {
        writer.member("related") { writer in
          writer.array(diagnostic.notes) { Self.write($1, of: file, ranges: &ranges, to: &$0) }
        }
      }
      if let fix = diagnostic.fixIt, let edits = Self.shownEdits(of: fix, in: file) {
        writer.member("fix") { writer in
          writer.object { writer in
            writer.member("title", file.masking(fix.message))
            writer.member("applicability", fix.safety.rawValue)
            writer.member("edits") { writer in
              writer.array(edits) { writer, edit in
                writer.object { writer in
                  writer.member("range") { ranges.write(edit.range, of: file.text, at: file.path, to: &$0) }
                  writer.member("text", edit.replacement)
                }
              }
            }
          }
        }
      }
    }
  }

  private static func write(
    _ note: Note, of file: ReportedFile, ranges: inout RangeWriter, to writer: inout JSONWriter
  ) {
    let text = file.text(of: note)
    writer.object { writer in
      writer.member("file", note.path ?? file.path)
      if text != nil || note.path == nil {
        writer.member("range") { ranges.write(note.range, of: text, at: note.path ?? file.path, to: &$0) }
      }
      writer.member("message", file.masking(note.message))
    }
  }

  /// The edits of a fix; `nil` if one of them would show a secret: half a fix is none.
  private static func shownEdits(of fix: FixIt, in file: ReportedFile) -> [TextEdit]? {
    guard let text = file.text else { return fix.edits }
    return fix.edits.allSatisfy { text.replacement(of: $0) != nil } ? fix.edits : nil
  }

  /// Writes ranges, counting on from one to the next.
  private struct RangeWriter {
    private var converters: [String: PositionConverter] = [:]

    init(_ file: ReportedFile) {
      if let text = file.text { converters[file.path] = PositionConverter(text.lines, columns: .utf16CodeUnits) }
    }

    mutating func write(_ range: TextRange, of text: RedactedText?, at path: String, to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("start") { write(range.lowerBound, of: text, at: path, to: &$0) }
        writer.member("end") { write(range.upperBound, of: text, at: path, to: &$0) }
      }
    }

    private mutating func write(
      _ position: TextPosition, of text: RedactedText?, at path: String, to writer: inout JSONWriter
    ) {
      var place = LineColumn(line: 1, column: 1)
      var offset = 0
      if let text {
        place = converters[path, default: PositionConverter(text.lines, columns: .utf16CodeUnits)]
          .lineColumn(at: position)
        offset = min(Int(position.utf8Offset), text.lines.source.bytes.count)
      }
      writer.object { writer in
        writer.member("line", place.line)
        writer.member("column", place.column)
        writer.member("offset", offset)
      }
    }
  }
}
