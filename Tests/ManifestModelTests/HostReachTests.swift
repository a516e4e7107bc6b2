import ManifestModel
import Testing

@Suite struct HostReachTests {
  @Test(arguments: [
    ("localhost", HostReach.loopback), ("LOCALHOST.:80", .loopback), ("a.localhost", .loopback),
    ("127.0.0.1", .loopback),
    ("127.1", .loopback), ("127.0x", .loopback), ("127.0.0.0x", .loopback), ("2130706433", .loopback),
    ("0x7f.1", .loopback), ("0177.0.0.1", .loopback),
    ("0.0.0.0", .loopback),
    ("[::1]", .loopback), ("[0:0:0:0:0:0:0:1]", .loopback), ("[::ffff:127.0.0.1]", .loopback), ("[::]:80", .loopback),
    ("%6Cocalhost", .loopback), ("ｌｏｃａｌｈｏｓｔ", .loopback), ("app.lvh.me", .loopback),
    ("10.1.2.3", .privateNetwork), ("172.16.0.1", .privateNetwork), ("172.31.255.255", .privateNetwork),
    ("192.168.0.1", .privateNetwork), ("100.64.0.1", .privateNetwork), ("[fd00::1]", .privateNetwork),
    ("169.254.1.1", .linkLocal), ("[fe80::1]", .linkLocal), ("printer.local", .localName),
    ("api.acme.internal.", .localName),
    ("nas.home.arpa", .localName), ("intranet", .singleLabel), ("intranet:8080", .singleLabel),
    ("acme.com", .everywhere), ("172.32.0.1", .everywhere), ("192.169.0.1", .everywhere),
    ("[2001:db8::1]", .everywhere),
    ("local.acme.com", .everywhere), ("localhost.acme.com", .everywhere), ("127.acme.com", .everywhere),
    ("10.0.0.256.com", .everywhere), ("me.com", .everywhere), ("münchen.de", .everywhere),
    ("${HOST}", .unknown), ("${A}.acme.com", .unknown), ("${A}.local", .localName), ("api.${DOMAIN}", .unknown),
    ("[${IP}]", .unknown), ("localhost:${PORT}", .loopback), ("127.0.0.${N}", .unknown),
  ])
  func `tells from where a host is reached`(host: String, reach: HostReach) throws {
    let address = try #require(try WebAddress.parse("https://\(host)/x", Variables()))
    #expect(address.reach == reach)
  }

  @Test(arguments: [
    "4294967296", "1.2.3.4.5", "256.1.1.1", "1.2.3.256", "0x", "08.1.1.1", "1..2", "-1", "+1.1.1.1",
    "99999999999999999999",
  ])
  func `survives what only looks like a number`(host: String) {
    _ = HostReach(host: host)
  }

  @Test(arguments: [
    ("example.com", ProvisionalHost.example), ("www.example.org", .example), ("example.co.uk", .example),
    ("api.example.net", .example), ("acme.example", .example), ("acme.test", .example), ("a.invalid", .example),
    ("192.0.2.7", .example), ("2001:db8::1", .example), ("api.yourdomain.com", .example),
    ("abc.ngrok.io", .tunnel), ("abc.eu.ngrok.io", .tunnel), ("a-b.trycloudflare.com", .tunnel), ("x.loca.lt", .tunnel),
    ("x.serveo.net", .tunnel), ("abc-3000.euw.devtunnels.ms", .tunnel),
  ])
  func `knows hosts that stand for others`(host: String, kind: ProvisionalHost) {
    #expect(ProvisionalHost(host: host) == kind)
  }

  @Test(arguments: [
    "carservicesapp.com", "my-example.com", "example.acme.com", "test.acme.com", "ngrok.acme.com", "contest", "example",
    "exampl.com", "latest", "myngrok.io.com", "localhost", "8.8.8.8",
  ])
  func `lets other hosts pass`(host: String) {
    #expect(ProvisionalHost(host: host) == nil)
  }
}
