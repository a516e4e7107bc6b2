/// Which extensions stand in which view.
public struct LocationCount: Sendable {
  /// An extension in a view.
  public struct Use: Sendable {
    /// The extension.
    public var item: AppExtension
    /// The view, where the extension names it.
    public var location: Located<View>
  }

  private let extensions: [AppExtension]
  /// Where each view is named, as indices of the extension and of the view in it, in file order.
  private let places: [(view: View, item: Int, index: Int)]

  /// Counts the extensions that a condition picks; a view named twice in one extension counts once.
  public init(_ manifest: AppManifest, where isCounted: (ExtensionKind) -> Bool) {
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
  public func count(in view: View) -> Int { places.count { $0.view == view } }

  /// The extensions in a view, in file order.
  public subscript(view: View) -> [Use] {
    places.lazy.filter { $0.view == view }.map {
      Use(item: extensions[$0.item], location: extensions[$0.item].views[$0.index])
    }
  }
}
