import ManifestText
import Testing

@Suite struct JSONWriterTests {
  @Test func `writes on one line`() {
    #expect(sample(indented: false) == #"{"a":[1,true,null,"x"],"b":{},"c":[],"d":[{"e":-2}]}"#)
  }

  @Test func `indents by two spaces`() {
    #expect(
      sample(indented: true) == """
        {
          "a": [
            1,
            true,
            null,
            "x"
          ],
          "b": {},
          "c": [],
          "d": [
            {
              "e": -2
            }
          ]
        }
        """)
  }

  private func sample(indented: Bool) -> String {
    var writer = JSONWriter(indented: indented)
    writer.object { writer in
      writer.member("a") { writer in
        writer.array { writer in
          writer.integer(1)
          writer.boolean(true)
          writer.null()
          writer.string("x")
        }
      }
      writer.member("b") { $0.object { _ in } }
      writer.member("c") { $0.array { _ in } }
      writer.member("d") { $0.array([-2]) { writer, value in writer.object { $0.member("e", value) } } }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t\0\u{1B}", #""\n\r\t\u0000\u001b""#), ("é日😀", "\"é日😀\""),
    ("\u{7F}\u{85}\u{202E}\u{2028}\u{FEFF}", #""\u007f\u0085\u202e\u2028\ufeff""#), ("👩‍👩‍👧", "\"👩‍👩‍👧\""),
  ])
  func `escapes what must not stand in a string or would not be seen`(value: String, json: String) {
    var writer = JSONWriter(indented: false)
    writer.string(value)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }

  @Test(arguments: [true, false])
  func `takes in elements that were written before`(isIndented: Bool) {
    for count in 0..<3 {
      var elements = JSONWriter(indented: isIndented, depth: 2)
      for value in 0..<count { elements.object { $0.member("value", value) } }
      var writer = JSONWriter(indented: isIndented)
      writer.object { writer in
        writer.member("list") { $0.array(of: [elements]) }
        writer.member("end", true)
      }
      var expected = JSONWriter(indented: isIndented)
      expected.object { writer in
        writer.member("list") { writer in
          writer.array(0..<count) { writer, value in writer.object { $0.member("value", value) } }
        }
        writer.member("end", true)
      }
      #expect(writer.bytes == expected.bytes)
    }
  }
}
