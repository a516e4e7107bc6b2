import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ModalItemValuesTests {
  private static func select(_ values: String...) -> String {
    let items = values.map { "{ label: A, value: \($0) }" }.joined(separator: ", ")
    return ModalText.with(blocks: "a: \(ModalText.component("element-select", "label: A, items: [\(items)]"))")
  }

  @Test func `flags each repeat of a value`() {
    expectLint(
      ModalItemValues(), in: Self.select("a", "1️⃣a1️⃣", "1", "2️⃣12️⃣", "b", "3️⃣\"a\"3️⃣"),
      ["1️⃣": "two items have the value 'a'", "2️⃣": "two items have the value '1'", "3️⃣": "two items have the value 'a'"])
  }

  @Test func `tells numbers from text and capitals from small letters`() {
    expectLint(ModalItemValues(), in: Self.select("1", "\"1\"", "a", "A", "true", "\"true\"", "[x]", "[x]", "~", "~"))
  }

  @Test func `compares items of one block only`() {
    let radio = ModalText.component("element-radio-group", "label: A, items: [{ label: Yes, value: \"yes\" }]")
    expectLint(ModalItemValues(), in: ModalText.with(blocks: "a: \(radio)\nb: \(radio)"))
  }
}
