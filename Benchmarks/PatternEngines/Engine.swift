import PCRE2

/// What reads patterns, and looks for them in texts.
protocol Engine {
  static var name: String { get }
  /// Makes a pattern; `nil` if it refuses it.
  init?(_ pattern: String)
  /// Whether the pattern is found; `nil` if the engine gave up.
  func isFound(in text: String) -> Bool?
}

struct OwnEngine: Engine {
  static let name = "ours"
  private let pattern: Pattern

  init?(_ text: String) {
    guard let pattern = try? Pattern(text) else { return nil }
    self.pattern = pattern
  }

  func isFound(in text: String) -> Bool? {
    try? pattern.isFound(in: text.utf8.span)
  }
}

/// Swift's own, told to mean as much of what ECMA-262 means as it can be told.
struct SwiftEngine: Engine {
  static let name = "Swift Regex"
  private let regex: Regex<AnyRegexOutput>

  init?(_ text: String) {
    guard let regex = try? Regex(text) else { return nil }
    self.regex = regex.matchingSemantics(.unicodeScalar).asciiOnlyDigits().asciiOnlyWordCharacters()
  }

  func isFound(in text: String) -> Bool? {
    do { return try regex.firstMatch(in: text) != nil } catch { return nil }
  }
}

/// PCRE2 with the options that bring it nearest to ECMA-262; with its compiler, or without as a static release has it.
final class PCRE2Engine: Engine {
  static let name = "PCRE2"
  private let code: OpaquePointer
  private let data: OpaquePointer

  init?(_ text: String) {
    var error: Int32 = 0
    var offset = 0
    let options =
      PCRE2_UTF | UInt32(PCRE2_DOLLAR_ENDONLY) | UInt32(PCRE2_ALT_BSUX) | UInt32(PCRE2_MATCH_UNSET_BACKREF)
      | UInt32(PCRE2_ALLOW_EMPTY_CLASS)
    let bytes = Array(text.utf8)
    guard let code = pcre2_compile_8(bytes, bytes.count, options, &error, &offset, nil) else { return nil }
    self.code = code
    data = pcre2_match_data_create_from_pattern_8(code, nil)
  }

  deinit {
    pcre2_match_data_free_8(data)
    pcre2_code_free_8(code)
  }

  func isFound(in text: String) -> Bool? {
    var text = text
    let result = text.withUTF8 { pcre2_match_8(code, $0.baseAddress ?? Self.empty, $0.count, 0, 0, data, nil) }
    return result >= 0 ? true : result == PCRE2_ERROR_NOMATCH ? false : nil
  }

  nonisolated(unsafe) private static let empty = UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1))
}
