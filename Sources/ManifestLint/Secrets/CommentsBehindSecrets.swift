import ManifestSyntax
import ManifestText

/// Finds the comments that are secrets or the rest of one: a password may begin with `#`, or hold a blank before one.
enum CommentsBehindSecrets {
  /// Where a comment may stand.
  struct Place: Sendable {
    /// Where what stands before it ends.
    var end: Int
    /// Whether that is hidden, so that every comment behind it is.
    var isHidden: Bool
    /// Whether the secret may stand on the next line.
    var isOpen: Bool

    /// Behind the key of a secret.
    init(key: Node) {
      self.init(end: key, isHidden: false)
      isOpen = true
    }

    /// Behind a value.
    init(end: Node, isHidden: Bool) {
      self.end = Int(end.range.upperBound.utf8Offset)
      self.isHidden = isHidden
      isOpen = end.content.isEmpty
    }
  }

  /// Where such comments stand, without the `#`.
  static func ranges(at places: [Place], in comments: [TextRange], of bytes: [UInt8]) -> [Range<Int>] {
    if comments.isEmpty { return [] }
    return places.compactMap { place in
      guard let comment = first(of: comments, behind: place.end) else { return nil }
      var lineBreaks = 0
      for index in place.end..<comment.lowerBound where !bytes[index].isBlank {
        if bytes[index] == UInt8(ascii: "\n") {
          lineBreaks += 1
        } else if !":,]}\r\"'".utf8.contains(bytes[index]) {
          return nil
        }
        if lineBreaks > 1 { return nil }
      }
      let text = trimmed(comment.lowerBound + 1..<comment.upperBound, bytes)
      // What a person wrote has a blank behind the `#`.
      let isProse = text.lowerBound > comment.lowerBound + 1
      guard !text.isEmpty, !isDirective(bytes[text]) else { return nil }
      if lineBreaks == 0 { return place.isHidden || !isProse ? text : nil }
      // On the next line it is one where it can be nothing else.
      let looksSecret = SecretScope.looksSecret(bytes[text]) && !bytes[text].contains(where: \.isBlank)
      return place.isOpen && !isProse && looksSecret ? text : nil
    }
  }

  private static func first(of comments: [TextRange], behind offset: Int) -> Range<Int>? {
    var (low, high) = (0, comments.count)
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].utf8Offsets.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low < comments.count ? comments[low].utf8Offsets : nil
  }

  /// Whether a comment is one of ours: it names rules.
  private static func isDirective(_ text: ArraySlice<UInt8>) -> Bool { text.starts(with: "manifestlint-".utf8) }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first].isBlank { range = first + 1..<range.upperBound }
    while let last = range.last, bytes[last] <= 0x20 { range = range.lowerBound..<last }
    return range
  }
}
