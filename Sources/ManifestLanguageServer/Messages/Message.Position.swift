import ManifestLint

extension Message {
  /// A place in a document: a line and an offset in it, both from 0, the latter in the unit that was agreed on.
  struct Position: Hashable, Comparable, Value {
    var line: Int
    var character: Int

    static func < (lhs: Self, rhs: Self) -> Bool { (lhs.line, lhs.character) < (rhs.line, rhs.character) }

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("line", line)
        writer.member("character", character)
      }
    }
  }

  /// A half-open piece of a document.
  struct Range: Hashable, Value {
    var start: Position
    var end: Position

    /// The beginning of a document.
    static let beginning = Range(start: Position(line: 0, character: 0), end: Position(line: 0, character: 0))

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("start", start)
        writer.member("end", end)
      }
    }
  }

  /// A piece of a document with the document's address.
  struct Location: Hashable, Value {
    var uri: String
    var range: Range

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("uri", uri)
        writer.member("range", range)
      }
    }
  }

  /// Where something leads from one place to another.
  struct LocationLink: Hashable, Value {
    var origin: Range
    var target: Location

    func write(to writer: inout JSONWriter) {
      writer.object { writer in
        writer.member("originSelectionRange", origin)
        writer.member("targetUri", target.uri)
        writer.member("targetRange", target.range)
        writer.member("targetSelectionRange", target.range)
      }
    }
  }
}

// MARK: - Reading

extension Message.Position {
  /// Reads a position; `nil` if it is none.
  init?(_ node: Node?) {
    guard let line = node?["line"]?.wholeNumber, let character = node?["character"]?.wholeNumber else { return nil }
    self.init(line: line, character: character)
  }
}

extension Message.Range {
  /// Reads a range; `nil` if it is none.
  init?(_ node: Node?) {
    guard let start = Message.Position(node?["start"]), let end = Message.Position(node?["end"]) else { return nil }
    self.init(start: start, end: end)
  }
}

extension Node {
  /// A whole number from 0 to 2³¹ − 1, as the protocol has them; a larger one is the largest, a negative one 0.
  var wholeNumber: Int? {
    guard kind == .integer || kind == .number else { return nil }
    let text = text
    if let number = Int(text) { return min(max(number, 0), Int(Int32.max)) }
    guard let number = Double(text), number.isFinite else { return nil }
    return Int(min(max(number, 0), Double(Int32.max)))
  }
}
