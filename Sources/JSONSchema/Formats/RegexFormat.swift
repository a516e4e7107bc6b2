/// A regular expression as ECMA-262 has it.
struct RegexFormat: Format {
  static let name = "regex"

  static func accepts(_ text: Span<UInt8>, in draft: Draft) -> Bool {
    var bytes: [UInt8] = []
    for index in text.indices { bytes.append(text[index]) }
    do throws(PatternError) {
      _ = try Pattern(String(decoding: bytes, as: UTF8.self), isStrict: true)
      return true
    } catch {
      return false
    }
  }
}
