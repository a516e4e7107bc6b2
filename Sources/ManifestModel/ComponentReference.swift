import ManifestSyntax

/// The texts by which panels and modals name types and components: `#/definitions/text`.
public enum ComponentReference {
  /// What they begin with.
  public static let prefix = "#/definitions/"

  /// The name that a reference ends in; `nil` if it does not begin as one should.
  public static func name(in reference: String) -> String? {
    let bytes = reference.utf8
    guard bytes.count >= prefix.utf8.count, bytes.starts(with: prefix.utf8) else { return nil }
    return String(reference[bytes.index(bytes.startIndex, offsetBy: prefix.utf8.count)...])
  }

  /// The component that a reference names; `nil` if there is none of that name.
  static func component<Component: CaseIterable & RawRepresentable<String>>(_ reference: Node) -> Component? {
    let content = reference.content
    guard reference.kind == .string, content.starts(with: prefix.utf8) else { return nil }
    let name = content.dropFirst(prefix.utf8.count)
    return Component.allCases.first {
      $0.rawValue.utf8.count == name.count && name.elementsEqual($0.rawValue.utf8)
    }
  }

  /// The one name that somebody meant: the last part of the text is that name, or is near it.
  ///
  /// A slip in the part before the name is no reason to be unsure: `#/definition/text` means `text`.
  public static func meantName(in reference: String, among names: [String]) -> String? {
    if let name = name(in: reference), let match = NearMatch.unique(name, among: names) { return match }
    let last = reference.split(separator: "/").last.map(String.init) ?? ""
    let bare = last.hasPrefix("#") ? String(last.dropFirst()) : last
    if names.contains(bare) { return bare }
    return NearMatch.unique(bare, among: names)
  }
}
