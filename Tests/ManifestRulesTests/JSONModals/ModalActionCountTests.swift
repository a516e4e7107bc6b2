import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ModalActionCountTests {
  @Test func `flags three buttons at the third`() {
    expectLint(
      ModalActionCount(),
      in: ModalText.with(actions: "a: \(ModalText.save)\nb: \(ModalText.save)\n1️⃣c1️⃣: \(ModalText.save)"),
      ["1️⃣": "the modal has 3 action buttons, at most 2 are allowed"])
  }

  @Test func `flags none at the place where they belong`() {
    expectLint(
      ModalActionCount(), MissingKey(),
      in: "type: object\n1️⃣properties1️⃣:\n  blocks: { type: object, properties: {} }\n",
      ["1️⃣": "the modal has no action button, at least one is required"])
    expectLint(
      ModalActionCount(), MissingKey(), SchemaViolation(),
      in: """
        { "type": "object", "properties": {
          "blocks": { "type": "object", "properties": {} },
          "actions": { "type": "object", 1️⃣"properties"1️⃣: {} } } }
        """, named: "modal.json",
      ["1️⃣": "the modal has no action button, at least one is required"])
  }

  @Test func `leaves misspelt and unfinished actions to others`() {
    expectLint(
      ModalActionCount(), UnknownKey(), MissingKey(),
      in: "type: object\nproperties:\n  blocks: { type: object, properties: {} }\n  1️⃣action1️⃣: {}\n",
      ["1️⃣": "unknown key 'action'; the required key 'actions' is missing"])
    expectLint(ModalActionCount(), in: "type: object\nproperties:\n  blocks: {}\n  actions: { type: object }\n")
    expectLint(ModalActionCount(), in: "type: object\nproperties:\n  blocks: {}\n  actions: []\n")
  }

  @Test func `lets one button and two of a kind pass`() {
    expectLint(ModalActionCount(), in: ModalText.with())
    expectLint(ModalActionCount(), in: ModalText.with(actions: "a: \(ModalText.save)\nb: \(ModalText.save)"))
  }
}
