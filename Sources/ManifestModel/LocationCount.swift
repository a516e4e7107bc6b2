/// Which extensions stand in which view.
public struct LocationCount: Sendable {
  /// An extension in a view.
  public struct Use: Sendable {
    /// The extension.
    public var item: AppExtension
    /// The view, where the extension names it.
    public var location: Located<View>
  }

  /// The extensions of each view, in file order.
  private let uses: [View: [Use]]

  /// Counts the extensions that a condition picks; a view named twice in one extension counts once.
  public init(_ manifest: AppManifest, where isCounted: (ExtensionKind) -> Bool) {
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
  public subscript(view: View) -> [Use] { uses[view] ?? [] }
}
