import ManifestLint

extension Node {
  /// The edit that puts an entry with a plain word as value before the first of an object.
  ///
  /// `nil` where the first entry gives no example of how entries stand here: there is none, or an alias brings it in.
  func insertionEdit(_ key: String, _ value: String) -> TextEdit? {
    guard kind == .mapping, let first = entries.first(where: { _ in true })?.key, first.anchor == nil, first.tag == nil,
      place.anchor == nil, first.place.anchor == nil, range.contains(first.range.lowerBound)
    else { return nil }
    let bytes = tree.source.bytes
    let offset = Int(first.range.lowerBound.utf8Offset)
    let start =
      bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? tree.source.byteOrderMarkLength
    let indentation = bytes[start..<offset]
    let entry = tree.language == .json ? "\"\(key)\": \"\(value)\"" : "\(key): \(value)"
    let comma = style == .flow ? "," : ""
    guard indentation.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
      return style == .flow
        ? TextEdit(range: first.range.lowerBound..<first.range.lowerBound, replacement: "\(entry), ") : nil
    }
    let firstBreak = bytes.firstIndex(of: 0x0A) ?? 0
    let lineBreak = firstBreak > 0 && bytes[firstBreak - 1] == 0x0D ? "\r\n" : "\n"
    return TextEdit(
      range: first.range.lowerBound..<first.range.lowerBound,
      replacement: entry + comma + lineBreak + String(decoding: indentation, as: UTF8.self))
  }
}
