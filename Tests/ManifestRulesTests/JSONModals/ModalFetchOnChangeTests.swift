import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ModalFetchOnChangeTests {
  @Test func `flags it in blocks that nobody changes, and only once`() {
    expectLint(
      ModalFetchOnChange(), ModalOption(), SchemaViolation(), EmptyValue(),
      in: ModalText.with(
        blocks: """
          a: { $ref: "#/definitions/element-text", options: { value: A, 1️⃣fetchOnChange1️⃣: true } }
          b: { $ref: "#/definitions/element-separator", options: { 2️⃣fetchOnChange2️⃣: false } }
          """),
      [
        "1️⃣": "a text block cannot change, so it takes no 'fetchOnChange'",
        "2️⃣": "a separator cannot change, so it takes no 'fetchOnChange'",
      ])
  }

  @Test(arguments: [
    JSONModal.ComponentKind.input, .select, .datepicker, .radioGroup, .checkboxGroup, .textarea,
  ])
  func `lets it pass in all others`(kind: JSONModal.ComponentKind) {
    expectLint(
      ModalFetchOnChange(), ModalOption(), SchemaViolation(), WrongType(),
      in: ModalText.with(blocks: "a: \(ModalText.component(kind.rawValue, "label: A, fetchOnChange: true"))"))
  }
}
