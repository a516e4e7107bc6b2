import ManifestLint

extension Node {
  /// A fix that takes an item out of its list: safe unless a comment would go with it; `nil` where it cannot be done.
  func removingFix(_ title: String) -> FixIt? {
    removingEdit.map { FixIt(title, safety: $0.removesComment ? .unsafe : .safe, edits: [$0.edit]) }
  }
}

extension Node {
  /// The edit that replaces a piece of a text by its UTF-8 offsets with letters that need no escape anywhere.
  func edit(replacing offsets: Range<Int>, with replacement: String) -> TextEdit {
    if isVerbatim { return TextEdit(range: sourceRange(ofContent: offsets), replacement: replacement) }
    let bytes = Array(content)
    let text = bytes[..<offsets.lowerBound] + Array(replacement.utf8) + bytes[offsets.upperBound...]
    return edit(replacingTextWith: String(decoding: text, as: UTF8.self))
  }
}
