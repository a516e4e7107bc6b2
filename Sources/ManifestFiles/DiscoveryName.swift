/// The names by which a search finds app manifests.
public enum DiscoveryName: Hashable, Sendable {
  /// `pipedrive.app.yaml`, `NAME.pipedrive.yaml` and the like: an app manifest whatever it holds.
  case manifest
  /// Any YAML or JSON file in a folder named `pipedrive`: an app manifest if it plainly is one.
  case candidate

  /// Judges a file by its name and the name of its folder.
  public init?(name: some BidirectionalCollection<UInt8>, isInManifestFolder: Bool) {
    guard let end = Self.extensions.first(where: { name.hasSuffix($0) }) else { return nil }
    let stem = name.dropLast(end.count)
    if stem.elementsEqual(Self.manifestStem) || stem.hasSuffix(Self.manifestSuffix) {
      self = .manifest
    } else if isInManifestFolder && !stem.isEmpty && !stem.elementsEqual(Self.configurationStem) {
      self = .candidate
    } else {
      return nil
    }
  }

  /// Judges a file by its path.
  public init?(_ path: FilePath) {
    self.init(name: path.name, isInManifestFolder: Self.isManifestFolder(path.parent.name))
  }

  /// Whether all files of a folder are candidates because of the folder's name.
  static func isManifestFolder(_ name: some Sequence<UInt8>) -> Bool {
    name.elementsEqual("pipedrive".utf8)
  }

  private static let extensions = [Array(".yaml".utf8), Array(".yml".utf8), Array(".json".utf8)]
  private static let manifestStem = Array("pipedrive.app".utf8)
  private static let manifestSuffix = Array(".pipedrive".utf8)
  private static let configurationStem = Array(".manifestlint".utf8)
}

extension BidirectionalCollection<UInt8> {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix)
  }
}
