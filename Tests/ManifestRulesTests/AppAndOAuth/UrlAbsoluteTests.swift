import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct UrlAbsoluteTests {
  @Test(arguments: [
    ("www.acme.com/x", "the address has no scheme; 'https://' is missing before the host", "https://www.acme.com/x"),
    ("//cdn.acme.com/x", "the address has no scheme; 'https://' is missing before the host", "https://cdn.acme.com/x"),
    (
      "localhost:3000/x", "the address has no scheme; 'https://' is missing before the host", "https://localhost:3000/x"
    ),
    ("/callback", "the address is not absolute: it has neither scheme nor host", nil),
    ("callback", "the address is not absolute: it has neither scheme nor host", nil),
    ("ftp://acme.com", "the address has the scheme 'ftp'; only http and https are taken", nil),
    ("mailto:a@acme.com", "the address has the scheme 'mailto'; only http and https are taken", nil),
    ("https:/acme.com", "'//' is missing behind the scheme of the address", nil),
    ("https:///x", "the address has no host", nil),
    ("https://acme.com:99999/x", "the port '99999' of the address is no number from 0 to 65535", nil),
    // The end of the port may be half of a password.
    ("https://user:pa/ss@acme.com", "the port of the address is no number from 0 to 65535", nil),
    ("https://user:hunter2", "the port of the address is no number from 0 to 65535", nil),
    ("https://user:12345678/x", "the port of the address is no number from 0 to 65535", nil),
    ("https://user:hunter%40acme.com/x", "the port of the address is no number from 0 to 65535", nil),
    ("https://user:pa#ss@acme.com", "the port of the address is no number from 0 to 65535", nil),
    ("https://[::1/x", "the host of the address is malformed: ']' is missing", nil),
    ("https://acme.com/my page", "the address holds a blank or control character", "https://acme.com/my%20page"),
    ("https://ac me.com/", "the address holds a blank or control character", nil),
    ("https://$HOST/x", "the host of the address is malformed: it cannot hold '$'", nil),
    ("https://{{HOST}}/x", "the host of the address is malformed: it cannot hold '{'", nil),
    // What a variable brings in is mended where its value is given.
    ("${H:-acme.com}/x", "the address has no scheme; 'https://' is missing before the host", nil),
    ("https://${H:-ac me.com}/x", "the address holds a blank or control character", nil),
  ])
  func `says what is wrong with an address`(url: String, message: String, fixed: String?) {
    expectLint(
      UrlAbsolute(), in: "app:\n  callbackUrl: 1️⃣\"\(url)\"1️⃣\n", ["1️⃣": message],
      fixed: "app:\n  callbackUrl: \"\(fixed ?? url)\"\n")
  }

  @Test(arguments: [
    "https://acme.com", "HTTPS://Acme.com/x", "http://localhost:3000/x", "https://[::1]:8080/", "https://münchen.de/ü",
    "https://user:pw@acme.com/", "https://acme.com?x=1", "https://${HOST}/x", "${BASE}/x", "${SCHEME}://a/b",
    "https://${HOST}:${PORT}/x", "https://acme.com/%20", "https://acme.com.", "https://acme.com/a|b",
  ])
  func `lets an absolute address pass`(url: String) {
    expectLint(UrlAbsolute(), in: "app:\n  callbackUrl: \"\(url)\"\n")
  }

  @Test func `a default is looked at`() {
    expectLint(
      UrlAbsolute(), in: "app:\n  callbackUrl: 1️⃣${URL:-/x}1️⃣\n",
      ["1️⃣": "the address is not absolute: it has neither scheme nor host"])
  }

  @Test func `a panel endpoint without scheme is a warning, as in Pipedrive's own example`() {
    let text = "extensions:\n  jsonPanels:\n    - apiEndpoint: www.api.pipedrive.com/deal-view/visits\n"
    let diagnostics = Linter(RuleSet([UrlAbsolute()]), schemas: [:])
      .lint(SourceText(path: "x.yaml", text: text)).diagnostics
    #expect(diagnostics.map(\.severity) == [.warning])
  }
}
