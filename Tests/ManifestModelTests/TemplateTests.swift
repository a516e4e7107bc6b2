import ManifestModel
import Testing

@Suite struct TemplateTests {
  @Test func `finds variables with their defaults and places`() {
    let template = Template("a${NAME}b${OTHER:-x y}")
    #expect(template.variables.map(\.name) == ["NAME", "OTHER"])
    #expect(template.variables.map(\.defaultValue) == [nil, "x y"])
    #expect(template.variables.map(\.offsets) == [1..<8, 9..<22])
    #expect(template.variables[1].defaultOffsets == 18..<21)
  }

  @Test(arguments: ["$NAME", "${}", "${1A}", "${A", "${A:x}", "${A-B}", "$", "{A}"])
  func `what is no variable is literal`(text: String) {
    #expect(Template(text).variables.isEmpty)
    #expect(Template(text).resolved(Variables()) == [text])
  }

  @Test func `a doubled dollar is a literal one`() {
    #expect(Template("$${A}").resolved(Variables(["A": "x"])) == ["${A}"])
  }

  @Test func `values win over defaults, and what has neither stays unknown`() {
    let template = Template("${A:-1}/${B}/${C}")
    #expect(template.resolved(Variables(["A": "2", "C": "3"])) == ["2/", nil, "/3"])
    #expect(template.resolved(Variables()) == ["1/", nil, "/", nil])
    #expect(Template("").resolved(Variables()) == [])
  }

  @Test func `tells a single variable`() {
    #expect(Template("${A}").isSingleVariable)
    #expect(Template("${A:-x}").isSingleVariable)
    for text in ["", "a", "${A} ", "${A}${B}", "$${A}"] { #expect(!Template(text).isSingleVariable) }
  }

  @Test(arguments: ["${A:-", "${A", "$${", "${A:"])
  func `many variables without an end are text, read in one pass`(opening: String) {
    let text = String(repeating: opening, count: 50_000)
    #expect(Template(text).variables.isEmpty)
  }
}
