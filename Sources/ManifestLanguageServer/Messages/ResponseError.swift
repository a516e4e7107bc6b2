import ManifestLint

/// Why a request has no result.
struct ResponseError: Error, Hashable, Message.Value {
  /// The codes of JSON-RPC and of the protocol that are used here.
  enum Code: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParameters = -32602
    case serverNotInitialized = -32002
    case requestCancelled = -32800
  }

  var code: Code
  var message: String

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("code", code.rawValue)
      writer.member("message", message)
    }
  }

  /// A parameter that a request needs is absent, or of another shape.
  static func invalidParameters(_ name: String) -> ResponseError {
    ResponseError(code: .invalidParameters, message: "'\(name)' is missing or malformed")
  }
}
