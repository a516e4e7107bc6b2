/// What some nodes of a tree have and most have not, in the order of the nodes.
///
/// Nodes get theirs as they come, so it is an array that is searched by halves: a third of a dictionary.
struct NodeValues<Value: Sendable>: Sendable {
  private var indices: [UInt32] = []
  private var values: [Value] = []

  /// Whether no node has any.
  var isEmpty: Bool { indices.isEmpty }

  /// Gives a node a value; no node behind it may have one.
  mutating func append(_ value: Value, at index: UInt32) {
    precondition(indices.last.map { $0 < index } ?? true)
    indices.append(index)
    values.append(value)
  }

  /// What the node with an index has.
  subscript(index: UInt32) -> Value? {
    var (low, high) = (0, indices.count)
    while low < high {
      let middle = (low + high) / 2
      if indices[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < indices.count && indices[low] == index ? values[low] : nil
  }
}
