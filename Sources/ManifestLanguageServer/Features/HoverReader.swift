import ManifestLint

extension DocumentReader {
  /// What there is to say of a place: what it is, what it takes, how much is used, what is wrong with it.
  mutating func hover(at offset: Int) -> Message.Hover? {
    if let comment = analysis.document.parsed.comments.first(where: { $0.utf8Offsets.contains(offset) }) {
      return hover(inComment: comment, at: offset)
    }
    var prose = Prose(isMarkdown: client.showsMarkdownInHovers)
    var range: TextRange?
    if let (tree, kind) = document(at: offset), let node = tree.node(at: offset), node.isScalar || !node.isOwn {
      let count = prose.text.utf8.count
      describe(node, kind, tree, &prose)
      if prose.text.utf8.count > count { range = node.place.range }
    }
    for diagnostic in analysis.diagnostics where diagnostic.range.touches(offset) {
      prose.addRule()
      explain(diagnostic, &prose)
      range = range ?? diagnostic.range
    }
    guard let range, !prose.isEmpty else { return nil }
    return Message.Hover(contents: Message.Markup(prose), range: positions.range(range))
  }

  private func describe(_ node: Node, _ kind: DocumentKind, _ tree: SyntaxTree, _ prose: inout Prose) {
    let place = guide.place(of: node, in: kind)
    guard !place.isEmpty else { return }
    if let title = place.title { prose.addTitle(title) }
    prose.add(place.description)
    if !node.isKey, node.isScalar, let choice = place.choices.first(where: { $0.text == node.text }) {
      var words = prose.code(choice.text)
      if let description = choice.description { words += ": " + description }
      prose.add(words)
    }
    let budgets = BudgetFinder(kind, tree.root, analysis.options.variables)
    prose.addList(budgets.counts(of: node, place).map { shown($0.phrase) })
    if node.isKey {
      if let value = place.defaultValue, value.isScalar { prose.add("Default: \(prose.code(value.text))") }
    }
  }

  private func explain(_ diagnostic: Diagnostic, _ prose: inout Prose) {
    prose.addTitle("\(diagnostic.severity.rawValue) \(prose.isMarkdown ? "· " : "")\(diagnostic.rule)")
    prose.addQuoting(diagnostic.message)
    if let help = diagnostic.help { prose.addQuoting(help) }
    if let rule = rules[diagnostic.rule] { explain(rule, &prose) }
  }

  private func explain(_ rule: RuleMetadata, _ prose: inout Prose) {
    prose.add(rule.rationale)
    if let source = rule.source { prose.addLink(source.title, source.url, " (checked \(RuleMetadata.checkedOn))") }
  }

  /// What a rule is about that a comment names.
  private mutating func hover(inComment comment: TextRange, at offset: Int) -> Message.Hover? {
    let bytes = analysis.document.source.bytes
    func isWord(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    var (start, end) = (offset, offset)
    while start > comment.utf8Offsets.lowerBound, isWord(bytes[start - 1]) { start -= 1 }
    while end < comment.utf8Offsets.upperBound, isWord(bytes[end]) { end += 1 }
    guard let rule = rules[String(decoding: bytes[start..<end], as: UTF8.self)] else { return nil }
    var prose = Prose(isMarkdown: client.showsMarkdownInHovers)
    prose.addTitle(rule.id)
    prose.add(rule.summary)
    explain(rule, &prose)
    return Message.Hover(
      contents: Message.Markup(prose), range: positions.range(TextRange(utf8Offsets: start..<end)))
  }
}

extension TextRange {
  /// Whether a place is in it or at its end.
  func touches(_ offset: Int) -> Bool { utf8Offsets.lowerBound <= offset && offset <= utf8Offsets.upperBound }
}
