import ManifestLint

extension DocumentReader {
  /// How deep an outline goes, and how much it holds.
  private static var deepestSymbol: Int { 8 }
  private static var mostSymbols: Int { 5_000 }
  private static var longestDetail: Int { 60 }

  /// The outline of the document.
  mutating func symbols() -> [Message.DocumentSymbol] {
    var left = Self.mostSymbols
    let trees = documents.map(\.tree)
    var result: [Message.DocumentSymbol] = []
    for (number, tree) in trees.enumerated() {
      let children = symbols(in: tree.root, depth: 0, &left)
      guard trees.count > 1, let range = coveringRange(tree.root) else {
        result += children
        continue
      }
      let name = tree.root["app"]?.text("name").map { shown($0.value) } ?? "document \(number + 1)"
      result.append(
        .init(
          name: name, kind: .module, range: positions.range(range),
          selectionRange: positions.range(range.lowerBound..<range.lowerBound), children: children))
    }
    return result
  }

  /// The outline for an editor that knows no nesting.
  mutating func flatSymbols(uri: String) -> [Message.SymbolInformation] {
    var result: [Message.SymbolInformation] = []
    var waiting = symbols().reversed().map { (symbol: $0, container: String?.none) }
    while let (symbol, container) = waiting.popLast() {
      result.append(
        .init(
          name: symbol.name, kind: symbol.kind, location: Message.Location(uri: uri, range: symbol.range),
          container: container))
      waiting += symbol.children.reversed().map { ($0, symbol.name) }
    }
    return result
  }

  private mutating func symbols(in node: Node, depth: Int, _ left: inout Int) -> [Message.DocumentSymbol] {
    guard node.isOwn, depth < Self.deepestSymbol else { return [] }
    var result: [Message.DocumentSymbol] = []
    if node.kind == .sequence {
      for item in node.items {
        guard left > 0 else { break }
        guard let symbol = symbol(name(of: item), item, selecting: item["name"] ?? item, key: nil, depth, &left) else {
          continue
        }
        result.append(symbol)
      }
    } else {
      for entry in node.entries where entry.key.isOwn {
        guard left > 0 else { break }
        guard
          let symbol = symbol(shown(entry.key.text), entry.value, selecting: entry.key, key: entry.key, depth, &left)
        else { continue }
        result.append(symbol)
      }
    }
    return result
  }

  private func name(of item: Node) -> String {
    if let name = item.text("name") ?? item.text("title"), !name.value.isEmpty { return shown(name.value) }
    return item.isScalar ? analysis.result.secrets.shown(item) : "\(item.ordinal + 1)"
  }

  private mutating func symbol(
    _ name: String, _ value: Node, selecting selection: Node, key: Node?, _ depth: Int, _ left: inout Int
  ) -> Message.DocumentSymbol? {
    let place = value.place.range
    let start = key?.range.lowerBound ?? place.lowerBound
    let end = max(place.upperBound, key?.range.upperBound ?? place.upperBound)
    // An entry that a merge brings in stands elsewhere.
    guard start <= end else { return nil }
    left -= 1
    let range = start..<end
    let selected = selection.place.range.clamped(to: range)
    var detail: String?
    if value.isScalar, value.isOwn, key != nil, value.kind != .null {
      let text = analysis.result.secrets.shown(value)
      detail = text.count > Self.longestDetail ? text.prefix(Self.longestDetail) + "…" : text
    }
    let trimmed = name.replacingPlaces(of: "\n", by: " ")
    return Message.DocumentSymbol(
      name: trimmed.allSatisfy(\.isWhitespace) ? "(no name)" : trimmed, detail: detail,
      kind: Self.symbolKind(value, key),
      range: positions.range(range), selectionRange: positions.range(selected),
      children: symbols(in: value, depth: depth + 1, &left))
  }

  private static func symbolKind(_ node: Node, _ key: Node?) -> Message.DocumentSymbol.Kind {
    switch node.kind {
    case .mapping: key == nil ? .method : .object
    case .sequence: .array
    case .string: key == nil ? .string : .property
    case .integer, .number: .number
    case .boolean: .boolean
    case .null: .null
    }
  }

  private func coveringRange(_ root: Node) -> TextRange? { root.range.isEmpty ? nil : root.range }

  // MARK: Folding

  /// The lines that can be folded away.
  mutating func foldingRanges() -> [Message.FoldingRange] {
    let lines = analysis.document.lines
    var result: [Message.FoldingRange] = []
    var taken: Set<Int> = []
    let hasCharacters = !client.foldsWholeLinesOnly
    func add(_ start: Int, _ end: Int, isComment: Bool = false) {
      guard start < end, taken.insert(start).inserted else { return }
      let (startEnd, endEnd) = (lines.range(ofLine: start).upperBound, lines.range(ofLine: end).upperBound)
      result.append(
        .init(
          start: positions.position(startEnd), end: positions.position(endEnd), isComment: isComment,
          hasCharacters: hasCharacters))
    }
    for (tree, _) in documents {
      for node in tree.nodes where !node.isKey && node.isOwn && (!node.isScalar || !node.isVerbatim) {
        if node.parent == nil, tree.documentIndex == nil { continue }
        let start = node.key.map { $0.isOwn ? $0.range.lowerBound : node.range.lowerBound } ?? node.range.lowerBound
        guard start <= node.range.upperBound else { continue }
        add(lines.line(at: start), lastLine(of: node))
      }
    }
    var comments = analysis.document.parsed.comments.map { lines.line(at: $0.lowerBound) }[...]
    while let first = comments.popFirst() {
      var last = first
      while comments.first == last + 1, isAlone(comments.first ?? 0) {
        last += 1
        comments = comments.dropFirst()
      }
      if isAlone(first) { add(first, last, isComment: true) }
    }
    result.sort { $0.start < $1.start }
    return client.mostFoldingRanges.map { Array(result.prefix($0)) } ?? result
  }

  /// The last line of a collection; a bracket that closes it alone on its line stays to be seen.
  private func lastLine(of node: Node) -> Int {
    let lines = analysis.document.lines
    let last = lines.line(at: node.range.upperBound)
    guard node.style == .flow, node.kind == .mapping || node.kind == .sequence else { return last }
    let start = lines.range(ofLine: last).lowerBound
    guard start < node.range.upperBound else { return last }
    let before = analysis.document.source.slice(start..<node.range.upperBound).dropLast()
    return before.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? last - 1 : last
  }

  /// Whether nothing but a comment stands on a line.
  private func isAlone(_ line: Int) -> Bool {
    let lines = analysis.document.lines
    return lines.source.slice(lines.range(ofLine: line)).first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "#")
  }

  // MARK: Selection

  /// The ranges around a place that somebody may want to select, the smallest first.
  mutating func selection(at offset: Int) -> Message.SelectionRange {
    let whole = analysis.document.source.range
    var ranges = [TextRange(utf8Offsets: offset..<offset)]
    func add(_ range: TextRange) {
      guard let last = ranges.last, range != last, range.lowerBound <= last.lowerBound,
        last.upperBound <= range.upperBound
      else { return }
      ranges.append(range)
    }
    if let tree = analysis.document.tree(at: offset), let node = tree.node(at: offset) {
      if node.isScalar, node.isOwn { add(node.innerRange) }
      add(node.place.range)
      for around in [node] + node.ancestors {
        guard around.isOwn else { continue }
        add(around.range)
        if let key = around.isKey ? around : around.key, key.isOwn {
          let end = max(key.valueOrSelf.place.range.upperBound, key.range.upperBound)
          if key.range.lowerBound <= end { add(key.range.lowerBound..<end) }
        }
      }
    }
    add(whole)
    if ranges.count > 1 { ranges.removeFirst() }
    return Message.SelectionRange(ranges: ranges.map { positions.range($0) })
  }

  // MARK: Budgets

  /// How much is used of what has a limit, at its places in a range.
  mutating func inlayHints(in range: TextRange) -> [Message.InlayHint] {
    var result: [Message.InlayHint] = []
    for (tree, kind) in documents {
      let budgets = BudgetFinder(kind, tree.root, analysis.options.variables)
      for node in tree.nodes where node.isOwn && node.range.touches(range) {
        // Collections are counted at their keys, views at themselves.
        if node.isKey ? node.valueOrSelf.isScalar || !node.valueOrSelf.isOwn : !node.isScalar { continue }
        let isList = node.isKey && node.valueOrSelf.kind == .sequence
        if isList, ["locations", "entryPoints"].contains(node.text) { continue }
        let counts = budgets.counts(of: node, guide.place(of: node, in: kind))
        if counts.isEmpty { continue }
        var end = node.range.upperBound
        if node.isKey, end.utf8Offset < UInt32(analysis.document.source.bytes.count) {
          // Behind the colon.
          let rest = analysis.document.source.bytes[Int(end.utf8Offset)...]
          if rest.first == UInt8(ascii: ":") { end = TextPosition(utf8Offset: Int(end.utf8Offset) + 1) }
        }
        result.append(
          .init(
            position: positions.position(end), label: counts.map { "\($0.used)/\($0.limit)" }.joined(separator: " "),
            tooltip: shown(counts.map(\.phrase).joined(separator: "\n"))))
      }
    }
    return result
  }
}

extension TextRange {
  /// Whether it has a place in common with another.
  func touches(_ other: TextRange) -> Bool { lowerBound <= other.upperBound && other.lowerBound <= upperBound }
}
