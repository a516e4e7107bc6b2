import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PanelActionsTests {
  private static let fields =
    "properties: { a: { $ref: '#/definitions/text' }, b: {}, c: {}, d: {}, header: { $ref: '#/definitions/header' } }"
  private static let list = "{ type: array, items: { type: object, \(fields) } }"
  private static let single = "{ type: object, \(fields) }"

  private func text(_ structure: String, _ actions: String) -> String {
    "extensions: { jsonPanels: [{ dataStructure: \(structure), actions: [\(actions)] }] }\n"
  }

  @Test func `a single object has no object actions, and says so once`() {
    expectLint(
      PanelActions(), in: text(Self.single, "{ target: 1️⃣object1️⃣ }, { target: object }, { target: field, field: a }"),
      ["1️⃣": "a panel of a single object has no object actions"])
  }

  @Test func `counts object actions and fields with actions`() {
    expectLint(
      PanelActions(),
      in: text(
        Self.list,
        """
        { target: object }, { target: object }, { target: object }, { target: 1️⃣object1️⃣ },
          { target: field, field: a }, { target: field, field: b }, { target: field, field: c }, { target: field, field: 2️⃣d2️⃣ }
        """),
      ["1️⃣": "4 object actions, at most 3 are allowed", "2️⃣": "4 fields have actions, at most 3 are allowed"])
  }

  @Test func `a field has one action and is declared`() {
    expectLint(
      PanelActions(),
      in: text(
        Self.list, "{ target: field, field: a }, { target: field, field: 1️⃣a1️⃣ }, { target: field, field: 2️⃣e2️⃣ }"),
      ["1️⃣": "field 'a' has an action already", "2️⃣": "the data structure has no field 'e'"])
  }

  @Test func `looks into the file of a data structure`() {
    let files = InMemoryFiles([
      "panels/a.json": Array("{\"type\": \"object\", \"properties\": {\"car\": {}}}".utf8),
      "panels/b.yaml": Array("type: array\nitems: { properties: { visitTime: {} } }".utf8),
      "panels/broken.json": Array("{".utf8),
    ])
    expectLint(
      PanelActions(), in: text("panels/a.json", "{ target: 1️⃣object1️⃣ }"),
      ["1️⃣": "a panel of a single object has no object actions"], files: files)
    expectLint(
      PanelActions(), in: text("\"${DIR:-panels}/b.yaml\"", "{ target: object }, { target: field, field: 1️⃣visit1️⃣ }"),
      ["1️⃣": "the data structure has no field 'visit'"], files: files)
    for path in ["panels/broken.json", "panels/missing.json", "\"${PATH}\""] {
      expectLint(PanelActions(), in: text(path, "{ target: object }, { target: field, field: x }"), files: files)
    }
  }

  @Test(arguments: [
    "{ target: object }, { target: object }, { target: object }", "{ target: field, field: \"${FIELD}\" }",
    "{ target: field }", "{ target: row, field: x }", "{ field: x }", "{ target: object, field: x }", "",
  ])
  func `says nothing of what is right, hidden or another rule's`(actions: String) {
    expectLint(PanelActions(), in: text(Self.list, actions))
  }

  @Test(arguments: ["{}", "{ type: object }", "{ type: object, properties: [] }", "[]", "1", ""])
  func `says nothing where the data structure is broken`(structure: String) {
    expectLint(PanelActions(), in: text(structure, "{ target: object }, { target: field, field: x }"))
  }
}
