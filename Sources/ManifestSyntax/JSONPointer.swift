/// JSON Pointers as RFC 6901 has them.
public enum JSONPointer {
  /// A key as a reference token: `~` is written `~0` and `/` is written `~1`.
  public static func escaping(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return key }
    var result = ""
    for scalar in key.unicodeScalars {
      switch scalar {
      case "~": result += "~0"
      case "/": result += "~1"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The keys that a pointer names, from the root; `nil` if it is none.
  public static func tokens(_ pointer: some StringProtocol) -> [String]? {
    if pointer.isEmpty { return [] }
    guard pointer.utf8.first == UInt8(ascii: "/") else { return nil }
    if !pointer.utf8.contains(UInt8(ascii: "~")) {
      return pointer.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    var tokens: [String] = []
    for part in pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      var token = ""
      var scalars = part.unicodeScalars.makeIterator()
      while let scalar = scalars.next() {
        guard scalar == "~" else {
          token.unicodeScalars.append(scalar)
          continue
        }
        switch scalars.next() {
        case "0": token += "~"
        case "1": token += "/"
        default: return nil
        }
      }
      tokens.append(token)
    }
    return tokens
  }
}

extension Node {
  /// The node that the tokens of a JSON Pointer lead to from here.
  public func descendant(_ tokens: some Sequence<String>) -> Node? {
    var node = self
    for token in tokens {
      let child: Node?
      switch node.kind {
      case .mapping: child = node[token]
      case .sequence:
        let isIndex = token == "0" || (token.utf8.first != UInt8(ascii: "0") && token.utf8.first != UInt8(ascii: "+"))
        child = isIndex ? Int(token).flatMap { $0 >= 0 ? node[$0] : nil } : nil
      default: child = nil
      }
      guard let child else { return nil }
      node = child
    }
    return node
  }
}
