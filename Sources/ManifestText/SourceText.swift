/// The text of one file, as UTF-8 bytes, with the path that it goes by.
///
/// The bytes need not be valid UTF-8: what a file holds is known before it is judged. Text in UTF-16 that begins with
/// a byte order mark is turned into UTF-8 when it comes in; its offsets are those of the UTF-8 form without the mark.
public struct SourceText: Hashable, Sendable {
  /// How the file holds its text.
  public enum Encoding: Hashable, Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8
    /// UTF-16, least significant byte first, with a byte order mark.
    case utf16LittleEndian
    /// UTF-16, most significant byte first, with a byte order mark.
    case utf16BigEndian
  }

  /// The path as it is shown, relative to the working directory where that is shorter.
  public let path: String

  /// The whole text in UTF-8, a UTF-8 byte order mark included.
  public let bytes: [UInt8]

  /// How the file holds the text; anything but UTF-8 gets no fixes.
  public let encoding: Encoding

  /// The bytes of a UTF-8 byte order mark at the start: 3 or 0.
  public let byteOrderMarkLength: Int

  /// Takes the bytes of a file; UTF-16 is recognised by its byte order mark.
  ///
  /// An unpaired surrogate or an odd last byte becomes an invalid UTF-8 byte (`0xFF`), which no parser lets pass.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE):
      encoding = .utf16LittleEndian
      self.bytes = Self.transcodingUTF16(bytes, mostSignificantFirst: false)
    case (0xFE, 0xFF):
      encoding = .utf16BigEndian
      self.bytes = Self.transcodingUTF16(bytes, mostSignificantFirst: true)
    default:
      encoding = .utf8
      self.bytes = bytes
    }
    byteOrderMarkLength = self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// A text that was typed rather than read.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The bytes of a range.
  public func slice(_ range: TextRange) -> ArraySlice<UInt8> {
    bytes[range.utf8Offsets]
  }

  /// The text of a range; an invalid byte becomes U+FFFD.
  public func string(_ range: TextRange) -> String {
    String(decoding: bytes[range.utf8Offsets], as: UTF8.self)
  }

  /// The range of the whole text.
  public var range: TextRange { TextRange(utf8Offsets: 0..<bytes.count) }

  /// Where the text begins, after a byte order mark.
  public var startOfContent: TextPosition { TextPosition(utf8Offset: byteOrderMarkLength) }

  private static func transcodingUTF16(_ bytes: [UInt8], mostSignificantFirst: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    func unit(at index: Int) -> UInt16? {
      guard index + 1 < bytes.count else { return nil }
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return mostSignificantFirst ? first << 8 | second : second << 8 | first
    }
    var index = 2
    while index < bytes.count {
      guard let high = unit(at: index) else {
        result.append(0xFF)
        break
      }
      index += 2
      if let scalar = Unicode.Scalar(high) {
        result.append(contentsOf: UTF8.encode(scalar)!)
        continue
      }
      guard UTF16.isLeadSurrogate(high), let low = unit(at: index), UTF16.isTrailSurrogate(low) else {
        result.append(0xFF)
        continue
      }
      index += 2
      let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
      result.append(contentsOf: UTF8.encode(Unicode.Scalar(value)!)!)
    }
    return result
  }
}
