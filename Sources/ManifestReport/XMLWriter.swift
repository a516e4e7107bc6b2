import ManifestText

/// Writes XML in which any text can stand.
///
/// A character that XML 1.0 cannot hold is written as text shows it (`\u{1B}`); every other invisible one as a
/// reference, so that it comes out as it was, line breaks in attributes included.
struct XMLWriter {
  /// The text so far, in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Writes the declaration that a document begins with.
  mutating func declaration() {
    bytes.append(contentsOf: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  }

  /// Writes a start tag.
  mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    tag(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an element without content.
  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    tag(name, attributes)
    bytes.append(contentsOf: "/>".utf8)
  }

  /// Writes an end tag.
  mutating func end(_ name: String) {
    bytes.append(contentsOf: "</\(name)>".utf8)
  }

  /// Writes text between tags.
  mutating func text(_ value: String) {
    for scalar in value.unicodeScalars { append(scalar) }
  }

  /// Ends the line.
  mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    bytes.append(contentsOf: "<\(name)".utf8)
    for (name, value) in attributes {
      bytes.append(contentsOf: " \(name)=\"".utf8)
      for scalar in value.unicodeScalars { append(scalar) }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": bytes.append(contentsOf: "&amp;".utf8)
    case "<": bytes.append(contentsOf: "&lt;".utf8)
    case ">": bytes.append(contentsOf: "&gt;".utf8)
    case "\"": bytes.append(contentsOf: "&quot;".utf8)
    case "[" where bytes.endsInLogCommandPrefix: bytes.append(contentsOf: "&#91;".utf8)
    case " "..."~": bytes.append(UInt8(scalar.value))
    case _ where !scalar.isXMLCharacter: bytes.append(contentsOf: DisplayText.notation(of: scalar).utf8)
    case _ where scalar.isInvisibleControl:
      bytes.append(contentsOf: "&#x\(String(scalar.value, radix: 16, uppercase: true));".utf8)
    default: bytes.append(contentsOf: UTF8.encode(scalar)!)
    }
  }
}

extension Unicode.Scalar {
  /// Whether XML 1.0 can hold it at all.
  fileprivate var isXMLCharacter: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: true
    default: false
    }
  }
}
