public import ManifestSyntax

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
    for index in text.indices {
      // The keys below which documents are named, each by a letter that is rare.
      let key: StaticString
      let letter: Int
      switch text[index] {
      // In an escape any letter can hide, and behind a question mark may stand a key whose colon is elsewhere.
      case UInt8(ascii: "\\"): return true
      case UInt8(ascii: "?"):
        if index + 1 < text.count, text[index + 1] <= UInt8(ascii: " ") { return true }
        continue
      case UInt8(ascii: "m"): (key, letter) = ("schema", 4)
      case UInt8(ascii: "S"): (key, letter) = ("dataStructure", 4)
      case UInt8(ascii: "g"): (key, letter) = ("messaging", 8)
      case UInt8(ascii: "C"): (key, letter) = ("videoCalling", 5)
      default: continue
      }
      if Self.namesDocument(key, text, at: index - letter) { return true }
    }
    return false
  }

  /// Whether a key stands at a place, and behind it what may be a path.
  private static func namesDocument(_ key: StaticString, _ text: Span<UInt8>, at start: Int) -> Bool {
    let end = start + key.utf8CodeUnitCount
    guard start >= 0, end <= text.count else { return false }
    if start > 0 {
      // `$schema` is no such key, and stands in many manifests.
      let before = text[start - 1]
      if before == UInt8(ascii: "$") || isWord(before) { return false }
    }
    if end < text.count, isWord(text[end]) { return false }
    for (offset, byte) in key.description.utf8.enumerated() where text[start + offset] != byte { return false }
    var index = end
    if index < text.count, text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "'") { index += 1 }
    while index < text.count, isBlank(text[index]) { index += 1 }
    // The word may stand in a comment or in a text, such as the address of a schema.
    guard index < text.count else { return false }
    // Between a key in quotes and its colon there may be a comment.
    if text[index] == UInt8(ascii: "#") { return true }
    return text[index] == UInt8(ascii: ":") && !isObject(behindColon: index, text)
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
