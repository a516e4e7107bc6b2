import ManifestText
import Testing

@Suite struct SecretMatcherTests {
  private func masking(_ words: String, _ secrets: [String]) -> String {
    SecretMatcher(secrets.map { Array($0.utf8)[...] }).masking(words)
  }

  @Test(arguments: [
    ("a secret1 b", ["secret1"], "a ••• b"), ("secret12", ["secret1", "secret12"], "•••"),
    ("secret13", ["secret1", "secret12"], "•••3"), ("abcdefghi", ["abcdef", "defghi"], "•••"),
    ("abcdabcd", ["abcd"], "•••"), ("'abc' abc", ["abc"], "'•••' abc"), ("\"x\"", ["x"], "\"•••\""),
    ("'abcd'", ["ab", "abc"], "'abcd'"), ("", ["abcd"], ""), ("abcd", [""], "abcd"), ("äöüß", ["äöüß"], "•••"),
    ("0123456789abcdefghij", ["0123456789abcdefghij"], "•••"),
    ("0123456789abcdefgh…'", ["0123456789abcdefghijklmnop"], "•••…'"), ("abcz", ["abcdz", "abcd"], "abcz"),
  ])
  func `masks what is secret and nothing else`(words: String, secrets: [String], masked: String) {
    #expect(masking(words, secrets) == masked)
  }

  @Test(arguments: [
    ("unknown 'type', a type", "unknown '•••', a type"), ("'types' \"type\"", "'types' \"•••\""), ("'type", "'type"),
  ])
  func `a word is masked only where it is quoted as a whole`(words: String, masked: String) {
    #expect(SecretMatcher([], words: [Array("type".utf8)[...]]).masking(words) == masked)
  }

  @Test func `secrets that begin alike are found in one pass`() {
    let secrets = (0..<10_000).map { "secret\($0)" } + (1...2_000).map { String(repeating: "a", count: $0) }
    #expect(masking(String(repeating: "secret ", count: 10_000) + "secret77", secrets).hasSuffix(" •••"))
    #expect(masking(String(repeating: "a", count: 20_000), secrets) == "•••")
  }
}
