import ManifestText

/// What a finding looks like in our own JSON formats, as `Schemas/report.schema.json` describes it.
struct JSONFinding {
  /// The rules by id.
  let rules: RuleDescriptions

  /// Writes a finding as an object.
  func write(_ diagnostic: Diagnostic, places: inout FilePlaces, to writer: inout JSONWriter) {
    let file = places.file
    writer.object { writer in
      writer.member("rule", diagnostic.rule)
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("message", file.masking(diagnostic.message))
      if let help = diagnostic.help { writer.member("help", file.masking(help)) }
      if let docs = file.source(of: rules[diagnostic.rule]) { writer.member("docs", docs) }
      writer.member("file", file.path)
      if let pointer = diagnostic.pointer { writer.member("pointer", file.masking(pointer)) }
      writer.member("range") { Self.write(diagnostic.range, of: file.text, places: &places, to: &$0) }
      if !diagnostic.notes.isEmpty {
        writer.member("related") { writer in
          writer.array(diagnostic.notes) { Self.write($1, places: &places, to: &$0) }
        }
      }
      if let fix = diagnostic.fixIt, let edits = file.shownEdits(of: fix) {
        writer.member("fix") { writer in
          writer.object { writer in
            writer.member("title", file.masking(fix.message))
            writer.member("applicability", fix.safety.rawValue)
            writer.member("edits") { writer in
              writer.array(edits) { writer, edit in
                writer.object { writer in
                  writer.member("range") { Self.write(edit.range, of: file.text, places: &places, to: &$0) }
                  writer.member("text", edit.replacement)
                }
              }
            }
          }
        }
      }
    }
  }

  /// Writes the members that are about the whole run.
  static func writeHead(_ tool: Tool, _ summary: Summary, to writer: inout JSONWriter) {
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
  }

  private static func write(_ note: Note, places: inout FilePlaces, to writer: inout JSONWriter) {
    let file = places.file
    let text = file.text(of: note)
    writer.object { writer in
      writer.member("file", note.path ?? file.path)
      if text != nil || note.path == nil {
        writer.member("range") { write(note.range, of: text, places: &places, to: &$0) }
      }
      writer.member("message", file.masking(note.message))
    }
  }

  private static func write(
    _ range: TextRange, of text: RedactedText?, places: inout FilePlaces, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("start") { write(range.lowerBound, of: text, places: &places, to: &$0) }
      writer.member("end") { write(range.upperBound, of: text, places: &places, to: &$0) }
    }
  }

  private static func write(
    _ position: TextPosition, of text: RedactedText?, places: inout FilePlaces, to writer: inout JSONWriter
  ) {
    let place = places.place(of: position, in: text)
    writer.object { writer in
      writer.member("line", place.line)
      writer.member("column", place.column)
      writer.member("offset", text.map { min(Int(position.utf8Offset), $0.lines.source.bytes.count) } ?? 0)
    }
  }
}
