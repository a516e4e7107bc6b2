public import ManifestLint

/// A value that tests make up, change, and write down as YAML or JSON.
public indirect enum TestValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case list([TestValue])
  case object([Member])

  /// A key with its value.
  public struct Member: Hashable, Sendable {
    public var key: String
    public var value: TestValue

    public init(_ key: String, _ value: TestValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of a node.
  public init(_ node: Node) {
    switch node.kind {
    case .null: self = .null
    case .boolean: self = .boolean(node.boolean == true)
    case .integer, .number: self = .number(node.text)
    case .string: self = .string(node.text)
    case .sequence: self = .list(node.items.map { TestValue($0) })
    case .mapping: self = .object(node.entries.map { Member($0.key.text, TestValue($0.value)) })
    }
  }

  /// The value that a JSON text holds.
  public init(json: String) {
    let parsed = JSONParser.parse(SourceText(path: "value.json", text: json))
    precondition(parsed.errors.isEmpty, "'\(json)' is no JSON")
    self.init(parsed.documents[0].root)
  }

  /// Its text as JSON, on one line.
  public var json: String {
    switch self {
    case .null: "null"
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .number(let text): text
    case .string(let text): Self.quoted(text)
    case .list(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.key)): \($0.value.json)" }.joined(separator: ", ") + "}"
    }
  }

  /// A text in double quotes, with the escapes that JSON and YAML share.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar == "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

// MARK: - Literals

extension TestValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(stringLiteral text: String) {
    self = .string(text)
  }

  public init(arrayLiteral items: TestValue...) {
    self = .list(items)
  }

  public init(dictionaryLiteral members: (String, TestValue)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}

// MARK: - Parts

extension TestValue {
  /// The text of a string.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The items of a list; none of anything else.
  public var items: [TestValue] {
    if case .list(let items) = self { items } else { [] }
  }

  /// The value of a key; setting it adds or removes the key.
  public subscript(key: String) -> TestValue? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }
    set {
      guard case .object(var members) = self else { return }
      let index = members.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key, value))
      case (nil, nil): break
      }
      self = .object(members)
    }
  }

  /// One step from a value to one inside of it.
  public enum Step: Hashable, Sendable {
    case key(String)
    case item(Int)
  }

  /// The way to a value from the outermost one.
  public typealias Path = [Step]

  /// All values inside of it and itself, with the ways to them, in order.
  public var descendants: [(path: Path, value: TestValue)] {
    var result: [(path: Path, value: TestValue)] = []
    var pending: [(path: Path, value: TestValue)] = [([], self)]
    while let next = pending.popLast() {
      result.append(next)
      switch next.value {
      case .list(let items):
        pending += items.enumerated().reversed().map { (next.path + [.item($0.offset)], $0.element) }
      case .object(let members): pending += members.reversed().map { (next.path + [.key($0.key)], $0.value) }
      default: break
      }
    }
    return result
  }

  /// The value at the end of a way; setting it to nothing removes the key or item.
  public subscript(path: Path) -> TestValue? {
    get {
      var value: TestValue? = self
      for step in path {
        switch step {
        case .key(let key): value = value?[key]
        case .item(let index): value = value.flatMap { index < $0.items.count ? $0.items[index] : nil }
        }
      }
      return value
    }
    set {
      guard let first = path.first else {
        if let newValue { self = newValue }
        return
      }
      let rest = Array(path.dropFirst())
      switch (first, self) {
      case (.key(let key), .object):
        if rest.isEmpty {
          self[key] = newValue
        } else if var inner = self[key] {
          inner[rest] = newValue
          self[key] = inner
        }
      case (.item(let index), .list(var items)) where index < items.count:
        if rest.isEmpty, newValue == nil {
          items.remove(at: index)
        } else {
          items[index][rest] = newValue
        }
        self = .list(items)
      default: break
      }
    }
  }
}

extension TestValue.Path {
  /// The way as a JSON Pointer.
  public var pointer: String {
    map { step in
      switch step {
      case .key(let key): "/" + JSONPointer.escaping(key)
      case .item(let index): "/\(index)"
      }
    }.joined()
  }
}
