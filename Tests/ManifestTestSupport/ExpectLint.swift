public import ManifestLint
import ManifestSchemas
public import Testing

/// Checks what rules say about a text in which the places are marked.
///
/// The same digit stands on both sides of a place (see ``MarkedText``). Expected are the messages by mark; two findings
/// at one place are joined by a line break, in order. The text after the safe fixes, and after all fixes, is checked
/// where one is given.
public func expectLint(
  _ rules: any Rule..., in marked: String, named path: String = "test.pipedrive.yaml",
  _ expected: [String: String] = [:], fixed: String? = nil, unsafelyFixed: String? = nil,
  options: Linter.Options = .init(), files: any ReferencedFiles = UnknownFiles(),
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked)
  let source = SourceText(path: path, text: text.text)
  let linter = Linter(RuleSet(rules), schemas: TestSchemas.all, files: files)
  let result = linter.lint(source, options)
  var found: [String: String] = [:]
  for diagnostic in result.diagnostics {
    let mark =
      text.ranges.first { $0.value == diagnostic.range }?.key ?? "unmarked \(describe(diagnostic.range, source))"
    found[mark, default: ""] += (found[mark] == nil ? "" : "\n") + diagnostic.message
  }
  for (mark, message) in expected where found[mark] != message {
    Issue.record(
      "at \(mark) expected '\(message)', found '\(found[mark] ?? "nothing")'", sourceLocation: sourceLocation)
  }
  for (mark, message) in found where expected[mark] == nil {
    Issue.record("did not expect at \(mark): '\(message)'", sourceLocation: sourceLocation)
  }
  if let fixed {
    #expect(applyFixes(source, linter, options, [.safe]) == fixed, sourceLocation: sourceLocation)
  }
  if let unsafelyFixed {
    #expect(applyFixes(source, linter, options, [.safe, .unsafe]) == unsafelyFixed, sourceLocation: sourceLocation)
  }
}

private func describe(_ range: TextRange, _ source: SourceText) -> String {
  var converter = PositionConverter(source, columns: .characters)
  let start = converter.lineColumn(at: range.lowerBound)
  return "\(start.line):\(start.column) '\(source.string(range))'"
}

/// The text after the fixes of these kinds, in rounds, until nothing changes.
public func applyFixes(
  _ source: SourceText, _ linter: Linter, _ options: Linter.Options, _ safety: Set<FixIt.Safety>
) -> String {
  var source = source
  for _ in 0..<10 {
    var edits: [TextEdit] = []
    for diagnostic in linter.lint(source, options).diagnostics {
      guard let fix = diagnostic.fixIt, safety.contains(fix.safety) else { continue }
      let overlaps = fix.edits.contains { edit in
        edits.contains { $0.range.overlaps(edit.range) || $0.range == edit.range }
      }
      if !overlaps { edits += fix.edits }
    }
    if edits.isEmpty { break }
    source = source.applying(edits)
  }
  return source.string(source.range)
}

/// The bundled schemas, compiled once for all tests.
public enum TestSchemas {
  /// By kind of document.
  public static let all: [DocumentKind: Schema] = {
    var schemas: [DocumentKind: Schema] = [:]
    var options = SchemaOptions()
    for kind in DocumentKind.allCases {
      guard let schema = BundledSchema(rawValue: kind.rawValue) else { continue }
      options.formats = schema.assertsFormats ? .always : .asDialectSays
      let source = SourceText(path: "\(kind.rawValue).schema.json", bytes: schema.bytes)
      let parsed = JSONParser.parse(source)
      do {
        schemas[kind] = try Schema(compiling: parsed.documents[0].root, options: options)
      } catch {
        Issue.record("\(source.path) does not compile: \(error)")
      }
    }
    return schemas
  }()
}
