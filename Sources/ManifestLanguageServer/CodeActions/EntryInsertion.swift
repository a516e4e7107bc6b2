import ManifestLint

/// Where and how an entry is added to the end of an object.
struct EntryInsertion {
  /// How its entries are written.
  let layout: EntrySkeleton.Layout

  private let offset: Int
  /// What stands between two entries.
  private let separator: String
  /// Whether there is an entry before the place.
  private let hasPrevious: Bool
  /// What stands before the lines of an entry after the first.
  private let indentation: String

  /// Finds the place; `nil` where the entries that are there give no example of how one stands.
  init?(in object: Node) {
    let bytes = object.tree.source.bytes
    let isJSON = object.tree.language == .json
    layout = isJSON ? .json : object.style == .block ? .block : .flow
    guard object.place.anchor == nil else { return nil }
    let own = Array(
      object.entries.prefix { entry in
        entry.key.place.anchor == nil && object.range.contains(entry.key.range.lowerBound)
      })
    guard let first = own.first, let last = own.last else {
      guard object.style == .flow, object.entries.first(where: { _ in true }) == nil else { return nil }
      offset = Int(object.range.lowerBound.utf8Offset) + 1
      separator = ", "
      hasPrevious = false
      indentation = ""
      return
    }
    let lineStart = Self.lineStart(bytes, Int(first.key.range.lowerBound.utf8Offset), object.tree.source)
    let before = bytes[lineStart..<Int(first.key.range.lowerBound.utf8Offset)]
    let isFirstOnLine = before.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    let lineBreak = bytes.firstIndex(of: 0x0A).map { $0 > 0 && bytes[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
    hasPrevious = true
    if layout == .block {
      // Items stand behind dashes: what follows the first key stands under it.
      guard before.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) else { return nil }
      indentation = String(repeating: " ", count: before.count)
      // The value of the last entry may be an alias, whose node stands elsewhere.
      let place = last.value.place
      var end = Int(place.range.upperBound.utf8Offset)
      if place.range.isEmpty { end = max(end, Int(last.key.range.upperBound.utf8Offset)) }
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      offset = end
      separator = lineBreak + indentation
    } else {
      let place = last.value.place
      offset = max(Int(place.range.upperBound.utf8Offset), Int(last.key.range.upperBound.utf8Offset))
      indentation = isFirstOnLine ? String(decoding: before, as: UTF8.self) : ""
      separator = isFirstOnLine ? "," + lineBreak + indentation : ", "
    }
    guard object.range.contains(last.key.range.lowerBound), offset <= bytes.count else { return nil }
  }

  private static func lineStart(_ bytes: [UInt8], _ offset: Int, _ source: SourceText) -> Int {
    bytes[..<offset].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? source.byteOrderMarkLength
  }

  /// The edit that adds entries.
  func edit(adding entries: [String]) -> TextEdit {
    let laidOut = entries.map { $0.replacingPlaces(of: "\n", by: "\n" + indentation) }
    let text = (hasPrevious ? separator : "") + laidOut.joined(separator: separator)
    return TextEdit(range: TextRange(utf8Offsets: offset..<offset), replacement: text)
  }
}
