extension Span<UInt8> {
  /// Eight bytes in one number, in the order that the machine has; the last of them must be in the span.
  @inlinable @inline(__always)
  package func eightBytes(at offset: Int) -> UInt64 {
    // Any eight bytes are a number, and the bounds are checked.
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Where a byte stands first, at an offset or behind it; `nil` if it does not.
  @inlinable
  package func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = ones &* UInt64(byte)
    var offset = start
    while offset + 8 <= count {
      // A byte that is the wanted one becomes 0, which alone borrows without having its highest bit set.
      let difference = eightBytes(at: offset) ^ wanted
      if (difference &- ones) & ~difference & (ones &* 0x80) != 0 { break }
      offset += 8
    }
    while offset < count {
      if self[offset] == byte { return offset }
      offset += 1
    }
    return nil
  }
}
