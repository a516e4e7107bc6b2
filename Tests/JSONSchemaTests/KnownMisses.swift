/// The tests of JSON-Schema-Test-Suite that come out otherwise here, each with the reason.
enum KnownMisses {
  static let reasons: [String: String] = [:]
}
