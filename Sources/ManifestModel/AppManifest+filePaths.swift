public import ManifestSyntax

extension AppManifest {
  /// The values that are paths of files: documents that are not inline, and pictures.
  public var filePaths: [Node] {
    var paths = documentReferences.map(\.node)
    if let listing = node["listing"] {
      paths += [listing["icon"]].compactMap { $0 }
      if let images = listing["images"] { paths += images.items }
    }
    if let blocks = node["onboarding"]?["blocks"] { paths += blocks.items.compactMap { $0["image"] } }
    return paths.filter { $0.kind == .string && !$0.content.isEmpty }
  }
}
