import ManifestLint

extension LocationCount {
  /// A finding at the first use over the limit, with all others labelled; `nil` within the limit.
  func finding(in view: View, limit: Int, _ message: Finding.Message, help: String) -> Finding? {
    let uses = self[view]
    guard uses.count > limit else { return nil }
    let labels = uses.enumerated().map { "\(ordinal($0.offset + 1)): \($0.element.item.title)" }
    let others = uses.indices.filter { $0 != limit }
    return Finding(
      message, at: uses[limit].location.node, label: labels[limit], help: help,
      notes: others.map { .init(labels[$0], at: uses[$0].location.node) })
  }
}
