import Foundation
import ManifestLint
import ManifestRules
import ManifestTestSupport
import Testing

/// The laws of suppression, over all samples and all rules' examples.
@Suite struct SuppressionLawTests {
  /// A text in YAML that rules have something to say about.
  struct Subject: Sendable, CustomTestStringConvertible {
    var source: SourceText
    var kind: DocumentKind?
    var testDescription: String { source.path }
  }

  private static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Samples")

  static let subjects: [Subject] = {
    var subjects: [Subject] = []
    for folder in ["valid", "invalid"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: samples.appending(path: folder).path)) ?? []
      for name in names.sorted() where name.hasSuffix(".yaml") {
        guard let data = try? Data(contentsOf: samples.appending(path: "\(folder)/\(name)")) else { continue }
        subjects.append(Subject(source: SourceText(path: "\(folder)/\(name)", bytes: Array(data))))
      }
    }
    for metadata in BuiltInRules.metadata {
      for (index, example) in metadata.examples.enumerated() where example.language == .yaml {
        subjects.append(
          Subject(source: SourceText(path: "\(metadata.id) \(index).pipedrive.yaml", text: example.bad)))
      }
    }
    // What is hard about places: texts over several lines, flow, indentation, other line ends, streams, a text that
    // reaches to the margin.
    let name = "Send The Long Quote By Mail To Them"
    for (index, text) in [
      "extensions:\n  linkActions:\n    - {name: \(name), url: \"http://a\n      .com/ b\", locations: [deal, x]}\n",
      "{extensions: {linkActions: [\n{name: \(name), url: x, locations: [deal,\nx]},\n\n# words\n\t{name: '\(name)'}]}}\n",
      "extensions:\r\n  linkActions:\r\n  - name: >-\r\n\r\n      \(name)\r\n      again\r\n    url: |\r\n      x y\r\n",
      "\u{FEFF}extensions: # words\n  linkActions: &a\n    - name: \(name)\n  jsonModals: *a\n",
      "extensions: {linkActions: [{name: \(name)}]}\n---\n# words\nextensions: {linkActions: [{name: \(name)}]}\n...\n",
      "--- |\ntext\n--- {extensions: {linkActions: [{name: \(name)}]}}\n",
      "extensions:\n  linkActions:\n    - name:\n        \(name)\n\n\n        and more\n      url: !!str\n        x\n",
      "extensions: { linkActions: [{ name: \(name), url: 'http://a.com' }] } # manifestlint-disable-line https-url -- r\n",
      "# yaml-language-server: $schema=x\n\n  \nmanifest: 1\napp: {name: x}",
    ].enumerated() {
      subjects.append(Subject(source: SourceText(path: "made up \(index).pipedrive.yaml", text: text)))
    }
    return subjects
  }()

  private static let linter = Linter(RuleSet(BuiltInRules.all, profile: .strict), schemas: TestSchemas.all)

  private func lint(_ source: SourceText) -> LintResult { Self.linter.lint(source) }

  private func isSuppressible(_ diagnostic: Diagnostic) -> Bool { Self.linter.rules.isSuppressible(diagnostic.rule) }

  /// What remains of a finding when lines come and go before it.
  private struct Finding: Hashable {
    var rule: String
    var message: String
    var pointer: String?
    var text: String

    init(_ diagnostic: Diagnostic, in source: SourceText) {
      rule = diagnostic.rule
      message = diagnostic.message
      pointer = diagnostic.pointer
      text = source.string(diagnostic.range)
    }
  }

  private func findings(_ diagnostics: some Sequence<Diagnostic>, in source: SourceText) -> [Finding: Int] {
    diagnostics.reduce(into: [:]) { $0[Finding($1, in: source), default: 0] += 1 }
  }

  /// The first line, from 1, of the text that a place is in: above it a comment can stand.
  private func commentableLine(of diagnostic: Diagnostic, in source: SourceText) -> Int {
    let lines = LineTable(source)
    var start = diagnostic.range.lowerBound
    for tree in Linter.parse(source, .yaml).documents {
      for node in tree.nodes where node.isScalar && node.range.contains(start) { start = node.range.lowerBound }
    }
    return lines.line(at: start)
  }

  @Test(arguments: subjects)
  func `a comment on the line above mutes its rule on that line and nothing else`(subject: Subject) {
    let source = subject.source
    let result = lint(source)
    guard Linter.parse(source, .yaml).errors.isEmpty else { return }
    let lines = LineTable(source)
    var seen: Set<String> = []
    for diagnostic in result.diagnostics where isSuppressible(diagnostic) {
      let line = commentableLine(of: diagnostic, in: source)
      guard seen.insert("\(diagnostic.rule) \(line)").inserted else { continue }
      let start = lines.range(ofLine: line).lowerBound
      let comment = TextEdit(
        range: start..<start, replacement: "# manifestlint-disable-next-line \(diagnostic.rule) -- a reason\n")
      let changed = source.applying([comment])
      // At the margin of a text a comment is text.
      guard Linter.parse(changed, .yaml).comments.count == Linter.parse(source, .yaml).comments.count + 1 else {
        continue
      }
      let after = lint(changed)
      let muted = result.diagnostics.filter {
        $0.rule == diagnostic.rule && commentableLine(of: $0, in: source) == line
      }
      #expect(
        findings(after.diagnostics + after.suppressed.map(\.diagnostic), in: changed)
          == findings(result.diagnostics + result.suppressed.map(\.diagnostic), in: source))
      let newlyMuted = after.suppressed.filter { $0.reason == "a reason" }.map(\.diagnostic)
      #expect(findings(newlyMuted, in: changed) == findings(muted, in: source), "\(diagnostic.rule) on line \(line)")
      #expect(after.suppressed.count == result.suppressed.count + muted.count)
    }
  }

  @Test(arguments: subjects)
  func `an entry mutes its rule at its pointer and nothing else`(subject: Subject) {
    let result = lint(subject.source)
    guard !result.isBroken else { return }
    var seen: Set<String> = []
    for diagnostic in result.diagnostics where isSuppressible(diagnostic) {
      guard let named = diagnostic.namedPointer, let pointer = diagnostic.pointer,
        seen.insert("\(diagnostic.rule) \(pointer)").inserted, !named.contains(RedactedText.mask)
      else { continue }
      for written in [pointer, named] {
        var options = Linter.Options()
        options.ignoreEntries = [IgnoreEntry(rule: diagnostic.rule, pointer: written, range: .start)]
        let after = Self.linter.lint(subject.source, options)
        let muted = result.diagnostics.filter {
          $0.rule == diagnostic.rule && ($0.pointer == pointer || $0.namedPointer == written)
        }
        let mutedByEntry = after.suppressed.filter { $0.origin == .configuration }.map(\.diagnostic)
        #expect(mutedByEntry == muted, "\(diagnostic.rule) at \(written)")
        #expect(after.diagnostics.count == result.diagnostics.count - muted.count)
        #expect(after.ignoreEntryUses.map(\.outcome) == [.needed])
      }
    }
  }

  @Test(arguments: subjects, [Severity.info, .warning])
  func `with comments written for what is found, nothing is found, and the text means the same`(
    subject: Subject, level: Severity
  ) {
    let before = lint(subject.source)
    let outcome = SuppressionWriter(Self.linter, level: level, reason: "known").suppress(subject.source, .init())
    let after = lint(outcome.source)
    #expect(!after.diagnostics.contains { $0.severity >= level && isSuppressible($0) && !before.isBroken })
    #expect(
      after.diagnostics.filter { !isSuppressible($0) }.map(\.message)
        == before.diagnostics.filter { !isSuppressible($0) }.map(\.message))
    let texts = [subject.source, outcome.source].map { source in
      Linter.parse(source, .yaml).documents.map { $0.nodes.map { "\($0.kind) \($0.text)" } }
    }
    #expect(texts[0] == texts[1])
    // A second time there is nothing to do.
    #expect(SuppressionWriter(Self.linter, level: level, reason: nil).suppress(outcome.source, .init()).count == 0)
  }

  @Test(arguments: subjects)
  func `comments that suppress nothing any more are removed without a trace`(subject: Subject) {
    let outcome = SuppressionWriter(Self.linter, level: .info, reason: "known").suppress(subject.source, .init())
    // Comments that were there before would go too.
    let spoken = lint(subject.source)
    guard outcome.count > 0, spoken.suppressed.isEmpty,
      !spoken.diagnostics.contains(where: { Self.linter.rules.isAboutSuppressions($0.rule) })
    else { return }
    // As if all had been mended: every rule is checked, and finds nothing.
    let rules = BuiltInRules.all.map { type in type is any RuleAboutSuppressions.Type ? type.init() : silent(type) }
    let restored = Fixer(Linter(RuleSet(rules), schemas: [:]), applying: [.safe]).fix(outcome.source, .init())
    #expect(restored.source.bytes == subject.source.bytes)
  }

  private func silent<Checked: Rule>(_ type: Checked.Type) -> any Rule { SilentRule<Checked>() }
}

/// A rule that is known and finds nothing.
private struct SilentRule<Checked: Rule>: Rule {
  static var metadata: RuleMetadata { Checked.metadata }

  func check(_ context: LintContext) -> [Finding] { [] }
}
