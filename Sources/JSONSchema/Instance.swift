/// A value of the document that is being validated: its number among the nodes.
///
/// Validation looks at each value a few times at most, so it works on the flat tree itself; a `Node`, which holds its
/// tree, would cost more to pass around than the looking does.
struct Instance: Hashable, Sendable {
  let index: Int
}
