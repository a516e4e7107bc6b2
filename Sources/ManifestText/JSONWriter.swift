/// Writes JSON as it goes, without a tree in between.
///
/// Members are written in the order of the calls, so that the same calls give the same bytes.
public struct JSONWriter: Sendable {
  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8] = []

  private let isIndented: Bool
  private var depth: Int
  private var needsComma = false
  private var isAfterKey = false

  /// Writes on one line, or indented by two spaces.
  ///
  /// With a depth, what is written are the elements of an array that stands that deep in another text; it is put there
  /// with ``array(of:)``.
  public init(indented: Bool, depth: Int = 0) {
    isIndented = indented
    self.depth = depth
  }

  /// Writes an object with the members that the closure writes.
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    collection("{", "}", members)
  }

  /// Writes an array with the elements that the closure writes.
  public mutating func array(_ elements: (inout JSONWriter) -> Void) {
    collection("[", "]", elements)
  }

  /// Opens an object, for writers that do not nest as closures do; ``endObject()`` closes it.
  public mutating func beginObject() { begin("{") }

  /// Closes the object that was opened last.
  public mutating func endObject() { end("}") }

  /// Opens an array, for writers that do not nest as closures do; ``endArray()`` closes it.
  public mutating func beginArray() { begin("[") }

  /// Closes the array that was opened last.
  public mutating func endArray() { end("]") }

  /// Writes an array, one element for each value.
  public mutating func array<Element>(_ values: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void) {
    array { writer in
      for value in values { write(&writer, value) }
    }
  }

  /// Writes an array with the elements that other writers have written, one level deeper than this one stands.
  public mutating func array(of parts: [JSONWriter]) {
    collection("[", "]") { writer in
      for part in parts {
        precondition(part.depth == writer.depth, "elements for depth \(part.depth) at depth \(writer.depth)")
        if writer.needsComma, part.needsComma { writer.bytes.append(UInt8(ascii: ",")) }
        writer.bytes.append(contentsOf: part.bytes)
        writer.needsComma = writer.needsComma || part.needsComma
      }
    }
  }

  /// Writes the key of the next value.
  public mutating func key(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
    isAfterKey = true
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    raw(String(value))
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    raw(value ? "true" : "false")
  }

  /// Writes `null`.
  public mutating func null() {
    raw("null")
  }

  /// Writes a text that is already one JSON value.
  public mutating func raw(_ value: some StringProtocol) {
    separate()
    bytes.append(contentsOf: value.utf8)
  }

  /// Ends the line.
  public mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func separate() {
    defer {
      needsComma = true
      isAfterKey = false
    }
    if isAfterKey { return }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { indent() }
  }

  private mutating func indent() {
    guard isIndented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private mutating func collection(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout Self) -> Void) {
    begin(open)
    content(&self)
    end(close)
  }

  private mutating func begin(_ open: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: open))
    depth += 1
    needsComma = false
  }

  private mutating func end(_ close: Unicode.Scalar) {
    depth -= 1
    if needsComma { indent() }
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func quote(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: "\\\"".utf8)
      case "\\": bytes.append(contentsOf: "\\\\".utf8)
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      case "[" where bytes.endsInLogCommandPrefix: escape(scalar)
      case " "..."~": bytes.append(UInt8(scalar.value))
      case _ where scalar.isInvisibleControl: escape(scalar)
      default: bytes.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a scalar of the basic plane by its number: it is the same JSON, and harmless where it is printed.
  private mutating func escape(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    bytes.append(contentsOf: "\\u".utf8)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    bytes.append(contentsOf: digits.utf8)
  }
}

extension JSONWriter {
  /// Writes a member whose value the closure writes.
  public mutating func member(_ key: String, _ value: (inout JSONWriter) -> Void) {
    self.key(key)
    value(&self)
  }

  /// Writes a member that is a string.
  public mutating func member(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }

  /// Writes a member that is a whole number.
  public mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    integer(value)
  }

  /// Writes a member that is a truth value.
  public mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    boolean(value)
  }
}
