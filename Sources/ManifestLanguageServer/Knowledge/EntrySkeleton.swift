import ManifestLint

/// Writes an entry that is still to be filled in, by what the schemas say of its value.
struct EntrySkeleton {
  /// How the entry is written.
  enum Layout {
    /// By indentation, in YAML.
    case block
    /// In brackets, in YAML.
    case flow
    case json
  }

  let layout: Layout
  /// Whether places to fill in are marked, in the editor's notation of snippets.
  let isSnippet: Bool
  private var stops = 0

  init(_ layout: Layout, isSnippet: Bool) {
    self.layout = layout
    self.isSnippet = isSnippet
  }

  /// How deep extensions are written out.
  private static let deepest = 4

  /// An entry, key and value.
  mutating func entry(_ key: String, _ place: SchemaPlace, depth: Int = 0) -> String {
    let value = value(key, place, depth: depth)
    let shown = isSnippet ? Self.escaping(key) : key
    let written = layout == .json || Self.needsQuotes(key) ? "\"\(shown)\"" : shown
    return value.hasPrefix("\n") ? "\(written):\(value)" : "\(written): \(value)"
  }

  /// The entries that an object must have.
  mutating func requiredEntries(_ place: SchemaPlace, depth: Int = 0) -> [String] {
    place.keys.filter(\.isRequired).map { key in
      entry(key.name, place.value(of: key.name, holding: nil), depth: depth)
    }
  }

  /// An item of a list: an object with what it must have, or a single value.
  mutating func item(_ place: SchemaPlace, depth: Int = 0) -> String {
    guard place.types.contains("object"), place.types.count == 1 else { return scalar("", place) }
    return object(place, depth: depth, isItem: true)
  }

  private mutating func value(_ key: String, _ place: SchemaPlace, depth: Int) -> String {
    let types = place.types
    if types == ["array"] { return list(place.item(at: 0, holding: nil), depth: depth) }
    if types == ["object"] { return object(place, depth: depth, isItem: false) }
    return scalar(key, place)
  }

  private mutating func list(_ item: SchemaPlace, depth: Int) -> String {
    let isOfObjects = item.types == ["object"]
    guard isSnippet, depth < Self.deepest else { return "[]" }
    // Views and scopes stand on one line.
    guard isOfObjects else { return "[\(scalar("", item))]" }
    let object = object(item, depth: depth + 1, isItem: true)
    switch layout {
    case .block: return "\n  - " + Self.indenting(object, by: "    ")
    case .flow: return "[\(object)]"
    case .json: return "[\n  " + Self.indenting(object, by: "  ") + "\n]"
    }
  }

  private mutating func object(_ place: SchemaPlace, depth: Int, isItem: Bool) -> String {
    guard isSnippet, depth < Self.deepest else { return "{}" }
    var entries = requiredEntries(place, depth: depth + 1)
    if entries.isEmpty { entries = [stop("")] }
    switch layout {
    case .block:
      let lines = entries.joined(separator: "\n")
      return isItem ? lines : "\n  " + Self.indenting(lines, by: "  ")
    case .flow: return "{ \(entries.joined(separator: ", ")) }"
    case .json: return "{\n  " + Self.indenting(entries.joined(separator: ",\n"), by: "  ") + "\n}"
    }
  }

  private mutating func scalar(_ key: String, _ place: SchemaPlace) -> String {
    let types = place.types
    let choices = place.choices
    let isText = types.isEmpty || types.contains("string")
    let needsQuotes = layout == .json || choices.contains { Self.needsQuotes($0.text) }
    func quoted(_ text: String) -> String { isText && needsQuotes ? "\"\(text)\"" : text }
    if let fixed = place.constant ?? (choices.isEmpty ? place.defaultValue : nil), fixed.isScalar,
      !types.isEmpty || fixed.kind != .string
    {
      return quoted(isSnippet ? Self.escaping(fixed.text) : fixed.text)
    }
    if let fixed = place.defaultValue, fixed.kind == .integer { return fixed.text }
    if types == ["boolean"] { return isSnippet ? choice(["true", "false"]) : "false" }
    if Secrets.keys.contains(key), isSnippet {
      let variable = "\\${" + stop("NAME") + "}"
      return layout == .block ? variable : "\"\(variable)\""
    }
    guard isSnippet else { return isText ? "\"\"" : "" }
    return quoted(choices.isEmpty || choices.count > 12 ? stop("") : choice(choices.map(\.text)))
  }

  // MARK: Notation

  private mutating func stop(_ text: String) -> String {
    guard isSnippet else { return text }
    stops += 1
    return text.isEmpty ? "$\(stops)" : "${\(stops):\(text)}"
  }

  private mutating func choice(_ texts: [String]) -> String {
    stops += 1
    let escaped = texts.map { text in
      text.reduce(into: "") { result, character in
        if ",|\\}$".contains(character) { result.append("\\") }
        result.append(character)
      }
    }
    return "${\(stops)|\(escaped.joined(separator: ","))|}"
  }

  /// A text in which nothing is taken for a place to fill in.
  static func escaping(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\}$".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  static func needsQuotes(_ text: String) -> Bool {
    text.isEmpty || text.hasPrefix("#") || text.hasPrefix("$") && !text.hasPrefix("$ref") && !text.hasPrefix("$schema")
      || text.holds(": ") || text.holds(" #")
  }

  private static func indenting(_ text: String, by blanks: String) -> String {
    text.replacingPlaces(of: "\n", by: "\n" + blanks)
  }
}
