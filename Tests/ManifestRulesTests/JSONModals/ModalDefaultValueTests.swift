import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ModalDefaultValueTests {
  private static func block(_ kind: String, _ value: String, _ items: String) -> String {
    ModalText.with(blocks: "a: \(ModalText.component(kind, "label: A, value: \(value), items: [\(items)]"))")
  }

  private static let cakes =
    "{ label: Vanilla, value: vanilla }, { label: Dark chocolate, value: chocolate }, { label: Number, value: 1 }"

  @Test(arguments: [
    ("element-radio-group", "1️⃣wrapping1️⃣", "the default 'wrapping' is not the value of any item"),
    ("element-select", "1️⃣vanila1️⃣", "the default 'vanila' is not the value of any item"),
    ("element-select", "1️⃣Dark chocolate1️⃣", "the default 'Dark chocolate' is the label of an item, not its value"),
    ("element-select", "1️⃣\"1\"1️⃣", "the default '1' is text, and the item's value is a number"),
    ("element-select", "1️⃣21️⃣", "the default '2' is not the value of any item"),
    ("element-checkbox-group", "[vanilla, 1️⃣cherry1️⃣]", "the default 'cherry' is not the value of any item"),
  ])
  func `flags defaults that choose nothing`(kind: String, value: String, message: String) {
    expectLint(ModalDefaultValue(), in: Self.block(kind, value, Self.cakes), ["1️⃣": message])
  }

  @Test(arguments: [
    ("element-radio-group", "vanilla", cakes), ("element-select", "1", cakes),
    ("element-select", "[vanilla, 1]", cakes),
    ("element-checkbox-group", "[]", cakes), ("element-select", "\"\"", cakes),
    ("element-select", "\"${CAKE}\"", cakes),
    // The items come with the response, or one of them is not known.
    ("element-select", "cherry", ""), ("element-select", "cherry", "{ label: A, value: \"${CAKE}\" }"),
    ("element-select", "cherry", "{ label: A }"), ("element-select", "cherry", "text"),
    ("element-input", "cherry", cakes),
  ])
  func `lets values of items pass, and what cannot be known`(kind: String, value: String, items: String) {
    expectLint(ModalDefaultValue(), in: Self.block(kind, value, items))
  }
}
