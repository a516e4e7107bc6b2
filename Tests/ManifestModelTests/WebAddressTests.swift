import ManifestModel
import Testing

@Suite struct WebAddressTests {
  private func address(_ text: String) throws -> WebAddress {
    try #require(try WebAddress.parse(text, Variables()))
  }

  @Test func `reads scheme, host, port and user`() throws {
    let plain = try address("HTTPS://Www.Acme.Com/x")
    #expect(plain.isHTTPS && plain.host == "www.acme.com" && !plain.hasPort && !plain.hasUserInformation)
    let full = try address("http://me:pw@[2001:DB8::1]:8080/x@y:z")
    #expect(!full.isHTTPS && full.host == "2001:db8::1" && full.hasPort && full.hasUserInformation)
    #expect(try address("https://acme.com:/x").hasPort == false)
    #expect(try address("https://acme.com\\x").host == "acme.com")
  }

  @Test(arguments: [
    ("http://localhost", true), ("http://LOCALHOST.:80", true), ("http://a.localhost", true),
    ("http://127.1.2.3", true),
    ("http://[::1]", true), ("http://128.0.0.1", false), ("http://localhost.acme.com", false),
    ("http://127.acme.com", false),
  ])
  func `knows the machine itself`(text: String, isLoopback: Bool) throws {
    #expect(try address(text).isLoopback == isLoopback)
  }

  @Test func `a variable hides what it hides and no more`() throws {
    #expect(try WebAddress.parse("${URL}/x", Variables()) == nil)
    #expect(try WebAddress.parse("https://${HOST}:${PORT}/x", Variables())?.isHTTPS == true)
    #expect(throws: WebAddress.Problem.self) { try WebAddress.parse("${URL}", Variables(["URL": "/x"])) }
    #expect(throws: WebAddress.Problem.self) { try WebAddress.parse("ftp://${HOST}", Variables()) }
    #expect(throws: WebAddress.Problem.self) { try WebAddress.parse("/${PATH}", Variables()) }
  }

  @Test(arguments: ["", "https://", "https://:80", "https://a..b", "https://a b", "https://a:b", "https://[zz]/", "\n"])
  func `refuses what is no address`(text: String) {
    #expect(throws: WebAddress.Problem.self) { try WebAddress.parse(text, Variables()) }
  }

  @Test(arguments: ["localhost:3000/x", "localhost:80", "acme.com:8080?x", "localhost:${PORT}/x", "www.acme.com/x"])
  func `tells a port behind a host from a scheme`(text: String) {
    #expect(throws: WebAddress.Problem.missingScheme) { try WebAddress.parse(text, Variables()) }
  }

  @Test(arguments: ["tel:12345", "sms:12345", "acme.com:", "acme.com:8080x", "mailto:1@a.de", "intranet:8080/x"])
  func `a scheme with digits behind it stays one`(text: String) throws {
    let scheme = String(text.prefix { $0 != ":" })
    #expect(throws: WebAddress.Problem.otherScheme(scheme)) { try WebAddress.parse(text, Variables()) }
  }
}
