import ManifestText

/// Where what stands in a text comes to stand once it is edited; places are asked for in order.
struct EditedPlaces {
  private let edits: [TextEdit]
  private var next = 0
  private var shift = 0

  /// - Parameter edits: In order, without overlap.
  init(_ edits: [TextEdit]) {
    self.edits = edits
  }

  /// Where a byte stands then, after what is put in before it; where it is replaced, what it would follow.
  mutating func place(of offset: Int) -> (offset: Int, isReplaced: Bool) {
    while next < edits.count, edits[next].range.utf8Offsets.upperBound <= offset {
      shift += edits[next].replacement.utf8.count - edits[next].range.utf8Offsets.count
      next += 1
    }
    return (offset + shift, next < edits.count && edits[next].range.utf8Offsets.contains(offset))
  }
}
