import Foundation
import ManifestText
import Testing

@testable import ManifestReport

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whatever stands in a manifest or in its path, a report shows it and nobody obeys it.
@Suite struct HostileTextTests {
  static let texts = [
    "::error file=a::b", " \t::error::b", "##[error]b", "##vso[task.setvariable variable=PATH]b", "##teamcity[x]",
    "a\n::error::b", "a\r::error::b", "a\r\n##vso[x]", "%0A::error::b", "a%25b", "]]>", "<!--", "</failure>&amp;",
    "<script>alert(1)</script>", "\"'`", "| a | [b](http://c) **d** @everyone #12", "\u{1B}[31mred\u{7}",
    "\u{0}\u{8}\u{B}\u{FFFE}\u{FFFF}", "\u{202E}abc\u{2028}::error::b\u{85}", "😀é\u{301}日本🇪🇺", "{0} ${X} %s",
  ]

  @Test(arguments: ReportFormat.allCases, texts)
  func `runs no command`(format: ReportFormat, text: String) {
    let source = SourceText(path: text, text: "a: \(text)\n\(text): b\n")
    let diagnostics = Severity.allCases.map { severity in
      Diagnostic(
        rule: "r", severity: severity, message: text, label: text, help: text, at: source.range, pointer: "/\(text)",
        notes: [Note(text, at: .start), Note(text, at: .start, in: text + "2")],
        fixIt: FixIt(text, safety: .safe, edits: [TextEdit(range: .start, replacement: text)]))
    }
    let files = [
      ReportedFile(
        path: text, text: source.redacted([]), diagnostics: diagnostics,
        suppressed: [SuppressedDiagnostic(diagnostics[0], by: .comment, reason: text)])
    ]
    let bytes = reportedBytes(files, as: format, plain(rules: [actionsPerLocation]))
    let report = String(decoding: bytes, as: UTF8.self)
    for line in report.split(whereSeparator: \.isNewline) {
      #expect(!line.contains(/##[A-Za-z]*\[/), "\(line)")
      let start = line.drop(while: \.isWhitespace)
      guard start.hasPrefix("::") else { continue }
      // Only what the format itself is made of, whose text is one line.
      #expect(format == .github && start.contains(/^::(error|warning|notice) (file=|title=manifestlint::)/), "\(line)")
    }
    #expect(!report.unicodeScalars.contains { $0.isInvisibleControl && $0 != "\n" })
  }

  @Test(arguments: ReportFormat.allCases, texts)
  func `is there for whoever reads the report`(format: ReportFormat, text: String) throws {
    let file = ReportedFile(
      path: "a.yaml", text: SourceText(path: "a.yaml", text: "a: 1\n").redacted([]),
      diagnostics: [Diagnostic(rule: "r", severity: .error, message: "<\(text)>", at: .start)])
    let isExact = format == .json || format == .jsonl
    let expected = isExact ? "<\(text)>" : String(decoding: DisplayText("<\(text)>").printed(), as: UTF8.self)
    let found = try strings(in: report([file], as: format), format)
    #expect(found.contains { $0.unicodeScalars.contains(expected.unicodeScalars) }, "\(found)")
  }

  /// The strings that a reader of the format gets to see.
  private func strings(in report: String, _ format: ReportFormat) throws -> [String] {
    switch format {
    case .text, .concise: return [report]
    case .json, .jsonl, .gitlab, .rdjson, .sarif:
      let values = try (format == .jsonl ? report.split(separator: "\n").map(String.init) : [report]).map {
        try JSONSerialization.jsonObject(with: Data($0.utf8))
      }
      let strings = values.flatMap(Self.strings)
      return format == .sarif ? strings.map { $0.replacing(/\\([\[\]])/) { $0.1 } } : strings
    case .junit, .checkstyle:
      let reader = XMLStrings()
      let parser = XMLParser(data: Data(report.utf8))
      parser.delegate = reader
      #expect(parser.parse())
      return reader.strings
    case .github:
      return [
        report.replacing("%3A", with: ":").replacing("%2C", with: ",").replacing("%0A", with: "\n")
          .replacing("%0D", with: "\r").replacing("%25", with: "%")
      ]
    case .markdown:
      let plain = report.replacing(/<code>(&#\d+;)<\/code>/) { $0.1 }
      return [
        plain.replacing(/&#(\d+);/) { UInt32($0.1).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "" }
      ]
    }
  }

  private static func strings(_ value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let array as [Any]: array.flatMap(strings)
    case let object as [String: Any]: object.flatMap { [$0.key] + strings($0.value) }
    default: []
    }
  }

  /// The attributes and texts of an XML document.
  private final class XMLStrings: NSObject, XMLParserDelegate {
    var strings = [""]

    func parser(
      _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
      attributes attributeDict: [String: String] = [:]
    ) {
      strings += attributeDict.values
      strings.append("")
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      strings[strings.count - 1] += string
    }
  }

  /// What reads these reports may print words of theirs to a log or a terminal.
  @Test(arguments: [ReportFormat.sarif, .gitlab, .rdjson, .junit, .checkstyle])
  func `words have nothing to obey in them once a report is read`(format: ReportFormat) {
    let words = "a\n::error::b\u{1B}[31m\u{202E}##[x]\t"
    let notation = #"a\n::error::b\u{1B}[31m\u{202E}##\u{5B}x]\t"#
    let file = ReportedFile(
      path: "a.yaml", text: SourceText(path: "a.yaml", text: "a: 1\n").redacted([]),
      diagnostics: [
        Diagnostic(
          rule: "r", severity: .error, message: words, help: words, at: .start, notes: [Note(words, at: .start)],
          fixIt: FixIt(words, safety: .safe, edits: []))
      ])
    let report = report([file], as: format)
    let isJSON = [.sarif, .gitlab, .rdjson].contains(format)
    let written = isJSON ? notation.replacing(#"\"#, with: #"\\"#) : notation
    #expect(report.split(separator: written, omittingEmptySubsequences: false).count > (format == .sarif ? 4 : 1))
    #expect(!report.contains("a\\n::error") || !isJSON)
    #expect(!report.contains("&#x"))
  }
}
