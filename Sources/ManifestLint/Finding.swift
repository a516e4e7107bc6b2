public import ManifestSyntax
public import ManifestText

/// What a rule found; the linter makes a diagnostic of it.
///
/// A rule does not say its own id and not, as a rule, how bad it is: so it can give no wrong id and ignore no
/// configured severity.
public struct Finding: Sendable {
  /// What is wrong, in one line that stands alone.
  ///
  /// Rules keep their wording in a `fileprivate` extension of this type.
  public struct Message: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The line.
    public var text: String

    /// Takes a text as it is.
    public init(stringLiteral text: String) {
      self.text = text
    }
  }

  /// What is marked.
  public enum Mark: Sendable {
    /// The whole node: a wrong value, or a wrong key.
    case node(Node)
    /// The key that an object stands at, for what is missing in it.
    ///
    /// In a list item this is the item's first key, at the root the first character.
    case object(Node)
    /// A piece of the node, in the text where the node itself stands.
    case piece(TextRange, of: Node)
    /// A piece of a text that has no tree.
    case text(TextRange)
  }

  /// A second place that belongs to it.
  public struct Note: Sendable {
    /// What is to be seen there.
    public var message: String
    /// Where.
    public var mark: Mark

    /// Puts the two together.
    public init(_ message: String, at mark: Mark) {
      self.message = message
      self.mark = mark
    }

    /// A note at a whole node.
    public init(_ message: String, at node: Node) {
      self.init(message, at: .node(node))
    }
  }

  /// What is wrong.
  public var message: Message
  /// What is marked.
  public var mark: Mark
  /// What is wrong with the marked piece itself, shown beside its mark.
  public var label: String?
  /// What to do about it.
  public var help: String?
  /// Other places that belong to it.
  public var notes: [Note]
  /// How bad it is, where that is not the rule's level.
  public var severity: Severity?
  /// The fix, if there is one.
  public var fixIt: FixIt?

  /// A finding at a mark.
  public init(
    _ message: Message, marking mark: Mark, label: String? = nil, help: String? = nil, notes: [Note] = [],
    severity: Severity? = nil, fixIt: FixIt? = nil
  ) {
    self.message = message
    self.mark = mark
    self.label = label
    self.help = help
    self.notes = notes
    self.severity = severity
    self.fixIt = fixIt
  }

  /// A finding at a whole node.
  public init(
    _ message: Message, at node: Node, label: String? = nil, help: String? = nil, notes: [Note] = [],
    severity: Severity? = nil, fixIt: FixIt? = nil
  ) {
    self.init(
      message, marking: .node(node), label: label, help: help, notes: notes, severity: severity, fixIt: fixIt)
  }
}

extension Finding.Mark {
  /// The node that is spoken of; `nil` in a text that has no tree.
  public var node: Node? {
    switch self {
    case .node(let node), .object(let node), .piece(_, let node): node
    case .text: nil
    }
  }

  /// What is marked, and the anchor where that is an alias.
  var place: Place {
    switch self {
    case .node(let node): return node.place
    case .object(let node):
      if let key = node.key { return key.place }
      if node.parent == nil {
        let start = node.range.lowerBound
        let end = min(Int(start.utf8Offset) + 1, Int(node.range.upperBound.utf8Offset))
        return Place(range: start..<TextPosition(utf8Offset: max(end, Int(start.utf8Offset))))
      }
      return (node.entries.first { _ in true }?.key ?? node).place
    case .piece(let range, let node):
      var place = node.place
      if place.anchor == nil { place.range = range } else { place.definition = range }
      return place
    case .text(let range): return Place(range: range)
    }
  }
}
