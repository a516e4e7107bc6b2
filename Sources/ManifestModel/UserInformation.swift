/// The `user:password` part of an address.
public enum UserInformation {
  /// Where it stands in an address such as `https://user:password@host/`, as UTF-8 offsets without the `@`.
  public static func range(in address: String) -> Range<Int>? {
    let bytes = Array(address.utf8)
    guard let slashes = bytes.indices.first(where: { bytes[$0...].starts(with: "://".utf8) }) else { return nil }
    let start = slashes + 3
    let end = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
    guard let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")), at > start else { return nil }
    return start..<at
  }
}
