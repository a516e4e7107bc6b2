extension Collection<UInt8> {
  /// Whether the bytes are a word, which is given in the small letters `a` to `z`, in whatever case.
  ///
  /// No pairs are made of the two: to set their type up costs more at start-up than all the words of a manifest.
  public func isWord(_ word: String) -> Bool {
    guard count == word.utf8.count else { return false }
    var bytes = makeIterator()
    return word.utf8.allSatisfy { letter in bytes.next().map { $0 | 0x20 } == letter }
  }
}
