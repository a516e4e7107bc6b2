import ManifestModel
import Testing

@Suite struct NearMatchTests {
  @Test(arguments: [
    ("nmae", "name"), ("Name", "name"), ("locatoins", "locations"), ("callbackURL", "callbackUrl"),
    ("deal-detials", "deal-details"), ("dael-details", "deal-details"), ("privat", "private"),
  ])
  func `finds what was meant`(word: String, meant: String) {
    #expect(NearMatch.unique(word, among: [meant, "somethingElse"]) == meant)
  }

  @Test(arguments: [("url", "xyz"), ("ab", "ba"), ("lead-details", "deal-details"), ("name", "nothing"), ("", "a")])
  func `does not guess far`(word: String, other: String) {
    #expect(NearMatch.unique(word, among: [other]) == nil)
  }

  @Test func `does not choose between two`() {
    #expect(NearMatch.unique("jsonXodals", among: ["jsonModals", "jsonNodals"]) == nil)
    #expect(NearMatch.unique("nmae", among: ["name", "name"]) == "name")
    #expect(NearMatch.unique("DEALS:READ", among: ["leads:read", "deals:read", "goals:read"]) == "deals:read")
  }

  @Test func `a very long word costs nothing`() {
    #expect(NearMatch.unique(String(repeating: "a", count: 1_000_000), among: ["name"]) == nil)
  }
}
