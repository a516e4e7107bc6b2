import Foundation
import ManifestTestSupport
import Testing

@testable import JSONSchema

@Suite struct PatternTests {
  private static func matches(_ pattern: String, _ text: String) -> Bool? {
    do {
      return try Pattern(pattern).isFound(in: Array(text.utf8).span)
    } catch {
      return nil
    }
  }

  @Test(arguments: [
    ("abc", "xabcx"), ("^abc$", "abc"), ("a.c", "aéc"), ("a|b|^$", ""), ("^(a|b)*c$", "ababc"), ("^a{2,3}$", "aaa"),
    ("^(ab){2}$", "abab"), ("^[a-c\\d_]+$", "a1_b"), ("^[^a-c]+$", "xyz"), ("[]a]|b", "b"),
    ("^\\w+\\s\\S$", "ab\u{A0}c"),
    ("\\bfoo\\b", "a foo."), ("o\\B", "foo"), ("^(?=.*\\d)(?=.*[a-z]).{4,}$", "abc1"), ("^(?!.*foo).*$", "bar"),
    ("(?<=\\$)\\d+", "$42"), ("(?<!\\$)\\b\\d+", "42"), ("^(a+)\\1$", "aaaa"), ("^(?<x>a|b)\\k<x>$", "bb"),
    ("^\\u0041\\x42\\cJ\\0$", "AB\n\0"), ("^\\u{1F600}$", "😀"), ("^\\uD83D\\uDE00$", "😀"), ("^.$", "😀"),
    ("^[😀-😂]$", "😁"), ("^\\p{L}\\p{Lu}\\P{L}$", "éÉ1"), ("^\\p{Script=Greek}+$", "αβγ"),
    ("^\\p{Letter}\\p{digit}$", "ñ٣"),
    ("^a\\-b\\_c\\/$", "a-b_c/"), ("^{a}$", "{a}"), ("^a{,2}$", "a{,2}"), ("x{2}y{0}", "xx"),
    ("^(?:a?){3}a{3}$", "aaa"),
    ("^(a*)*$", "aaa"), ("^(a|ab)(c|bcd)(d*)$", "abcd"), ("^[\\w-]+$", "a-b"), ("^[\\b]$", "\u{8}"), ("^a*?$", "aa"),
    ("^(?:(a)|b)*\\1$", "ab"), ("^\\1(a)$", "a"), ("(?=a)*b", "b"), ("[^]", "\n"),
    ("^(z)((a+)?(b+)?(c))*$", "zaacbbbcac"), ("^(?:\\d{1,3}\\.){3}\\d{1,3}$", "127.0.0.1"), ("", "x"), ("^$", ""),
    ("^(?:[a-z]{2}(?:-[a-z]{1,3}){0,2},)*x$", "en-us,de,x"), ("\\7", "\u{7}"), ("^\\8$", "8"), ("^[\\d-x]+$", "1-x"),
    ("^$|\\S", ""), ("^$|\\S", " é"), ("^\\s*$|x", " \u{A0}"), ("^\\s*$|^(x)\\1", "xx"), ("^[ab]+$", "abba"),
    ("^é{2,}$", "ééé"),
  ])
  func `finds`(pattern: String, text: String) {
    #expect(Self.matches(pattern, text) == true)
  }

  @Test(arguments: [
    ("^abc$", "abcd"), ("^abc$", "abc\n"), ("a.c", "a\nc"), ("^\\d+$", "٣"), ("^\\w$", "é"), ("[]", "a"),
    ("^a{2,3}$", "aaaa"),
    ("^(a+)\\1$", "aaa"), ("^(?!.*foo).*$", "a foo"), ("(?<=\\$)\\d+", "€42"), ("^[^a-c]+$", "xbz"),
    ("\\bfoo\\b", "foobar"),
    ("^\\p{L}+$", "a1"), ("^\\p{Script=Greek}+$", "αb"), ("^(?:a|b)*c$", "abab"), ("^.$", "ab"), ("^[^😀]$", "😀"),
    ("^(?<!a)b", "ab"), ("^(a*)*b$", "aaaa"), ("^\\P{Lu}$", "A"), ("^(?:x{0,3}y){2}$", "xy"),
    ("^$|\\S", " "), ("^\\s*$|x", "a"), ("^\\s*$|^(x)\\1", "xy"), ("^[ab]+$", ""), ("^[ab]*$", "ab\n"),
    ("^é{2,}$", "é"),
  ])
  func `does not find`(pattern: String, text: String) {
    #expect(Self.matches(pattern, text) == false)
  }

  @Test(arguments: [
    "(", ")", "[a", "a**", "*a", "(?a)", "[b-a]", "a{2,1}", "\\", "(?<n", "\\p{Nonsense}", "(?<1>a)", "+", "^(?<=a)?b",
    String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000),
  ])
  func `refuses what is no pattern`(pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(pattern) }
  }

  @Test(arguments: [
    "\\Z", "\\a", "\\-", "a{", "}", "]", "\\1", "\\u12", "\\x1", "\\c1", "\\p", "[\\w-a]", "(?=a)*", "\\k<x>",
  ])
  func `takes for a strict reading only what the u flag allows`(pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(pattern, isStrict: true) }
  }

  @Test(arguments: [
    ("^(a+)+$", 40_000), ("^(a|a)*$", 40_000), ("^(a|aa)+$", 40_000), ("(x+x+)+y", 5_000), ("^(.*a){20}$", 5_000),
    ("^(([a-z])+.)+[A-Z]([a-z])+$", 20_000), (".*.*.*=.*", 20_000), ("^(\\w+\\s?)*$", 20_000),
    ("^[a-z]{0,63}[a-z]{0,63}[a-z]{0,63}[a-z]{0,63}!$", 250),
  ])
  func `stays linear where the pattern invites backtracking`(pattern: String, count: Int) throws {
    let compiled = try Pattern(pattern)
    let text = Array((String(repeating: "a", count: count) + "#").utf8)
    #expect(try !compiled.isFound(in: text.span))
  }

  @Test func `gives up where a backreference makes it exponential`() throws {
    let compiled = try Pattern("^(a+)+\\1$")
    let text = Array((String(repeating: "a", count: 63) + "b").utf8)
    #expect(throws: PatternStepLimit.self) { try compiled.isFound(in: text.span) }
  }

  @Test func `survives a text of a megabyte`() throws {
    let text = Array(String(repeating: "ab", count: 500_000).utf8)
    #expect(try Pattern("^(ab)*$").isFound(in: text.span))
    #expect(try Pattern("^(?:a|b)*$").isFound(in: text.span))
  }

  @Test func `compiles every pattern of SchemaStore`() throws {
    guard let suite = ConformanceSuite("schemastore") else { return }
    let patterns = try JSONDecoder().decode([String].self, from: Data(suite.bytes("patterns.json")))
    for pattern in patterns {
      #expect(throws: Never.self) { try Pattern(pattern) }
      let strict = try? Pattern(pattern, isStrict: true)
      #expect(strict != nil, "all of them are good with the u flag: \(pattern)")
      _ = try? strict?.isFound(in: Array("example/text-1.2.3 @scope".utf8).span)
    }
    print("SchemaStore patterns: \(patterns.count) compiled")
  }
}
