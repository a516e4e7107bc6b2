import ManifestLint

/// A feature of an app that has an access scope of its own.
enum ScopeFeature: CaseIterable, Sendable {
  /// An extension manifest for messaging.
  case messaging
  /// An extension manifest for video calling.
  case videoCalling
  /// A floating window that opens from phone numbers and the Calls tab.
  case phone

  /// Its access scope.
  var scope: Scope {
    switch self {
    case .messaging: .messengersIntegration
    case .videoCalling: .videoCalls
    case .phone: .phoneIntegration
    }
  }

  /// Its name in a sentence.
  var label: String {
    switch self {
    case .messaging: "a messaging extension"
    case .videoCalling: "a video calling extension"
    case .phone: "a floating window that opens from phone numbers and calls"
    }
  }

  /// What stands for it in a manifest: its key, or the entry point; `nil` if the app does not have it.
  func node(in manifest: AppManifest) -> Node? {
    switch self {
    case .messaging, .videoCalling:
      guard let entry = extensionEntry(in: manifest) else { return nil }
      let isPath = entry.value.string?.isEmpty == false
      return isPath || entry.value.kind == .mapping ? entry.key : nil
    case .phone: return entryPoints(of: manifest).first { $0.hasContent("phone-and-calls") }
    }
  }

  /// Whether the app has it, or something that a variable or a mistake hides.
  func mayBeMeant(in manifest: AppManifest) -> Bool {
    switch self {
    case .messaging, .videoCalling: extensionEntry(in: manifest) != nil
    case .phone:
      entryPoints(of: manifest).contains {
        $0.hasContent("phone-and-calls") || $0.text.utf8.contains(UInt8(ascii: "$"))
      }
    }
  }

  private func extensionEntry(in manifest: AppManifest) -> Entry? {
    manifest.node["extensions"]?.entry(self == .messaging ? "messaging" : "videoCalling")
  }

  private func entryPoints(of manifest: AppManifest) -> [Node] {
    guard let window = manifest.extensions.first(where: { $0.kind == .floatingWindow }) else { return [] }
    return window.locationList.map { Array($0.items) } ?? []
  }
}
