import ManifestLint

/// The unit in which the offsets in lines are counted.
enum PositionEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The unit that an editor and the server agree on: bytes if the editor counts in them too, else what it names first,
  /// else code units of UTF-16, which every editor must count.
  init(offered: [String]) {
    let known = offered.compactMap(PositionEncoding.init(rawValue:))
    self = known.contains(.utf8) ? .utf8 : known.first ?? .utf16
  }

  /// The same unit as reports count it.
  var unit: ColumnUnit {
    switch self {
    case .utf8: .utf8Bytes
    case .utf16: .utf16CodeUnits
    case .utf32: .unicodeScalars
    }
  }

  /// How many units a scalar of so many UTF-8 bytes takes.
  func units(ofScalarWith bytes: Int) -> Int {
    switch self {
    case .utf8: bytes
    case .utf16: bytes == 4 ? 2 : 1
    case .utf32: 1
    }
  }
}
