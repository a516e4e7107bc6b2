/// The name of a file as it stands in a patch.
struct PatchPath: Sendable {
  private let bytes: [UInt8]

  /// Takes the path from the folder that the patch is applied in.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The name with a prefix, in quotes where git puts some: `"a/na\303\257ve.yaml"`.
  ///
  /// It is the way of git's default, `core.quotePath`, in which the patch is plain ASCII but for the lines themselves.
  func prefixed(_ prefix: String) -> [UInt8] {
    let name = Array(prefix.utf8) + bytes
    if name.allSatisfy({ Self.isPlain($0) }) { return name }
    var quoted = [UInt8(ascii: "\"")]
    for byte in name { Self.append(byte, to: &quoted) }
    return quoted + [UInt8(ascii: "\"")]
  }

  /// The name with a prefix as the `---` and `+++` lines have it: behind one with a blank stands a tab, so that its end
  /// is certain.
  func line(_ prefix: String) -> [UInt8] {
    let name = prefixed(prefix)
    return bytes.contains(UInt8(ascii: " ")) && name.first != UInt8(ascii: "\"") ? name + [UInt8(ascii: "\t")] : name
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    if isPlain(byte) { return result.append(byte) }
    result.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): result.append(byte)
    case 0x07: result.append(UInt8(ascii: "a"))
    case 0x08: result.append(UInt8(ascii: "b"))
    case 0x09: result.append(UInt8(ascii: "t"))
    case 0x0A: result.append(UInt8(ascii: "n"))
    case 0x0B: result.append(UInt8(ascii: "v"))
    case 0x0C: result.append(UInt8(ascii: "f"))
    case 0x0D: result.append(UInt8(ascii: "r"))
    default: for shift in [6, 3, 0] { result.append(UInt8(ascii: "0") + (byte >> UInt8(shift)) & 7) }
    }
  }
}
