public import ManifestSyntax
import ManifestText

/// A place in an app manifest where another document belongs: inline, or by its path.
public struct DocumentReference: Sendable {
  /// What the document is.
  public let kind: DocumentKind
  /// The value: a text that is a path, or the document itself.
  public let node: Node

  /// Puts the two together.
  public init(kind: DocumentKind, node: Node) {
    self.kind = kind
    self.node = node
  }

  /// The path, relative to the manifest; `nil` where the document is inline or a variable hides its path.
  public func path(_ variables: Variables) -> String? {
    guard let text = node.string else { return nil }
    let parts = Template(text).resolved(variables)
    return parts.count == 1 ? parts[0] : nil
  }
}

extension AppManifest {
  /// Whether a text could be a manifest that refers to documents: it is not, where no key for one is written in it.
  ///
  /// It is cheap, so that only a few texts must be read as a whole to know which documents belong to them.
  public static func mayReferToDocuments(_ text: [UInt8]) -> Bool {
    let text = text.span
    // In an escape any letter can hide, and behind a question mark may stand a key whose colon is elsewhere.
    if text.firstOffset(of: UInt8(ascii: "\\")) != nil { return true }
    if anyOffset(of: UInt8(ascii: "?"), in: text, where: { $0 + 1 < text.count && text[$0 + 1] <= UInt8(ascii: " ") }) {
      return true
    }
    // Between a key in quotes and its colon there may be a comment. The words may stand in a comment or in a text as well,
    // such as the address of a schema.
    return anyOffset(of: UInt8(ascii: ":"), in: text) { endsKey($0, text) && !isObject(behindColon: $0, text) }
      || anyOffset(of: UInt8(ascii: "#"), in: text) { endsKey($0, text) }
  }

  private static func anyOffset(of byte: UInt8, in text: Span<UInt8>, where isSo: (Int) -> Bool) -> Bool {
    var start = 0
    while let offset = text.firstOffset(of: byte, from: start) {
      if isSo(offset) { return true }
      start = offset + 1
    }
    return false
  }

  /// Whether one of the keys below which documents are named stands before a place.
  private static func endsKey(_ place: Int, _ text: Span<UInt8>) -> Bool {
    var end = place
    while end > 0, isBlank(text[end - 1]) { end -= 1 }
    if end > 0, text[end - 1] == UInt8(ascii: "\"") || text[end - 1] == UInt8(ascii: "'") { end -= 1 }
    guard end > 0 else { return false }
    switch text[end - 1] {
    case UInt8(ascii: "a"): return ends("schema", text, at: end)
    case UInt8(ascii: "e"): return ends("dataStructure", text, at: end)
    case UInt8(ascii: "g"): return ends("messaging", text, at: end) || ends("videoCalling", text, at: end)
    default: return false
    }
  }

  private static func ends(_ key: StaticString, _ text: Span<UInt8>, at end: Int) -> Bool {
    let start = end - key.utf8CodeUnitCount
    guard start >= 0 else { return false }
    if start > 0 {
      // `$schema` is no such key, and stands in many manifests.
      let before = text[start - 1]
      if before == UInt8(ascii: "$") || isWord(before) { return false }
    }
    for (offset, byte) in key.description.utf8.enumerated() where text[start + offset] != byte { return false }
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Whether what stands behind a key's colon is certainly an object, and so no reference.
  private static func isObject(behindColon colon: Int, _ text: Span<UInt8>) -> Bool {
    var index = colon + 1
    func skip(_ bytes: String.UTF8View) { while index < text.count, bytes.contains(text[index]) { index += 1 } }
    skip(" ".utf8)
    if index < text.count, text[index] == UInt8(ascii: "{") { return true }
    guard index < text.count, text[index] == UInt8(ascii: "\n") else { return false }
    // The next line is an entry if it begins with a key.
    skip(" \n".utf8)
    let key = index
    while index < text.count, isWord(text[index]) || text[index] == UInt8(ascii: "-") { index += 1 }
    guard index > key, index + 1 < text.count, text[index] == UInt8(ascii: ":") else { return false }
    return text[index + 1] == UInt8(ascii: " ") || text[index + 1] == UInt8(ascii: "\n")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// The documents that stand inside the manifest itself.
  public var inlineDocuments: [DocumentReference] { documentReferences.filter { $0.node.kind == .mapping } }

  /// The documents that the manifest refers to or holds.
  public var documentReferences: [DocumentReference] {
    var references: [DocumentReference] = []
    func add(_ kind: DocumentKind, _ value: Node?) {
      if let value, value.kind == .string || value.kind == .mapping {
        references.append(DocumentReference(kind: kind, node: value))
      }
    }
    for item in extensions {
      switch item.kind {
      case .jsonModal: add(.jsonModal, item.node["schema"])
      case .jsonPanel:
        add(.jsonPanel, item.node["dataStructure"])
        for action in item.panelActions { add(.jsonModal, action.node["schema"]) }
      case .linkAction, .customModal, .customPanel, .floatingWindow: break
      }
    }
    add(.messagingManifest, node["extensions"]?["messaging"])
    add(.videoManifest, node["extensions"]?["videoCalling"])
    return references
  }
}
