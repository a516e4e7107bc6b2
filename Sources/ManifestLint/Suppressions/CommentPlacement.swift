import ManifestSyntax
import ManifestText

/// Says where the comments go that suppress findings.
struct CommentPlacement {
  private let lines: LineTable
  private let reason: String?
  private let commentLines: CommentLines
  private let comments: [TextRange]
  /// The directives for single lines, by the line that they are about.
  private var directives: [Int: [SuppressionDirective]] = [:]
  /// The rules to be suppressed, in order, by line.
  private var rules: [Int: [String]] = [:]

  init(_ source: SourceText, _ parsed: ParseResult, reason: String?) {
    lines = LineTable(source)
    self.reason = reason
    commentLines = CommentLines(lines, parsed)
    comments = parsed.comments
    var reader = SuppressionCommentReader(source)
    for comment in parsed.comments { reader.read(comment) }
    for directive in reader.directives {
      let line: Int?
      switch directive.action {
      case .disableNextLine: line = commentLines.lineBelow(directive.comment)
      case .disableLine: line = commentLines.line(of: directive.range)
      case .disable, .enable, .disableFile: line = nil
      }
      if let line { directives[line, default: []].append(directive) }
    }
  }

  /// Takes in a finding of a rule at a place.
  mutating func add(_ rule: String, at range: TextRange) {
    let line = commentLines.line(of: range.lowerBound)
    if rules[line]?.contains(rule) != true { rules[line, default: []].append(rule) }
  }

  /// Whether a finding of a rule at a place is among those that comments on lines will suppress.
  func covers(_ rule: String, at range: TextRange) -> Bool {
    rules[commentLines.line(of: range.lowerBound)]?.contains(rule) ?? false
  }

  /// Whether a rule is among those that a comment for the file will suppress.
  func covers(_ rule: String) -> Bool { rules.values.contains { $0.contains(rule) } }

  /// The edits that write a comment for each line, in order.
  var edits: [TextEdit] {
    rules.sorted { $0.key < $1.key }.map { line, rules in
      if let directive = directives[line]?.first(where: canTake) {
        let end = directive.markedRange.upperBound
        return TextEdit(range: end..<end, replacement: ", " + rules.joined(separator: ", "))
      }
      return comment(.disableNextLine, rules, above: line)
    }
  }

  /// The edit that writes one comment for the whole file, below the comments at its top.
  var editsForFile: [TextEdit] {
    var ids: [String] = []
    for (_, rules) in rules.sorted(by: { $0.key < $1.key }) { ids += rules.filter { !ids.contains($0) } }
    var line = 1
    for comment in comments {
      let start = lines.range(ofLine: line).lowerBound
      guard lines.line(at: comment.lowerBound) == line,
        lines.source.slice(start..<comment.lowerBound).allSatisfy(\.isBlank)
      else { break }
      line += 1
    }
    return [comment(.disableFile, ids, above: min(line, lines.count))]
  }

  /// A reason is about what it was written for: rules with another one get a comment of their own.
  private func canTake(_ directive: SuppressionDirective) -> Bool {
    if directive.mentions.isEmpty { return false }
    guard let own = directive.reason, let reason else { return directive.reason == nil && reason == nil }
    return own.utf8.elementsEqual(reason.utf8)
  }

  private func comment(_ action: SuppressionDirective.Action, _ rules: [String], above line: Int) -> TextEdit {
    let range = lines.range(ofLine: line)
    let indentation = lines.source.slice(range).prefix(while: \.isBlank)
    var text = String(decoding: indentation, as: UTF8.self) + "# \(action.rawValue) " + rules.joined(separator: ", ")
    if let reason { text += " -- " + reason }
    return TextEdit(range: range.lowerBound..<range.lowerBound, replacement: text + lineBreak)
  }

  /// How the first line of the text ends.
  private var lineBreak: String {
    let bytes = lines.source.bytes
    guard let end = bytes.firstIndex(where: \.isLineBreak), bytes[end] == UInt8(ascii: "\r") else { return "\n" }
    return bytes[end...].starts(with: [0x0D, 0x0A]) ? "\r\n" : "\r"
  }
}
