import ManifestText

/// Writes the findings of one file as SARIF's results.
struct SARIFResultWriter {
  private let file: ReportedFile
  private let paths: ReportPaths
  private let path: String
  private let ruleIndices: [String: Int]
  private let lineFingerprints: LineFingerprints?
  private var places: FilePlaces
  private var fingerprints: FindingFingerprints

  /// How deep a result stands in the report.
  private static let depth = 4
  /// How many places of a result GitHub shows.
  private static let mostRelated = 100

  /// Writes findings of rules that stand at these places in the report's list.
  init(_ file: ReportedFile, paths: ReportPaths, ruleIndices: [String: Int]) {
    self.file = file
    self.paths = paths
    self.ruleIndices = ruleIndices
    path = paths.path(file.path)
    places = FilePlaces(file, columns: .utf16CodeUnits)
    fingerprints = FindingFingerprints(path: path)
    lineFingerprints = file.text.map { text in
      let findings = file.diagnostics + file.suppressed.map(\.diagnostic)
      return LineFingerprints(text, lines: Set(findings.map { text.lines.line(at: $0.range.lowerBound) }))
    }
  }

  /// Writes a finding, and what silenced it if anything did.
  mutating func write(_ diagnostic: Diagnostic, suppressedBy suppression: SuppressedDiagnostic? = nil) -> JSONWriter {
    let range = places.range(of: diagnostic)
    let related = diagnostic.notes.prefix(Self.mostRelated)
    var writer = JSONWriter(indented: false, depth: Self.depth)
    writer.object { writer in
      writer.member("ruleId", diagnostic.rule)
      if let index = ruleIndices[diagnostic.rule] { writer.member("ruleIndex", index) }
      writer.member("level", diagnostic.severity.sarifLevel)
      writer.message("message", message(of: diagnostic, related: related))
      writer.member("locations") { writer in
        writer.array([path]) { writer, path in
          writer.object { writer in
            writer.member("physicalLocation") { Self.write(path, range, to: &$0) }
            // The root of a document has no name.
            if let pointer = diagnostic.pointer, !pointer.isEmpty {
              writer.member("logicalLocations") { writer in
                writer.array([file.masking(pointer)]) { writer, pointer in
                  writer.object { writer in
                    writer.member("fullyQualifiedName", pointer)
                    writer.member("kind", "value")
                  }
                }
              }
            }
          }
        }
      }
      if !related.isEmpty { writer.member("relatedLocations") { write(related, to: &$0) } }
      writer.member("partialFingerprints") { writer in
        writer.object { writer in
          if let hash = lineFingerprints?.fingerprint(ofLine: range.lowerBound.line) {
            writer.member("primaryLocationLineHash", hash)
          }
          writer.member("manifestlint/v1", fingerprints.next(diagnostic, in: file))
        }
      }
      if let fix = diagnostic.fixIt, let edits = file.shownEdits(of: fix), file.text != nil {
        writer.member("fixes") { writer in
          writer.array([fix]) { write($1, edits, to: &$0) }
        }
      }
      // All results of a run must say it, or none.
      writer.member("suppressions") { writer in
        writer.array([suppression].compactMap(\.self)) { Self.write($1, in: file, to: &$0) }
      }
    }
    return writer
  }

  /// The message with what to do; GitHub shows a related place only if the message links to it.
  private func message(of diagnostic: Diagnostic, related: ArraySlice<Note>) -> String {
    var sentences = [file.shown(diagnostic.message).withoutSARIFLinks.asSentence]
    if let help = diagnostic.help { sentences.append("Help: \(file.shown(help).withoutSARIFLinks)".asSentence) }
    if !related.isEmpty {
      let links = related.enumerated().map { index, note in
        "[\(file.shown(note.message).escapedForSARIFLinks)](\(index + 1))"
      }
      let more = diagnostic.notes.count - related.count
      let rest = more > 0 ? " and \(SummaryLine.counted(more, "more place"))" : ""
      sentences.append("See \(links.joined(separator: ", "))\(rest).")
    }
    return sentences.joined(separator: "\n")
  }

  private mutating func write(_ notes: ArraySlice<Note>, to writer: inout JSONWriter) {
    writer.array(notes.enumerated()) { writer, note in
      let text = file.text(of: note.element)
      let range = text.map { places.range(note.element.range, in: $0) }
      writer.object { writer in
        writer.member("id", note.offset + 1)
        writer.member("physicalLocation") { writer in
          Self.write(paths.path(note.element.path ?? file.path), range, to: &writer)
        }
        writer.message("message", file.shown(note.element.message).withoutSARIFLinks)
      }
    }
  }

  private mutating func write(_ fix: FixIt, _ edits: [TextEdit], to writer: inout JSONWriter) {
    writer.object { writer in
      writer.message("description", file.shown(fix.message).withoutSARIFLinks.asSentence)
      writer.member("artifactChanges") { writer in
        writer.array([edits]) { writer, edits in
          writer.object { writer in
            writer.artifactLocation(path)
            writer.member("replacements") { writer in
              writer.array(edits) { writer, edit in
                writer.object { writer in
                  let range = places.range(edit.range, in: file.text)
                  writer.member("deletedRegion") { Self.write(range, to: &$0) }
                  writer.message("insertedContent", edit.replacement)
                }
              }
            }
          }
        }
      }
      writer.member("properties") { writer in
        writer.object { $0.member("applicability", fix.safety.rawValue) }
      }
    }
  }

  private static func write(_ path: String, _ range: Range<LineColumn>?, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.artifactLocation(path)
      if let range { writer.member("region") { write(range, to: &$0) } }
    }
  }

  private static func write(_ range: Range<LineColumn>, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("startLine", range.lowerBound.line)
      writer.member("startColumn", range.lowerBound.column)
      writer.member("endLine", range.upperBound.line)
      writer.member("endColumn", range.upperBound.column)
    }
  }

  private static func write(
    _ suppression: SuppressedDiagnostic, in file: ReportedFile, to writer: inout JSONWriter
  ) {
    let (kind, origin) =
      switch suppression.origin {
      case .comment: ("inSource", "a comment")
      case .configuration: ("external", "the configuration")
      case .baseline: ("external", "the baseline")
      }
    writer.object { writer in
      writer.member("kind", kind)
      writer.member("justification", suppression.reason.map(file.shown) ?? "silenced by \(origin)")
    }
  }
}

extension JSONWriter {
  /// Writes where a file is; one outside of the repository by its absolute address.
  mutating func artifactLocation(_ path: String) {
    member("artifactLocation") { writer in
      writer.object { writer in
        if path.utf8.first == UInt8(ascii: "/") {
          writer.member("uri", "file://" + path.percentEncodedPath)
        } else {
          writer.member("uri", path.percentEncodedPath)
          writer.member("uriBaseId", SARIFReporter.sourceRoot)
        }
      }
    }
  }
}

extension String {
  /// The path as it can stand in a URI: all but letters, digits, `-._~` and `/` as `%` and two digits.
  fileprivate var percentEncodedPath: String {
    var result: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-")...UInt8(ascii: "/"), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        result.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result.append(contentsOf: (digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)").utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The words with a full stop, which SARIF's readers look for to tell where the first sentence ends.
  fileprivate var asSentence: String {
    guard let last = unicodeScalars.last, !".!?:".unicodeScalars.contains(last) else { return self }
    return self + "."
  }

  /// Words that hold no link, whatever a manifest holds.
  fileprivate var withoutSARIFLinks: String {
    utf8.contains(UInt8(ascii: "[")) && holds("](") ? escapedForSARIFLinks : self
  }

  /// Words as they can stand in the text of a link.
  fileprivate var escapedForSARIFLinks: String {
    var result = ""
    for scalar in unicodeScalars {
      if scalar == "[" || scalar == "]" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
