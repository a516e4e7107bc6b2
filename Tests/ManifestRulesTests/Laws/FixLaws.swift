import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

/// The laws of fixes, checked over one text.
struct FixLaws {
  let linter: Linter
  var options = Linter.Options()

  /// Checks all laws.
  ///
  /// - Returns: How many safe fixes were tried, each for itself.
  @discardableResult func check(_ source: SourceText) -> Int {
    let before = linter.lint(source, options).diagnostics
    checkRun(source, before)
    return checkSingleFixes(source, before)
  }

  private func parsed(_ source: SourceText) -> ParseResult { Linter.parse(source, options.language) }

  private func comments(_ source: SourceText) -> [String] {
    parsed(source).comments.map { source.string($0) }
  }

  // MARK: One fix

  /// A safe fix keeps comments and every byte outside of its edits, and changes values only where it has a finding.
  private func checkSingleFixes(_ source: SourceText, _ before: [Diagnostic]) -> Int {
    let old = parsed(source)
    var count = 0
    for fix in Self.some(before.compactMap(\.fixIt)) where fix.safety == .safe {
      count += 1
      let findings = before.filter { $0.fixIt == fix }
      let fixed = source.applying(fix.edits)
      #expect(
        fixed.bytes == Self.bytes(of: source, with: fix.edits),
        "'\(fix.message)' touches more than its edits of\n\(source.string(source.range))")
      guard Fixer.isNoWorse(linter.lint(fixed, options).diagnostics, than: before) else { continue }
      let new = parsed(fixed)
      if findings[0].rule != "unused-suppression", old.errors.isEmpty {
        #expect(
          new.comments.map { fixed.string($0) } == old.comments.map { source.string($0) },
          "'\(fix.message)' touches a comment of\n\(source.string(source.range))")
      }
      guard old.errors.isEmpty, new.errors.isEmpty, old.documents.count == new.documents.count else { continue }
      let places = findings.compactMap(\.pointer)
      for (left, right) in zip(old.documents, new.documents) {
        for difference in ValueDifference.all(from: left.root, to: right.root) {
          #expect(
            places.contains { difference.isMeant(at: $0) },
            "'\(fix.message)' of \(places) changes \(difference) in\n\(source.string(source.range))")
        }
      }
    }
    return count
  }

  private static let mostFixes = Thoroughness.isFull ? 60 : 12

  /// As many as are tried, each once, from all over the text.
  private static func some(_ fixes: [FixIt]) -> [FixIt] {
    var seen: Set<FixIt> = []
    let fixes = fixes.filter { seen.insert($0).inserted }
    guard fixes.count > mostFixes else { return fixes }
    return (0..<mostFixes).map { fixes[$0 * fixes.count / mostFixes] }
  }

  /// What stands between the edits, with their texts in between.
  private static func bytes(of source: SourceText, with edits: [TextEdit]) -> [UInt8] {
    var bytes: [UInt8] = []
    var end = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let range = edit.range.utf8Offsets
      #expect(range.lowerBound >= end, "edits overlap")
      bytes += source.bytes[end..<range.lowerBound] + edit.replacement.utf8
      end = range.upperBound
    }
    return bytes + source.bytes[end...]
  }

  /// Between what a run has changed, everything is as it was.
  private func checkBytes(_ outcome: Fixer.Outcome) {
    var (original, current) = (0, 0)
    let (before, after) = (outcome.text.original.bytes, outcome.text.current.bytes)
    for change in outcome.text.changes {
      #expect(
        before[original..<change.original.lowerBound].elementsEqual(after[current..<change.current.lowerBound]))
      (original, current) = (change.original.upperBound, change.current.upperBound)
    }
    #expect(before[original...].elementsEqual(after[current...]))
  }

  // MARK: A run

  /// After a run the safe findings are gone, nothing new is there, and another run changes nothing.
  private func checkRun(_ source: SourceText, _ before: [Diagnostic]) {
    for safeties in [[.safe], [.safe, .unsafe]] as [Set<FixIt.Safety>] {
      let fixer = Fixer(linter, applying: safeties)
      let outcome = fixer.fix(source, options)
      let fixed = outcome.source
      checkBytes(outcome)
      let text = source.string(source.range)
      #expect(fixer.fix(fixed, options).count == 0, "a second run changes\n\(text)")
      let after = linter.lint(fixed, options).diagnostics
      #expect(Fixer.isNoWorse(after, than: before), "there is a new error after fixing\n\(text)")
      for diagnostic in after {
        guard let fix = diagnostic.fixIt, safeties.contains(fix.safety) else { continue }
        let alone = fixed.applying(fix.edits)
        #expect(
          alone == fixed || !Fixer.isNoWorse(linter.lint(alone, options).diagnostics, than: after),
          "'\(diagnostic.message)' is left over in\n\(text)")
      }
      if safeties == [.safe] { checkNews(after, before, outcome, text) }
      if safeties == [.safe], !before.contains(where: { $0.rule == "unused-suppression" || $0.rule == "syntax" }) {
        #expect(comments(fixed) == comments(source), "a comment is lost of\n\(text)")
      }
    }
  }

  /// What nobody saw before stands in what was changed: what a misspelt key hid, or a refused value.
  private func checkNews(_ after: [Diagnostic], _ before: [Diagnostic], _ outcome: Fixer.Outcome, _ text: String) {
    if before.contains(where: { $0.rule == "syntax" }) { return }
    // A finding may stay with another number in it, or be moved.
    let known = Set(before.flatMap { ["\($0.rule) \($0.message)", "\($0.rule) at \($0.pointer ?? "")"] })
    let changes = outcome.text.changes.map(\.current)
    for diagnostic in after
    where !known.contains("\(diagnostic.rule) \(diagnostic.message)")
      && !known.contains("\(diagnostic.rule) at \(diagnostic.pointer ?? "")")
    {
      let places = ([diagnostic.range] + diagnostic.notes.map(\.range)).map(\.utf8Offsets)
      let isNear = changes.contains { change in
        places.contains { $0.lowerBound <= change.upperBound + 200 && change.lowerBound <= $0.upperBound + 200 }
      }
      #expect(isNear && diagnostic.severity != .error, "'\(diagnostic.message)' is new after fixing\n\(text)")
    }
  }
}

/// A place at which two values differ.
struct ValueDifference: CustomStringConvertible {
  /// The place, in the value before.
  var pointer: String
  /// Whether it is a key that was not there.
  var isNew = false

  var description: String { "\(pointer)\(isNew ? " (new)" : "")" }

  /// Whether a fix of a finding at a place is meant to make it: below the place, of the list or object that it is in.
  func isMeant(at place: String) -> Bool {
    let object = String(place[..<(place.lastIndex(of: "/") ?? place.startIndex)])
    if pointer == place || pointer.hasPrefix(place + "/") || pointer == object { return true }
    return isNew && pointer[..<(pointer.lastIndex(of: "/") ?? pointer.startIndex)] == object
  }

  /// All places at which one value differs from another.
  static func all(from left: Node, to right: Node) -> [ValueDifference] {
    var result: [ValueDifference] = []
    var pending = [(left, right)]
    while let (left, right) = pending.popLast() {
      switch (left.kind, right.kind) {
      case (.sequence, .sequence) where left.count == right.count: pending += zip(left.items, right.items)
      case (.mapping, .mapping):
        var others: [[UInt8]: Node] = [:]
        for entry in right.entries { others[Array(entry.key.content)] = entry.value }
        for entry in left.entries {
          if let other = others.removeValue(forKey: Array(entry.key.content)) {
            pending.append((entry.value, other))
          } else {
            result.append(ValueDifference(pointer: entry.value.pointer))
          }
        }
        for key in others.keys {
          let name = JSONPointer.escaping(String(decoding: key, as: UTF8.self))
          result.append(ValueDifference(pointer: left.pointer + "/" + name, isNew: true))
        }
      case (let old, let new) where old == new && left.isScalar && left.content.elementsEqual(right.content): break
      default: result.append(ValueDifference(pointer: left.pointer))
      }
    }
    return result
  }
}
