import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ModalOptionMissingTests {
  @Test func `names what is missing and what the response may bring`() {
    expectLint(
      ModalOptionMissing(), MissingKey(),
      in: ModalText.with(
        blocks: """
          a: { $ref: "#/definitions/element-text", 1️⃣options1️⃣: { markdown: true } }
          2️⃣b2️⃣: { $ref: "#/definitions/element-input" }
          """,
        actions: """
          c: { $ref: "#/definitions/action-primary", 3️⃣options3️⃣: {} }
          d: { $ref: "#/definitions/action-secondary", 4️⃣options4️⃣: { label: D } }
          """),
      [
        "1️⃣": "a text block needs 'value', here or in the response of your API endpoint",
        "2️⃣": "an input needs 'label', here or in the response of your API endpoint",
        "3️⃣":
          "a primary button needs 'label' and 'handler'; only 'label' may also come with the response of your API endpoint",
        "4️⃣": "a secondary button needs 'handler', which cannot come with the response",
      ])
  }

  @Test func `leaves misspelt and broken options to others`() {
    expectLint(
      ModalOptionMissing(), UnknownKey(), WrongType(), EmptyValue(),
      in: ModalText.with(
        blocks: """
          a: { $ref: "#/definitions/element-input", 1️⃣option1️⃣: { label: A } }
          b: { $ref: "#/definitions/element-input", options: 2️⃣[]2️⃣ }
          c: { $ref: "#/definitions/element-input", options: { label: 3️⃣""3️⃣ } }
          """),
      [
        "1️⃣": "unknown key 'option'; the required key 'options' is missing",
        "2️⃣": "'options' must be an object, not a list", "3️⃣": "'label' is empty",
      ])
  }

  @Test func `asks for nothing in separators and checkbox groups`() {
    expectLint(
      ModalOptionMissing(),
      in: ModalText.with(
        blocks: """
          a: { $ref: "#/definitions/element-separator" }
          b: { $ref: "#/definitions/element-checkbox-group" }
          c: { $ref: "#/definitions/element-checkbox-group", options: { items: [] } }
          """))
  }
}
