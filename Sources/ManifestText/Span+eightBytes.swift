extension Span<UInt8> {
  /// Eight bytes in one number, in the order that the machine has; the last of them must be in the span.
  @inlinable @inline(__always)
  package func eightBytes(at offset: Int) -> UInt64 {
    // Any eight bytes are a number, and the bounds are checked.
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}
