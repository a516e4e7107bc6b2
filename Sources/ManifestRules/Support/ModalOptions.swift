import ManifestLint

/// The options of a component of a JSON modal, held against those that its kind takes.
struct ModalOptions: Sendable {
  /// The kind of the component.
  let kind: JSONModal.ComponentKind
  /// The object with the options; `nil` if there is none.
  let node: Node?
  /// The keys that the kind does not take, with the option that is meant where one is near.
  private(set) var unknown: [(key: Node, meant: JSONModal.Option?)] = []
  /// The required options that are absent in every spelling.
  private(set) var missing: [String] = []

  /// `nil` where the kind is not known, or the options are no object.
  init?(_ component: JSONModal.Component) {
    guard let kind = component.kind, component.node.kind == .mapping else { return nil }
    node = component.options
    self.kind = kind
    if let node, node.kind != .mapping { return nil }
    var absent = kind.options.filter { node?[$0.name] == nil }
    if let node {
      for entry in node.entries where !entry.isRepeated && entry.key.isTextKey {
        if kind.options.contains(where: { entry.key.hasContent($0.name) }) || isFetchOnChange(entry.key) { continue }
        let match = NearMatch.unique(entry.key.text, among: absent.map(\.name))
        unknown.append((entry.key, absent.first { $0.name == match }))
        absent.removeAll { $0.name == match }
      }
    }
    missing = absent.filter(\.isRequired).map(\.name)
  }

  /// Whether a key is `fetchOnChange` in a block that it is not for, of which a rule of its own speaks.
  private func isFetchOnChange(_ key: Node) -> Bool { kind.refusesFetchOnChange && key.hasContent("fetchOnChange") }
}

extension JSONModal.ComponentKind {
  /// Whether it is a block that nobody can change, so that there is nothing to fetch on change.
  var refusesFetchOnChange: Bool { self == .text || self == .separator }
}
