import ManifestLint

extension LocationCount {
  /// A finding at the first use over the limit, with all others labelled; `nil` within the limit.
  func finding(
    in view: View, limit: Int, _ message: (Int) -> Finding.Message, help: @autoclosure () -> String
  ) -> Finding? {
    guard count(in: view) > limit else { return nil }
    let uses = self[view]
    let labels = uses.enumerated().map { "\(ordinal($0.offset + 1)): \($0.element.item.title)" }
    let others = uses.indices.filter { $0 != limit }
    return Finding(
      message(uses.count), at: uses[limit].location.node, label: labels[limit], help: help(),
      notes: others.map { .init(labels[$0], at: uses[$0].location.node) })
  }
}
