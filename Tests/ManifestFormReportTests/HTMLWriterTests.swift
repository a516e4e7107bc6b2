import Testing

@testable import ManifestFormReport

/// What comes out is what went in, as text.
@Suite struct HTMLWriterTests {
  private func written(_ write: (inout HTMLWriter) -> Void) -> String {
    var html = HTMLWriter()
    write(&html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("a < b && c > 'd' \"e\"", "a &lt; b &amp;&amp; c &gt; &#39;d&#39; &quot;e&quot;"),
    ("</script><script>alert(1)</script>", "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("<!-- --> <![CDATA[ ]]>", "&lt;!-- --&gt; &lt;![CDATA[ ]]&gt;"),
    ("&amp;", "&amp;amp;"),
    ("Händler 😀 日本", "Händler 😀 日本"),
    ("👩‍👩‍👧", "👩‍👩‍👧"),
  ])
  func `escapes text`(text: String, expected: String) {
    #expect(written { $0.text(text) } == expected)
    #expect(written { $0.element(.p, text: text) } == "<p>\(expected)</p>")
  }

  @Test(arguments: [
    (0x1B, "\\u{1B}"), (0, "\\u{00}"), (0x7F, "\\u{7F}"), (0x85, "\\u{85}"), (0x202E, "\\u{202E}"),
    (0x2066, "\\u{2066}"), (0x200B, "\\u{200B}"), (0x2028, "\\u{2028}"), (0xFEFF, "\\u{FEFF}"),
    (0xFFFE, "\\u{FFFE}"), (0x1FFFF, "\\u{1FFFF}"), (0xFDD0, "\\u{FDD0}"), (0xE0041, "\\u{E0041}"),
    (0x0D, "\\r"), (0x09, "\\t"),
  ])
  func `writes out what cannot be seen`(scalar: UInt32, expected: String) throws {
    let text = String(try #require(Unicode.Scalar(scalar)))
    #expect(written { $0.text("a\(text)b") } == "a<span class=\"unseen\">\(expected)</span>b")
    #expect(written { $0.element(.p, .text(.title, "a\(text)b")) } == "<p title=\"a\(expected)b\"></p>")
  }

  @Test func `begins no line with what stands in a text`() {
    #expect(written { $0.text("zwei\n::error::Zeilen") } == "zwei<span class=\"unseen\">\\n</span>::error::Zeilen")
    #expect(written { $0.lines("zwei\n::error::Zeilen\n") } == "zwei&#10;::error::Zeilen&#10;")
  }

  @Test func `escapes attributes`() {
    let html = written { $0.element(.p, .text(.title, "\" onclick='x' <&>\n")) }
    #expect(html == "<p title=\"&quot; onclick=&#39;x&#39; &lt;&amp;&gt;\\n\"></p>")
  }

  @Test func `closes no void element and leaves out attributes that are not there`() {
    let html = written { $0.element(.input, .text(.type, "radio"), nil, .flag(.checked)) }
    #expect(html == "<input type=\"radio\" checked>")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "//example.com", "/x", "", "ftp://example.com",
    " https://example.com", "https://example.com/a b", "https://example.com/\n", "vbscript:x", "https",
  ])
  func `links to no page but by http`(address: String) {
    #expect(HTMLAddress(page: address) == nil)
  }

  @Test func `links to pages and to places of its own`() {
    #expect(HTMLAddress(page: "https://example.com/?a=1&b=2#c")?.text == "https://example.com/?a=1&b=2#c")
    #expect(HTMLAddress(HTMLIdentifier("f1-L12")).text == "#f1-L12")
    #expect(HTMLIdentifier("a b/ü_\"").text == "a_20b_2f_c3_bc_5f_22")
  }
}
