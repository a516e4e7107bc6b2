package import ManifestText

/// The sentence that a report for people ends with.
package struct SummaryLine: Sendable {
  /// The counts of the whole run.
  package var summary: Summary
  /// The least severity that was shown.
  package var level: Severity
  /// How many files had something to show.
  package var filesWithFindings: Int

  /// Puts the parts together.
  package init(summary: Summary, level: Severity, filesWithFindings: Int) {
    self.summary = summary
    self.level = level
    self.filesWithFindings = filesWithFindings
  }

  /// The sentence, such as `found 1 error in 1 file (1 fixable with --fix)`.
  package var text: String {
    let files = Self.counted(summary.files, "file")
    let sentence: String
    if !counts.isEmpty {
      let place = filesWithFindings < summary.files ? "\(filesWithFindings) of \(files)" : files
      sentence = "found \(counts) in \(place)"
    } else if level == .error, summary.warnings > 0 {
      sentence = "no errors in \(files)"
    } else {
      sentence = "no problems in \(files)"
    }
    return remarks.isEmpty ? sentence : "\(sentence) (\(remarks.joined(separator: ", ")))"
  }

  /// How much was found of what was shown, such as `1 error and 2 warnings`.
  var counts: String {
    Self.list(Severity.allCases.filter { $0 >= level && summary.count(of: $0) > 0 }.map(counted))
  }

  private var remarks: [String] {
    var remarks: [String] = []
    if summary.fixable > 0 { remarks.append("\(summary.fixable) fixable with --fix") }
    if summary.unsafelyFixable > 0 {
      remarks.append("\(summary.unsafelyFixable) \(summary.fixable > 0 ? "more" : "fixable") with --unsafe-fixes")
    }
    if summary.suppressed > 0 { remarks.append("\(summary.suppressed) suppressed") }
    let hidden = Severity.allCases.filter { $0 < level && summary.count(of: $0) > 0 }
    if !hidden.isEmpty { remarks.append("\(Self.list(hidden.map(counted))) not shown") }
    return remarks
  }

  private func counted(_ severity: Severity) -> String {
    Self.counted(summary.count(of: severity), severity.rawValue)
  }

  /// A number with its noun in the right form.
  package static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(Self.noun(count, noun))"
  }

  /// A noun in the form that a number asks for.
  package static func noun(_ count: Int, _ noun: String) -> String {
    count == 1 ? noun : noun + "s"
  }

  private static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return "\(parts.dropLast().joined(separator: ", ")) and \(last)"
  }
}
