import ManifestLint

extension Node {
  /// Whether it belongs to a key that begins with `x-`, which nobody but its author reads.
  var isBelowOwnKey: Bool {
    var current: Node? = self
    while let node = current {
      if node.key?.content.starts(with: "x-".utf8) == true { return true }
      current = node.parent
    }
    return false
  }
}
