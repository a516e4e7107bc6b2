import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ModalComponentTests {
  @Test func `flags kinds that there are not, and mends those that are near one`() {
    expectLint(
      ModalComponent(),
      in: ModalText.with(
        blocks: """
          a: { $ref: 1️⃣"#/definitions/element/text"1️⃣ }
          b: { $ref: 2️⃣"#/definitions/element-chekbox-group"2️⃣ }
          c: { $ref: 3️⃣element-input3️⃣ }
          d: { $ref: 4️⃣"#/definitions/element-dropdown"4️⃣ }
          e: { $ref: 5️⃣"#/definitions/text"5️⃣ }
          f: { $ref: "#/definitions/element-textarea" }
          """,
        actions: """
          g: { $ref: 6️⃣"#/definitions/action-primry"6️⃣ }
          h: { $ref: 7️⃣"#/definitions/action"7️⃣ }
          """),
      [
        "1️⃣": "'#/definitions/element/text' is no kind of block",
        "2️⃣": "'#/definitions/element-chekbox-group' is no kind of block",
        "3️⃣": "'element-input' is no kind of block",
        "4️⃣": "'#/definitions/element-dropdown' is no kind of block",
        "5️⃣": "'#/definitions/text' is no kind of block",
        "6️⃣": "'#/definitions/action-primry' is no kind of action button",
        "7️⃣": "'#/definitions/action' is no kind of action button",
      ],
      fixed: ModalText.with(
        blocks: """
          a: { $ref: "#/definitions/element-text" }
          b: { $ref: "#/definitions/element-checkbox-group" }
          c: { $ref: "#/definitions/element-input" }
          d: { $ref: "#/definitions/element-dropdown" }
          e: { $ref: "#/definitions/text" }
          f: { $ref: "#/definitions/element-textarea" }
          """,
        actions: """
          g: { $ref: "#/definitions/action-primary" }
          h: { $ref: "#/definitions/action" }
          """))
  }

  @Test func `flags blocks among buttons and buttons among blocks`() {
    expectLint(
      ModalComponent(), ModalOption(), ModalOptionMissing(),
      in: ModalText.with(
        blocks: "save: { $ref: 1️⃣\"#/definitions/action-primary\"1️⃣, options: { label: Save, handler: request } }",
        actions: "name: { $ref: 2️⃣\"#/definitions/element-input\"2️⃣, options: { label: Name } }"),
      [
        "1️⃣": "a primary button cannot stand among the blocks",
        "2️⃣": "an input cannot stand among the action buttons",
      ])
  }

  @Test func `says nothing of the kinds that there are, of variables and of what is no text`() {
    for kind in JSONModal.ComponentKind.allCases {
      let component = "a: { $ref: \"\(kind.reference)\" }"
      expectLint(
        ModalComponent(),
        in: kind.role == .block ? ModalText.with(blocks: component) : ModalText.with(actions: component))
    }
    expectLint(ModalComponent(), in: ModalText.with(blocks: "a: { $ref: \"${KIND}\" }\nb: { $ref: 3 }\nc: text"))
  }
}
