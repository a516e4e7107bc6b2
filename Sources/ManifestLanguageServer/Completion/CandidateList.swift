import ManifestLint

/// Collects what can be put in at a place, and writes it as it must stand there.
struct CandidateList {
  /// What is put around a value where a list belongs, or around a key where there is no object yet.
  enum Wrapping {
    case none, dash, brackets, braces
  }

  let point: CompletionPoint
  var wrapping = Wrapping.none
  private(set) var items: [Message.CompletionItem] = []

  private let reader: DocumentReader
  private let range: Message.Range

  init(_ reader: DocumentReader, _ point: CompletionPoint) {
    self.reader = reader
    self.point = point
    var positions = reader.positions
    range = positions.range(TextRange(utf8Offsets: point.replaced))
  }

  private var client: ClientCapabilities { reader.client }

  /// What comes before whatever is put in.
  private var prefix: String { (point.needsBlank ? " " : "") + (point.lacksDash ? "- " : "") }

  private mutating func add(
    _ label: String, _ kind: Message.CompletionItem.Kind, detail: String?, documentation: Prose?, filter: String? = nil,
    text: String, range: Message.Range? = nil, isSnippet: Bool = false
  ) {
    let number = String(items.count)
    items.append(
      Message.CompletionItem(
        label: label, kind: kind, detail: detail, documentation: documentation.flatMap { $0.isEmpty ? nil : .init($0) },
        order: String(repeating: "0", count: max(0, 4 - number.count)) + number,
        filter: filter ?? point.quote + label, edit: .init(range: range ?? self.range, newText: prefix + text),
        isSnippet: isSnippet, adjustsIndentation: client.adjustsIndentation && text.holds("\n")))
  }

  private func prose(_ words: String?, title: String? = nil) -> Prose {
    var prose = Prose(isMarkdown: client.showsMarkdownInCompletions)
    if let title { prose.addTitle(title) }
    prose.add(words)
    return prose
  }

  /// Lines below the first, moved to where the word stands; the editor adds the blanks that the line begins with.
  private func indented(_ text: String) -> String {
    guard point.layout == .block, point.column > point.indentation else { return text }
    return text.replacingPlaces(of: "\n", by: "\n" + String(repeating: " ", count: point.column - point.indentation))
  }

  // MARK: Keys

  mutating func add(key: SchemaPlace.Key, _ place: SchemaPlace) {
    let isSnippet = client.expandsSnippets && !point.hasColon
    var text: String
    if point.hasColon {
      text = written(key: key.name)
    } else if isSnippet {
      var skeleton = EntrySkeleton(point.layout, isSnippet: true)
      text = indented(skeleton.entry(key.name, place))
    } else {
      let isNested =
        point.layout == .block && ["object", "array"].contains(place.types.first) && place.types.count == 1
      let isFlat = place.item(at: 0, holding: nil).types != ["object"] && place.types == ["array"]
      text = written(key: key.name) + (isNested && !isFlat ? ":" : ": ")
    }
    if isSnippet, point.precedesKey { text += "," }
    text = wrapped(text)
    add(
      key.name, .property, detail: key.isRequired ? "required" : nil,
      documentation: prose(place.description, title: place.title), text: text, isSnippet: isSnippet)
  }

  private func written(key: String) -> String {
    if !point.quote.isEmpty { return point.quote + key + point.quote }
    return point.layout == .json || EntrySkeleton.needsQuotes(key) ? "\"\(key)\"" : key
  }

  /// Adds a whole document, with all that it must have.
  mutating func addDocument(_ kind: DocumentKind, _ place: SchemaPlace) {
    guard client.expandsSnippets else { return }
    var skeleton = EntrySkeleton(point.layout, isSnippet: true)
    add(
      "new \(kind.label)", .snippet, detail: "with all that is required", documentation: prose(place.description),
      text: skeleton.item(place), isSnippet: true)
  }

  /// Adds a whole item of a list, with all that it must have.
  ///
  /// - Parameter obstacle: Why there had better be none.
  mutating func addItem(_ place: SchemaPlace, obstacle: String? = nil) {
    guard client.expandsSnippets, point.quote.isEmpty else { return }
    var skeleton = EntrySkeleton(point.layout, isSnippet: true)
    var text = skeleton.item(place)
    if wrapping == .dash || point.lacksDash {
      text = text.replacingPlaces(of: "\n", by: "\n  ")
      if !point.lacksDash { text = "- " + text }
    }
    let title = place.title ?? "item"
    add(
      "new \(title.prefix(1).lowercased() == "j" ? title : title.prefix(1).lowercased() + title.dropFirst())", .snippet,
      detail: obstacle ?? "with all that is required", documentation: prose(place.description),
      filter: point.typed.isEmpty ? nil : point.typed,
      text: indented(text), isSnippet: true)
  }

  // MARK: Values

  mutating func add(
    value: String, _ kind: Node.Kind, _ itemKind: Message.CompletionItem.Kind, detail: String? = nil,
    documentation: String? = nil
  ) {
    add(value, itemKind, detail: detail, documentation: prose(documentation), text: wrapped(written(value, kind)))
  }

  /// Adds a text that somebody has written elsewhere.
  mutating func add(name: String, detail: String? = nil) {
    guard !name.isEmpty, reader.shown(name) == name else { return }
    let isSeen = items.contains { $0.label == name }
    if isSeen { return }
    add(name, .reference, detail: detail.map(reader.shown), documentation: nil, text: wrapped(written(name, .string)))
  }

  mutating func add(path: String, isFolder: Bool) {
    let text = isFolder ? path + "/" : path
    // A folder is gone on from: a closing quote would be in the way.
    add(
      text, isFolder ? .folder : .file, detail: nil, documentation: nil,
      text: isFolder && !point.quote.isEmpty && !isClosed ? point.quote + text : written(text, .string))
  }

  private var isClosed: Bool {
    let bytes = reader.analysis.document.source.bytes
    let end = point.replaced.upperBound
    return end > point.replaced.lowerBound + 1 && end <= bytes.count
      && String(decoding: [bytes[end - 1]], as: UTF8.self) == point.quote
  }

  private func written(_ text: String, _ kind: Node.Kind) -> String {
    kind == .string || !point.quote.isEmpty ? point.node.edit(replacingTextWith: text).replacement : text
  }

  private func wrapped(_ text: String) -> String {
    switch wrapping {
    case .none: text
    case .dash: point.lacksDash ? text : "- " + text
    case .brackets: "[\(text)]"
    case .braces: "{\n  \(text.replacingPlaces(of: "\n", by: "\n  "))\n}"
    }
  }

  // MARK: Pieces of values

  /// Adds a piece of a path of an address, in the place of what follows its last slash.
  mutating func add(segment: String) {
    guard let slash = point.typed.lastIndex(of: "/") else { return }
    let start = point.typed.utf8.distance(from: point.typed.startIndex, to: slash) + 1
    add(piece: segment, .variable, from: start, filter: segment)
  }

  mutating func add(variable name: String, behind start: Int) {
    add(piece: "${\(name)}", .variable, from: start, filter: "${\(name)}")
  }

  /// Adds a variable as a whole value.
  mutating func add(variable name: String, isQuoted: Bool) {
    let text = "${\(name)}"
    let needsQuotes = isQuoted && point.quote.isEmpty
    add(
      text, .variable, detail: nil, documentation: nil,
      text: needsQuotes ? "\"\(text)\"" : point.quote + text + point.quote)
  }

  private mutating func add(piece: String, _ kind: Message.CompletionItem.Kind, from start: Int, filter: String) {
    let first = point.replaced.lowerBound + point.quote.utf8.count + start
    let bytes = reader.analysis.document.source.bytes
    var end = point.replaced.lowerBound + point.quote.utf8.count + point.typed.utf8.count
    func isName(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
    while end < bytes.count, isName(bytes[end]) { end += 1 }
    if piece.hasSuffix("}"), end < bytes.count, bytes[end] == UInt8(ascii: "}") { end += 1 }
    guard first <= end else { return }
    var positions = reader.positions
    add(
      piece, kind, detail: nil, documentation: nil, filter: filter, text: piece,
      range: positions.range(TextRange(utf8Offsets: first..<end)))
  }
}
