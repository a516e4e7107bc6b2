import ManifestText

/// What can be told of a match without trying: most texts are settled by this alone.
struct PatternShape: Sendable {
  /// What the whole pattern comes down to.
  indirect enum Kind: Sendable {
    /// `^x-`: the text begins so.
    case prefix
    /// `^x-$`: the text is this.
    case whole
    /// `x-`: it stands somewhere.
    case anywhere
    /// `\S`: one of these stands somewhere.
    case member(CharacterSet)
    /// `^\s*$`: all characters are of these, and there are so many at least.
    case filled(CharacterSet, minimum: Int)
    /// `^$|\S`: one of these is found.
    case alternatives([PatternShape])
    /// Anything else; the literal stands in every match.
    case part
  }

  let kind: Kind
  /// Bytes that stand in every match.
  let literal: [UInt8]

  init(_ node: PatternNode) {
    if let kind = Self.kindWithoutLiteral(node) {
      self.kind = kind
      literal = []
      return
    }
    let nodes: [PatternNode]
    if case .sequence(let sequence) = node { nodes = sequence } else { nodes = [node] }
    var longest: [UInt8] = []
    var run: [UInt8] = []
    var isWhole = true
    var (startsAtStart, endsAtEnd) = (false, false)
    for (position, node) in nodes.enumerated() {
      switch node {
      case .scalar(let code) where code < 0x80: run.append(UInt8(code))
      // A surrogate stands in no text; the matcher will find that out.
      case .scalar(let code) where Unicode.Scalar(code) != nil:
        if let scalar = Unicode.Scalar(code) { run += String(scalar).utf8 }
      case .start where position == 0: startsAtStart = true
      case .end where position == nodes.count - 1: endsAtEnd = true
      default:
        isWhole = false
        if run.count > longest.count { longest = run }
        run.removeAll(keepingCapacity: true)
      }
    }
    literal = run.count > longest.count ? run : longest
    kind =
      switch (startsAtStart, endsAtEnd) {
      case _ where !isWhole: .part
      case (false, false): .anywhere
      case (true, false): .prefix
      case (true, true): .whole
      case (false, true): .part
      }
  }

  /// What a pattern comes down to that a set, or other patterns, settle; `nil` for one that has a literal to look for.
  private static func kindWithoutLiteral(_ node: PatternNode) -> Kind? {
    switch node.soleNode {
    case .set(let set): return .member(set)
    case .alternatives(let nodes): return .alternatives(nodes.map(Self.init))
    case .sequence(let nodes):
      guard nodes.count == 3, case .start = nodes[0], case .end = nodes[2],
        case .repetition(let repeated, let minimum, nil, _, _) = nodes[1], let set = repeated.soleNode.singleSet
      else { return nil }
      return .filled(set, minimum: minimum)
    default: return nil
    }
  }

  /// Whether the pattern is found in a text; `nil` if it must be tried.
  func verdict(_ text: Span<UInt8>) -> Bool? {
    switch kind {
    case .prefix: text.count >= literal.count && isAt(0, text)
    case .whole: text.count == literal.count && isAt(0, text)
    case .anywhere: isAnywhere(text)
    case .member(let set): holdsMember(of: set, text)
    case .filled(let set, let minimum): isFilled(with: set, minimum, text)
    case .alternatives(let shapes): Self.verdict(of: shapes, text)
    case .part: literal.isEmpty || isAnywhere(text) ? nil : false
    }
  }

  /// How many bytes the alternatives of a pattern look at together.
  private static let lookLimit = 50_000_000

  private static func verdict(of shapes: [PatternShape], _ text: Span<UInt8>) -> Bool? {
    // Each goes over the text; of very many in a long one the matcher's limit of steps decides.
    let (looks, isTooMany) = shapes.count.multipliedReportingOverflow(by: text.count)
    if isTooMany || looks > lookLimit { return nil }
    var isCertain = true
    for shape in shapes {
      switch shape.verdict(text) {
      case true?: return true
      case false?: break
      case nil: isCertain = false
      }
    }
    return isCertain ? false : nil
  }

  private func isFilled(with set: CharacterSet, _ minimum: Int, _ text: Span<UInt8>) -> Bool {
    var offset = 0
    var count = 0
    while offset < text.count {
      let (scalar, length) = text.decodedScalar(at: offset)
      guard let scalar, set.contains(scalar.value) else { return false }
      offset += length
      count += 1
    }
    return count >= minimum
  }

  private func holdsMember(of set: CharacterSet, _ text: Span<UInt8>) -> Bool {
    var offset = 0
    while offset < text.count {
      let (scalar, length) = text.decodedScalar(at: offset)
      if let scalar, set.contains(scalar.value) { return true }
      offset += length
    }
    return false
  }

  private func isAt(_ offset: Int, _ text: Span<UInt8>) -> Bool {
    for index in literal.indices where text[offset + index] != literal[index] { return false }
    return true
  }

  private func isAnywhere(_ text: Span<UInt8>) -> Bool {
    guard let first = literal.first else { return true }
    var start = 0
    while let offset = text.firstOffset(of: first, from: start), offset + literal.count <= text.count {
      if isAt(offset, text) { return true }
      start = offset + 1
    }
    return false
  }
}
