import ManifestLint
import ManifestSyntax
import ManifestText

/// The scanner of suppressions: they hide findings, and change nothing else.
enum SuppressionScanning {
  static func check(_ bytes: [UInt8]) throws(BrokenProperty) {
    let source = SourceText(path: "fuzz.pipedrive.yaml", bytes: bytes)
    let parsed = Linter.parse(source, .yaml)
    // What is no text in UTF-8 has other offsets once it is read.
    guard source.bytes == bytes else { return }
    var options = Linter.Options()
    options.language = .yaml
    let result = FixApplication.linter.lint(source, parsed: parsed, options)
    for diagnostic in result.diagnostics + result.suppressed.map(\.diagnostic) {
      try expect(diagnostic.range.utf8Offsets.upperBound <= bytes.count, "\(diagnostic.rule) points into the text")
      try expect(!diagnostic.message.contains("\n"), "\(diagnostic.rule) says it in one line")
    }
    // The same text, in which no comment is spoken to the linter.
    let plain = SourceText(path: source.path, bytes: silenced(bytes, parsed.comments))
    let others = FixApplication.linter.lint(plain, options)
    try expect(others.suppressed.isEmpty, "only comments that name the linter suppress anything")
    let (own, other) = (
      findings(result.diagnostics + result.suppressed.map(\.diagnostic)), findings(others.diagnostics)
    )
    try expect(own == other, "a suppression hides findings and neither makes nor loses one: \(own) and \(other)")
  }

  /// A text whose comments have another letter in each word that names the linter.
  private static func silenced(_ bytes: [UInt8], _ comments: [TextRange]) -> [UInt8] {
    var bytes = bytes
    for comment in comments {
      for index in comment.utf8Offsets where bytes[index] | 0x20 == UInt8(ascii: "m") {
        bytes[index] = UInt8(ascii: "q")
      }
    }
    return bytes
  }

  /// What is found besides what is said of the suppressions themselves.
  private static func findings(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.filter { !["unused-suppression", "expired-suppression", "unknown-rule"].contains($0.rule) }.map {
      "\($0.severity) \($0.rule) \($0.range.utf8Offsets) \($0.pointer ?? "")"
    }.sorted()
  }
}
