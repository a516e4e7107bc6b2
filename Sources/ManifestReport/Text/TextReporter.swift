import ManifestText

/// Findings for people: each one in a frame with its source.
struct TextReporter: Reporter {
  private let options: ReportOptions
  private let painter: Painter
  private let columns: Int
  private var tally: Tally

  /// The most places besides the first that are marked for one finding.
  private static let mostNotes = 32

  /// Shows findings of this severity and above.
  init(_ options: ReportOptions, level: Severity) {
    self.options = options
    tally = Tally(options, level: level)
    painter = Painter(isColored: options.isColored)
    columns = min(max(options.terminalWidth ?? 120, 40), 1000)
  }

  mutating func begin(into output: inout [UInt8]) {}

  mutating func report(_ file: ReportedFile, into output: inout [UInt8]) {
    var places = Places(file)
    for diagnostic in tally.select(from: file) { write(diagnostic, places: &places, into: &output) }
  }

  mutating func finish(_ summary: Summary, into output: inout [UInt8]) {
    tally.finish(summary, into: &output)
  }
}

// MARK: - One finding

extension TextReporter {
  /// The lines and columns of one file and of those its notes point into.
  private struct Places {
    let file: ReportedFile
    private var converters: [String: PositionConverter] = [:]

    init(_ file: ReportedFile) {
      self.file = file
    }

    /// `path:line:col` of the start of a range, or the path alone if there is no text.
    mutating func place(_ range: TextRange, in path: String, _ text: RedactedText?) -> String {
      let shownPath = String(decoding: DisplayText(path).printed(), as: UTF8.self)
      guard let text else { return shownPath }
      let place = converters[path, default: PositionConverter(text.lines, columns: .characters)]
        .lineColumn(at: range.lowerBound)
      return "\(shownPath):\(place.line):\(place.column)"
    }
  }

  private func write(_ diagnostic: Diagnostic, places: inout Places, into output: inout [UInt8]) {
    let file = places.file
    let rule = options.rules[diagnostic.rule]
    var (own, others, unplaced) = notes(of: diagnostic, in: file)
    own.insert(SourceSpan(diagnostic.range, label: diagnostic.label, isPrimary: true, in: file), at: 0)
    let frame = file.text.map { SourceFrame($0, marking: own) }
    let lastLine = ([frame?.lastLine ?? 1] + others.map(\.frame.lastLine)).max() ?? 1
    // What the fix changes is cut to what is left beside its line numbers, and these may widen the gutter of the frame.
    let diff = diagnostic.fixIt.flatMap { fix in
      file.text.map { text in
        let gutter = Gutter(upTo: max(lastLine, FixDiff.lastLine(of: fix, in: text)), painter: painter)
        return FixDiff(fix, of: text, columns: columns - gutter.columns)
      }
    }
    let gutter = Gutter(upTo: max(lastLine, diff?.lastLine ?? 0), painter: painter)

    writeHeader(diagnostic, rule, in: file, into: &output)
    gutter.writeArrow("-->", into: &output)
    output.append(contentsOf: places.place(diagnostic.range, in: file.path, file.text).utf8)
    if let pointer = diagnostic.pointer, !pointer.isEmpty {
      output.append(contentsOf: "  ".utf8)
      output.append(contentsOf: DisplayText(file.masking(pointer)).printed())
    }
    output.append(UInt8(ascii: "\n"))

    let style = diagnostic.severity.style
    frame?.write(columns: columns - gutter.columns, gutter: gutter, primaryStyle: style, into: &output)
    for other in others {
      gutter.writeArrow(":::", into: &output)
      let range = TextRange(utf8Offsets: other.frame.spans[0].range)
      output.append(contentsOf: "\(places.place(range, in: other.path, other.frame.text))\n".utf8)
      other.frame.write(columns: columns - gutter.columns, gutter: gutter, primaryStyle: style, into: &output)
    }

    var hasFooter = false
    func writeFooter(_ name: String, _ text: String, into output: inout [UInt8]) {
      if !hasFooter { gutter.writeEmpty(into: &output) }
      hasFooter = true
      gutter.write(name, String(decoding: DisplayText(file.masking(text)).printed(), as: UTF8.self), into: &output)
    }
    for note in unplaced { writeFooter("note", note, into: &output) }
    // A fix that says the same shows it as well.
    if let help = diagnostic.help, help != diagnostic.fixIt?.message { writeFooter("help", help, into: &output) }
    let cited = file.citesSources ? rule : nil
    if options.isVerbose, let cited, !cited.rationale.isEmpty { writeFooter("why", cited.rationale, into: &output) }
    if let source = cited?.source { writeFooter("source", source, into: &output) }
    if options.isVerbose, let url = cited?.sourceURL { writeFooter("see", url, into: &output) }
    if let fix = diagnostic.fixIt {
      writeFooter("fix (\(fix.safety.rawValue))", fix.message, into: &output)
      if let diff, !diff.rows.isEmpty { diff.write(gutter: gutter, into: &output) }
    }
    output.append(UInt8(ascii: "\n"))
  }

  /// Writes `severity[rule]: message`.
  private func writeHeader(
    _ diagnostic: Diagnostic, _ rule: RuleDescription?, in file: ReportedFile, into output: inout [UInt8]
  ) {
    var head = Array("\(diagnostic.severity.rawValue)[".utf8)
    let link = options.hasHyperlinks ? rule?.sourceURL?.asHyperlink : nil
    if let link { head += Array("\u{1B}]8;;\(link)\u{1B}\\".utf8) }
    head += DisplayText(diagnostic.rule).printed()
    if link != nil { head += Array("\u{1B}]8;;\u{1B}\\".utf8) }
    painter.paint(head + [UInt8(ascii: "]")], diagnostic.severity.style, into: &output)
    let message = Array(": ".utf8) + DisplayText(file.masking(diagnostic.message)).printed()
    painter.paint(message, .strong, into: &output)
    output.append(UInt8(ascii: "\n"))
  }

  private typealias OtherFrame = (path: String, frame: SourceFrame)

  /// The notes as spans of the finding's file, as frames of other files, and as sentences where there is no text.
  private func notes(
    of diagnostic: Diagnostic, in file: ReportedFile
  ) -> (own: [SourceSpan], others: [OtherFrame], unplaced: [String]) {
    var own: [SourceSpan] = []
    var spans: [(path: String, text: RedactedText, spans: [SourceSpan])] = []
    var unplaced: [String] = []
    for note in diagnostic.notes.prefix(Self.mostNotes) {
      let message = file.text(of: note)?.masking(note.message) ?? note.message
      let span = SourceSpan(note.range, label: message, isPrimary: false, in: file)
      guard let path = note.path, path != file.path else {
        if file.text == nil { unplaced.append(note.message) } else { own.append(span) }
        continue
      }
      guard let text = file.otherTexts[path] else {
        unplaced.append("\(path): \(note.message)")
        continue
      }
      if let index = spans.firstIndex(where: { $0.path == path }) {
        spans[index].spans.append(span)
      } else {
        spans.append((path, text, [span]))
      }
    }
    let more = diagnostic.notes.count - Self.mostNotes
    if more > 0 { unplaced.append("and \(SummaryLine.counted(more, "more place"))") }
    return (own, spans.map { ($0.path, SourceFrame($0.text, marking: $0.spans)) }, unplaced)
  }
}

extension SourceSpan {
  /// The most columns of a label that are shown.
  private static let longestLabel = 400

  fileprivate init(_ range: TextRange, label: String?, isPrimary: Bool, in file: ReportedFile) {
    self.init(
      range: range.utf8Offsets,
      label: label.map { DisplayText(file.masking($0), columns: Self.longestLabel) },
      isPrimary: isPrimary)
  }
}

extension RuleDescription {
  /// Where the rule comes from and when that was looked up.
  fileprivate var source: String? {
    guard let sourceTitle else { return nil }
    return checkedOn.map { "\(sourceTitle) (checked \($0))" } ?? sourceTitle
  }
}

extension String {
  /// The address, if it holds nothing that could end an escape sequence.
  fileprivate var asHyperlink: String? {
    utf8.allSatisfy { (0x21...0x7E).contains($0) } ? self : nil
  }
}
