import ManifestLint

/// Which extensions stand in which view.
struct LocationCount: Sendable {
  /// An extension in a view.
  struct Use: Sendable {
    var item: AppExtension
    var location: Located<View>
  }

  /// The extensions of each view, in file order.
  private let uses: [View: [Use]]

  /// Counts the extensions that a condition picks; a view named twice in one extension counts once.
  init(_ manifest: AppManifest, where isCounted: (ExtensionKind) -> Bool) {
    var uses: [View: [Use]] = [:]
    for item in manifest.extensions where isCounted(item.kind) {
      var seen: Set<View> = []
      for location in item.views where seen.insert(location.value).inserted {
        uses[location.value, default: []].append(Use(item: item, location: location))
      }
    }
    self.uses = uses
  }

  /// The extensions in a view, in file order.
  subscript(view: View) -> [Use] { uses[view] ?? [] }

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
