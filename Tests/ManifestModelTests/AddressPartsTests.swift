import ManifestModel
import Testing

@Suite struct AddressPartsTests {
  private func pieces(_ address: String) -> [String?] {
    let parts = AddressParts(of: address)
    let bytes = Array(address.utf8)
    return [parts.path, parts.query, parts.fragment].map { $0.map { String(decoding: bytes[$0], as: UTF8.self) } }
  }

  @Test(
    arguments: [
      ("https://a.b", ["", nil, nil]), ("https://a.b/", ["/", nil, nil]), ("https://a.b?x", ["", "x", nil]),
      ("https://a.b/c?d=e#f?g", ["/c", "d=e", "f?g"]), ("https://a.b#", ["", nil, ""]),
      ("https://a.b/?", ["/", "", nil]),
      ("https://a.b/ü?ü#ü", ["/ü", "ü", "ü"]), ("https://a.b?c/d#e", ["", "c/d", "e"]), ("", ["", nil, nil]),
      ("/x?y", ["/x", "y", nil]), ("a?b=http://c/d", ["", "b=http://c/d", nil]),
      ("https://${A:-x?y#z}/b?c=${D:-#}", ["/b", "c=${D:-#}", nil]), ("${A}?b", ["", "b", nil]),
    ] as [(String, [String?])])
  func `finds path, query and fragment`(address: String, expected: [String?]) {
    #expect(pieces(address) == expected)
  }

  @Test func `reads the query as a form`() {
    let parts = AddressParts(of: "https://a.b/?a=1&&b&c=%C3%BC+x=y&%64=&=z&e=${F:-&}&g=%zz%4")
    #expect(parts.parameters.map(\.name) == ["a", "b", "c", "d", "", "e", "g"])
    #expect(parts.parameters.map(\.value) == ["1", "", "ü x=y", "", "z", "${F:-&}", "%zz%4"])
    #expect(parts.parameter("b")?.offsets == 18..<19)
    #expect(parts.parameter("x") == nil)
  }

  @Test(arguments: [
    ("", ""), ("https://a.b/c d?e=ü", "https%3A%2F%2Fa.b%2Fc%20d%3Fe%3D%C3%BC"), ("a-b_c.d~9", "a-b_c.d~9"),
  ])
  func `encodes what a form would`(text: String, encoded: String) {
    #expect(PercentEncoding.encoding(text) == encoded)
    #expect(PercentEncoding.decodingForm(encoded.utf8) == text)
  }
}
