extension Span<UInt8> {
  /// Eight bytes in one number, in the order that the machine has; the last of them must be in the span.
  @inlinable @inline(__always)
  package func eightBytes(at offset: Int) -> UInt64 {
    // Any eight bytes are a number, and the bounds are checked.
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Whether the bytes are those of another span.
  @inlinable
  package func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var offset = 0
    while offset + 8 <= count {
      if eightBytes(at: offset) != other.eightBytes(at: offset) { return false }
      offset += 8
    }
    // Of eight bytes and more, the last eight: some of them have been looked at.
    if count >= 8 { return eightBytes(at: count - 8) == other.eightBytes(at: count - 8) }
    while offset < count {
      if self[offset] != other[offset] { return false }
      offset += 1
    }
    return true
  }

  /// Where a byte stands first, at an offset or behind it; `nil` if it does not.
  @inlinable
  package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = ones &* UInt64(byte)
    var offset = start
    while offset + 8 <= count {
      // A byte that is the wanted one becomes 0, which alone borrows without having its highest bit set; what is marked
      // behind the first may be none.
      let difference = eightBytes(at: offset).littleEndian ^ wanted
      let marks = (difference &- ones) & ~difference & (ones &* 0x80)
      if marks != 0 { return offset + marks.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < count {
      if self[offset] == byte { return offset }
      offset += 1
    }
    return nil
  }
}
