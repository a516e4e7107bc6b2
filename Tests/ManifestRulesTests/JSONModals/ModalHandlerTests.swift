import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ModalHandlerTests {
  private static func primary(_ options: String) -> String {
    "{ $ref: \"#/definitions/action-primary\", options: { label: A, \(options) } }"
  }

  private static func secondary(_ options: String) -> String {
    "{ $ref: \"#/definitions/action-secondary\", options: { label: A, \(options) } }"
  }

  @Test func `flags handlers that are unknown or the other kind's`() {
    expectLint(
      ModalHandler(), InvalidValue(),
      in: ModalText.with(
        actions: """
          a: \(Self.primary("handler: 1️⃣submit1️⃣"))
          b: \(Self.primary("handler: 2️⃣cancel2️⃣, url: https://www.carservicesapp.com"))
          c: \(Self.secondary("handler: 3️⃣open-url3️⃣"))
          d: \(Self.secondary("handler: 4️⃣\"\"4️⃣"))
          """),
      [
        "1️⃣": "unknown handler 'submit'", "2️⃣": "the handler 'cancel' is for secondary buttons only",
        "3️⃣": "the handler 'open-url' is for primary buttons only", "4️⃣": "unknown handler ''",
      ])
  }

  @Test func `flags a URL that nothing opens`() {
    expectLint(
      ModalHandler(), ModalOption(),
      in: ModalText.with(actions: "a: \(Self.primary("handler: request, 1️⃣url1️⃣: https://www.carservicesapp.com"))"),
      ["1️⃣": "'url' is taken with the handler 'open-url' only"])
  }

  @Test(arguments: [
    primary("handler: request"), primary("handler: open-url"), primary("handler: request, url: \"\""),
    primary("handler: open-url, url: https://www.carservicesapp.com"), primary("url: https://www.carservicesapp.com"),
    primary("handler: \"${HANDLER}\", url: https://www.carservicesapp.com"), secondary("handler: reset"),
    secondary("handler: cancel"), secondary("handler: 3"), secondary("handler: "),
  ])
  func `lets what the tables have pass`(action: String) {
    expectLint(ModalHandler(), in: ModalText.with(actions: "a: \(action)"))
  }

  @Test func `holds the URL to be absolute`() {
    expectLint(
      ModalHandler(), UrlAbsolute(), HttpsUrl(),
      in: ModalText.with(
        actions: """
          a: \(Self.primary("handler: open-url, url: 1️⃣www.carservicesapp.com1️⃣"))
          b: \(Self.primary("handler: open-url, url: 2️⃣http://www.carservicesapp.com2️⃣"))
          """),
      [
        "1️⃣": "the address has no scheme; 'https://' is missing before the host",
        "2️⃣": "the URL is plain http; what is sent there can be read on the way",
      ])
  }
}
