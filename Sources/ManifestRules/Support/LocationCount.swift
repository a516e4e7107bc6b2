import ManifestLint

/// Which extensions stand in which view.
struct LocationCount: Sendable {
  /// An extension in a view.
  struct Use: Sendable {
    var item: AppExtension
    var location: Located<View>
  }

  private let extensions: [AppExtension]
  /// Where each view is named, as indices of the extension and of the view in it, in file order.
  private let places: [(view: View, item: Int, index: Int)]

  /// Counts the extensions that a condition picks; a view named twice in one extension counts once.
  init(_ manifest: AppManifest, where isCounted: (ExtensionKind) -> Bool) {
    extensions = manifest.extensions
    var places: [(view: View, item: Int, index: Int)] = []
    for item in extensions.indices where isCounted(extensions[item].kind) {
      let first = places.count
      for (index, location) in extensions[item].views.enumerated()
      where !places[first...].contains(where: { $0.view == location.value }) {
        places.append((location.value, item, index))
      }
    }
    self.places = places
  }

  /// How many extensions are in a view.
  func count(in view: View) -> Int { places.count { $0.view == view } }

  /// The extensions in a view, in file order.
  subscript(view: View) -> [Use] {
    places.lazy.filter { $0.view == view }.map {
      Use(item: extensions[$0.item], location: extensions[$0.item].views[$0.index])
    }
  }

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
