import ManifestSyntax

/// One step of the way from the root of a document to a node.
enum NodeStep: Sendable {
  /// Into the value of a key.
  case key(ArraySlice<UInt8>)
  /// Into an item of a list, which may have a `name`.
  case item(Int, name: ArraySlice<UInt8>?)
}

extension Node {
  /// The way from the root; a key has that of its value.
  var steps: [NodeStep] {
    var steps: [NodeStep] = []
    var node = self
    while let parent = node.parent {
      switch parent.kind {
      case .mapping: steps.append(.key((node.isKey ? node : node.key)?.content ?? []))
      default: steps.append(.item(node.ordinal, name: node.nameOfItem))
      }
      node = parent
    }
    return steps.reversed()
  }

  /// The `name` that a list item is known by, wherever it moves.
  private var nameOfItem: ArraySlice<UInt8>? {
    guard let name = self["name"], name.isScalar, name.kind != .null, !name.content.isEmpty else { return nil }
    return name.content
  }

  /// The JSON Pointer in which a list item that has a `name` is written `[name]`, behind `#n` in a stream of several
  /// documents.
  ///
  /// It stays the same when an item is put in before another one. As in any JSON Pointer `~` is written `~0` and `/`
  /// is written `~1`; brackets need no escape, since a step ends where the next `/` stands.
  public var namedPointer: String { namedPointer { $0 } }

  /// The named pointer, with each key and name as the closure shows it.
  func namedPointer(_ shown: (String) -> String) -> String {
    func escaped(_ bytes: ArraySlice<UInt8>) -> String {
      JSONPointer.escaping(shown(String(decoding: bytes, as: UTF8.self)))
    }
    var result = tree.documentIndex.map { "#\($0)" } ?? ""
    for step in steps {
      switch step {
      case .key(let key): result += "/" + escaped(key)
      case .item(let index, nil): result += "/\(index)"
      case .item(_, let name?): result += "/[" + escaped(name) + "]"
      }
    }
    return result
  }
}
