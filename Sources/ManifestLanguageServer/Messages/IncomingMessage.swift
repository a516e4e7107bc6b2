import ManifestLint

/// A message from the editor.
enum IncomingMessage {
  /// Something that wants an answer.
  case request(id: RequestID, method: String, parameters: Node?)
  /// Something that wants none.
  case notification(method: String, parameters: Node?)
  /// The answer to a request of ours.
  case response(id: RequestID, result: Node?)

  /// Why some bytes are no message.
  struct Failure: Error {
    /// The request that is answered with the error, if one can be made out.
    var id: RequestID?
    var error: ResponseError
  }

  /// Reads a message.
  init(_ content: [UInt8]) throws(Failure) {
    let root = try Self.parse(content)
    guard root.kind == .mapping else { throw Self.invalid(nil, "a message must be an object") }
    let id = RequestID(root["id"])
    if let method = root["method"] {
      guard let name = method.string else { throw Self.invalid(id, "'method' must be a string") }
      if let id {
        self = .request(id: id, method: name, parameters: root["params"])
      } else if root["id"] != nil {
        throw Self.invalid(nil, "'id' must be a number or a string")
      } else {
        self = .notification(method: name, parameters: root["params"])
      }
    } else if let id, root["result"] != nil || root["error"] != nil {
      self = .response(id: id, result: root["error"] == nil ? root["result"] : nil)
    } else {
      throw Self.invalid(id, "a message must have a 'method', or be the answer to a request")
    }
  }

  private static func invalid(_ id: RequestID?, _ message: String) -> Failure {
    Failure(id: id, error: ResponseError(code: .invalidRequest, message: message))
  }

  private static func parse(_ content: [UInt8]) throws(Failure) -> Node {
    var parsed = JSONParser.parse(SourceText(path: "message", bytes: content))
    if !parsed.errors.isEmpty, let repaired = replacingUnpairedSurrogates(content) {
      parsed = JSONParser.parse(SourceText(path: "message", bytes: repaired))
    }
    if let document = parsed.documents.first, parsed.errors.isEmpty { return document.root }
    // What the parser says may quote the message, and with it what is secret in a document.
    throw Failure(error: ResponseError(code: .parseError, message: "the message is not valid JSON"))
  }

  /// The text with `\uFFFD` for every escape of half a character; `nil` if there is none.
  ///
  /// Editors written in JavaScript send such halves while somebody types; losing the change for it would leave the
  /// document out of step. Both are one unit of UTF-16.
  private static func replacingUnpairedSurrogates(_ content: [UInt8]) -> [UInt8]? {
    var result = content
    var hasChanged = false
    var index = 0
    while index < content.count {
      guard content[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      guard let unit = codeUnit(content, index), unit & 0xF800 == 0xD800 else {
        index += 2
        continue
      }
      if unit < 0xDC00, let low = codeUnit(content, index + 6), low & 0xFC00 == 0xDC00 {
        index += 12
        continue
      }
      result.replaceSubrange(index..<index + 6, with: "\\uFFFD".utf8)
      hasChanged = true
      index += 6
    }
    return hasChanged ? result : nil
  }

  /// The code unit that a `\uXXXX` at an offset stands for.
  private static func codeUnit(_ bytes: [UInt8], _ index: Int) -> UInt32? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    return UInt32(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
  }
}
