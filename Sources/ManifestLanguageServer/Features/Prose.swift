import ManifestLint

/// Words for a hover or a completion, in Markdown where the editor shows it.
struct Prose {
  let isMarkdown: Bool
  private var paragraphs: [String] = []

  init(isMarkdown: Bool) {
    self.isMarkdown = isMarkdown
  }

  /// Whether nothing has been said.
  var isEmpty: Bool { paragraphs.isEmpty }

  /// All of it.
  var text: String { paragraphs.joined(separator: "\n\n") }

  /// Adds words of ours, which may have code between backquotes.
  mutating func add(_ words: String?) {
    guard let words, !words.isEmpty else { return }
    paragraphs.append(isMarkdown ? words : words.replacingPlaces(of: "`", by: ""))
  }

  /// Adds words that quote what somebody wrote.
  mutating func addQuoting(_ words: String) { paragraphs.append(quoted(words)) }

  /// Adds a title.
  mutating func addTitle(_ words: String) { paragraphs.append(strong(words)) }

  /// Adds a line that links to a page.
  mutating func addLink(_ title: String, _ url: String, _ note: String) {
    paragraphs.append((isMarkdown ? "[\(title)](\(url))" : "\(title): \(url)") + note)
  }

  /// Adds a list.
  mutating func addList(_ items: [String]) {
    if items.isEmpty { return }
    paragraphs.append(items.map { "- " + quoted($0) }.joined(separator: "\n"))
  }

  /// Adds a line between what belongs to different things.
  mutating func addRule() {
    if isMarkdown, !isEmpty { paragraphs.append("---") }
  }

  func strong(_ words: String) -> String { isMarkdown ? "**\(words)**" : words }

  func code(_ words: String) -> String { isMarkdown ? "`\(words)`" : words }

  /// Words in which nothing is taken for markup.
  func quoted(_ words: String) -> String {
    guard isMarkdown else { return words }
    return words.reduce(into: "") { result, character in
      if "\\`*_{}[]()#+!<>|~&".contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
