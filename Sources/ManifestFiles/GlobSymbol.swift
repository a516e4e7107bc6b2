/// What a pattern is compared with, one at a time: a byte in git's patterns, a Unicode scalar in ours.
///
/// A byte that is not UTF-8 becomes a symbol beyond Unicode, which only itself and the wildcards match.
struct GlobSymbol: Hashable, Sendable {
  var value: UInt32

  init(_ value: UInt32) {
    self.value = value
  }
}

// MARK: - Comparable

extension GlobSymbol: Comparable {
  static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.value < rhs.value
  }
}

// MARK: - ExpressibleByUnicodeScalarLiteral

extension GlobSymbol: ExpressibleByUnicodeScalarLiteral {
  init(unicodeScalarLiteral scalar: Unicode.Scalar) {
    value = scalar.value
  }
}

extension Glob.Style {
  /// The symbols of a text.
  func symbols(of bytes: ArraySlice<UInt8>) -> Symbols {
    Symbols(bytes: bytes, style: self, index: bytes.startIndex)
  }

  /// The symbols of a text, read as they are needed.
  struct Symbols: Sequence, IteratorProtocol {
    fileprivate let bytes: ArraySlice<UInt8>
    fileprivate let style: Glob.Style
    fileprivate var index: Int

    mutating func next() -> GlobSymbol? {
      guard index < bytes.endIndex else { return nil }
      let first = bytes[index]
      guard style == .configuration, first >= 0x80 else {
        index += 1
        return GlobSymbol(UInt32(first))
      }
      var parser = UTF8.ForwardParser()
      var iterator = bytes[index...].makeIterator()
      if case .valid(let encoded) = parser.parseScalar(from: &iterator) {
        index += encoded.count
        return GlobSymbol(UTF8.decode(encoded).value)
      }
      index += 1
      return GlobSymbol(0x11_0000 + UInt32(first))
    }
  }
}
