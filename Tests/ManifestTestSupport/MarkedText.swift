public import ManifestText

/// A text with the places that a test speaks of marked in it: `name: 1️⃣Car services1️⃣`.
///
/// The same digit stands on both sides of a place; a digit that stands once marks the empty range there.
public struct MarkedText: Hashable, Sendable {
  /// The text without the marks.
  public let text: String
  /// The marked places by digit.
  public let ranges: [String: TextRange]

  /// The digits that mark places, in order.
  public static let marks = ["0️⃣", "1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣"]

  /// Takes the marks out of a text.
  public init(_ marked: String) {
    var bytes: [UInt8] = []
    var offsets: [String: [Int]] = [:]
    var rest = Array(marked.utf8)[...]
    while !rest.isEmpty {
      if let mark = Self.marks.first(where: { rest.starts(with: $0.utf8) }) {
        offsets[mark, default: []].append(bytes.count)
        rest = rest.dropFirst(mark.utf8.count)
      } else {
        bytes.append(rest.removeFirst())
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    ranges = offsets.mapValues { TextRange(utf8Offsets: $0[0]..<$0[$0.count - 1]) }
  }
}
