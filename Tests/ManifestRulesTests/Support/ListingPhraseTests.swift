import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ListingPhraseTests {
  @Test(arguments: [
    "the #1 CRM add-on".replacing("the ", with: ""), "Number one for cars", "World's best dialer",
    "world-class support",
    "Best-in-class sync", "the most powerful tool", "Our best integration yet", "the leading platform",
    "the ultimate app",
    "second to none", "industry-leading", "the fastest way to sell",
    "The easiest, simplest app".replacing(", simplest", with: ""),
  ])
  func `finds praise`(text: String) {
    #expect(ListingPhrase.all(in: text).map(\.kind) == [.superlative])
  }

  @Test(arguments: [
    "the best time to call", "find your best leads", "best practices", "best regards", "at its best",
    "the most recent deals",
    "most of all", "the top 10 deals", "a leading zero", "number 1", "step #12", "the latest app", "one app",
    "the leads",
    "leading to the best outcome", "Car Services App connects your workshop with Pipedrive.", "",
  ])
  func `lets plain words pass`(text: String) {
    #expect(ListingPhrase.all(in: text).isEmpty)
  }

  @Test(arguments: [
    ("see https://acme.com/x.", "https://acme.com/x"), ("www.acme.com", "www.acme.com"), ("(http://a.b)", "http://a.b"),
    ("HTTPS://ACME.com!", "HTTPS://ACME.com"), ("[https://a.b](https://c.d)", "https://a.b"),
    ("ü https://a.b", "https://a.b"),
  ])
  func `finds bare URLs`(text: String, url: String) {
    let phrases = ListingPhrase.all(in: text)
    #expect(phrases.map(\.kind) == [.bareURL])
    #expect(phrases.map(\.text) == [url])
    #expect(phrases.map { String(decoding: Array(text.utf8)[$0.offsets], as: UTF8.self) } == [url])
  }

  @Test(arguments: [
    "[our site](https://acme.com)", "acme.com", "monday.com sync", "a.b@acme.com", "www.", "http", "t.co", "://",
  ])
  func `lets links, names and mail addresses pass`(text: String) {
    #expect(ListingPhrase.all(in: text).isEmpty)
  }

  @Test(arguments: [
    "https://bit.ly/x", "bit.ly/x", "[here](https://tinyurl.com/x)", "http://www.bit.ly/x", "(goo.gl/x)",
  ])
  func `finds shortened addresses, in links too`(text: String) {
    #expect(ListingPhrase.all(in: text).map(\.kind) == [.shortener])
  }
}
