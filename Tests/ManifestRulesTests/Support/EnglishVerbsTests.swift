import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct EnglishVerbsTests {
  @Test(arguments: ["Add", "send", "Reschedule", "Unassign", "Synchronise", "Digitize", "Notify", "Upsell"])
  func `knows verbs and makes some`(word: String) {
    #expect(EnglishVerbs.contains(word))
  }

  @Test(arguments: ["Product", "Details", "Car", "New", "Size", "The", "", "Prize", "Quotes"])
  func `other words are none`(word: String) {
    #expect(!EnglishVerbs.contains(word))
  }
}
