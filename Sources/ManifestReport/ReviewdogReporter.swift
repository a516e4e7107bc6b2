import ManifestText

/// reviewdog's JSON (`rdjson`): one object, with what a reviewer may take over as suggestions.
struct ReviewdogReporter: Reporter {
  private let options: ReportOptions
  private let level: Severity
  private var isEmpty = true

  /// Reports findings of this severity and above.
  init(_ options: ReportOptions, level: Severity) {
    self.options = options
    self.level = level
  }

  mutating func begin(into output: inout [UInt8]) {
    var writer = JSONWriter(indented: false)
    writer.object { $0.member("name", options.tool.name) }
    output.append(contentsOf: "{\"source\":".utf8 + writer.bytes + ",\"diagnostics\":[".utf8)
  }

  mutating func report(_ file: ReportedFile, into output: inout [UInt8]) {
    let path = options.paths.path(file.path)
    var places = FilePlaces(file, columns: .utf8Bytes)
    for diagnostic in file.diagnostics where diagnostic.severity >= level {
      var writer = JSONWriter(indented: false)
      write(diagnostic, path, places: &places, to: &writer)
      output.append(contentsOf: (isEmpty ? "\n" : ",\n").utf8)
      output.append(contentsOf: writer.bytes)
      isEmpty = false
    }
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    output.append(contentsOf: (isEmpty ? "]}\n" : "\n]}\n").utf8)
  }

  private func write(
    _ diagnostic: Diagnostic, _ path: String, places: inout FilePlaces, to writer: inout JSONWriter
  ) {
    let file = places.file
    writer.object { writer in
      let help = diagnostic.help.map { "\n\(file.shown($0))" } ?? ""
      writer.member("message", file.shown(diagnostic.message) + help)
      writer.member("location") { writer in
        Self.write(path, places.range(of: diagnostic), to: &writer)
      }
      writer.member("severity", diagnostic.severity.reviewdogName)
      writer.member("code") { writer in
        writer.object { writer in
          writer.member("value", diagnostic.rule)
          if let url = file.source(of: options.rules[diagnostic.rule]) { writer.member("url", url) }
        }
      }
      if let fix = diagnostic.fixIt, let edit = Self.singleEdit(of: fix, in: file) {
        writer.member("suggestions") { writer in
          writer.array([edit]) { writer, edit in
            writer.object { writer in
              writer.member("range") { Self.write(places.range(edit.range, in: file.text), to: &$0) }
              writer.member("text", edit.replacement)
            }
          }
        }
      }
      if !diagnostic.notes.isEmpty {
        writer.member("related_locations") { writer in
          writer.array(diagnostic.notes) { writer, note in
            writer.object { writer in
              writer.member("message", file.shown(note.message))
              let text = file.text(of: note)
              writer.member("location") { writer in
                Self.write(
                  options.paths.path(note.path ?? file.path), text.map { places.range(note.range, in: $0) },
                  to: &writer)
              }
            }
          }
        }
      }
    }
  }

  /// A suggestion is one replacement, so edits are joined with what stands between them; `nil` where that is a secret,
  /// or longer than anybody would read.
  private static func singleEdit(of fix: FixIt, in file: ReportedFile) -> TextEdit? {
    guard let text = file.text, let edits = file.shownEdits(of: fix), let first = edits.first, let last = edits.last
    else { return nil }
    if edits.count == 1 { return first }
    let range = first.range.lowerBound..<last.range.upperBound
    guard range.utf8Offsets.count <= 8192 else { return nil }
    var replacement = ""
    var position = range.lowerBound
    for edit in edits {
      let between = text.pieces(of: position..<max(position, edit.range.lowerBound))
      guard between.allSatisfy({ $0.bytes != nil }) else { return nil }
      replacement += between.map { String(decoding: $0.bytes ?? [], as: UTF8.self) }.joined() + edit.replacement
      position = edit.range.upperBound
    }
    return TextEdit(range: range, replacement: replacement)
  }

  private static func write(_ path: String, _ range: Range<LineColumn>?, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("path", path)
      if let range { writer.member("range") { write(range, to: &$0) } }
    }
  }

  private static func write(_ range: Range<LineColumn>, to writer: inout JSONWriter) {
    writer.object { writer in
      for (name, place) in [("start", range.lowerBound), ("end", range.upperBound)] {
        writer.member(name) { writer in
          writer.object { writer in
            writer.member("line", place.line)
            writer.member("column", place.column)
          }
        }
      }
    }
  }
}

extension Severity {
  fileprivate var reviewdogName: String {
    switch self {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .info: "INFO"
    }
  }
}
