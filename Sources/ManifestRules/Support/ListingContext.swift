import ManifestLint

extension LintContext {
  /// The listing of an app that has one: what a private app lists is 'private-app-listing' as a whole.
  var publicListing: Node? {
    guard let manifest, !manifest.isPrivate(variables), let listing = manifest.node["listing"], listing.kind == .mapping
    else {
      return nil
    }
    return listing
  }
}

extension Node {
  /// Whether a key is absent or has an empty text; anything else that is wrong with it is another rule's.
  func lacks(_ key: String) -> Bool {
    guard let value = self[key] else { return true }
    return value.string?.allSatisfy(\.isWhitespace) == true
  }
}
