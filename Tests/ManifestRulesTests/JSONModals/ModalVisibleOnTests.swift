import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ModalVisibleOnTests {
  private static let others = """
    intro: \(ModalText.component("element-text", "value: Hello"))
    name: \(ModalText.component("element-input", "label: Name"))
    day: \(ModalText.component("element-datepicker", "label: Day"))
    part: \(ModalText.component("element-select", "label: Part"))
    flavours: \(ModalText.component("element-checkbox-group", "label: Flavours"))
    line: { $ref: "#/definitions/element-separator" }

    """

  private static func modal(_ condition: String) -> String {
    ModalText.with(
      blocks: others + "own: \(ModalText.component("element-input", "label: Own, visibleOn: \(condition)"))")
  }

  @Test(arguments: [
    ("{ 1️⃣nmae1️⃣: not_empty }", "there is no block 'nmae' in this modal"),
    ("{ 1️⃣own1️⃣: not_empty }", "the block 'own' cannot be visible on its own value"),
    ("{ name: 1️⃣notEmpty1️⃣ }", "unknown condition 'notEmpty'"),
    ("{ name: { 1️⃣equals1️⃣: x } }", "an input takes no condition 'equals'"),
    ("{ part: { 1️⃣includes1️⃣: x } }", "a select takes no condition 'includes'"),
    ("{ intro: 1️⃣not_empty1️⃣ }", "a text block takes no condition 'not_empty'"),
    ("{ line: 1️⃣not_empty1️⃣ }", "a separator takes no condition 'not_empty'"),
    ("{ part: { 1️⃣equal1️⃣: x } }", "unknown condition 'equal'"),
    ("{ part: 1️⃣{}1️⃣ }", "the condition on 'part' is empty"),
    ("{ part: { equals: 1️⃣{ a: 1 }1️⃣ } }", "'equals' cannot be an object"),
    ("{ name: { includes: 1️⃣31️⃣ } }", "'includes' cannot be a number"),
    ("{ name: 1️⃣true1️⃣ }", "a condition must be 'not_empty' or an object, not a boolean"),
    ("{ name: 1️⃣[not_empty]1️⃣ }", "a condition must be 'not_empty' or an object, not a list"),
    ("1️⃣[{ name: not_empty }]1️⃣", "'visibleOn' must be text or an object, not a list"),
    ("1️⃣true1️⃣", "'visibleOn' must be text or an object, not a boolean"),
    ("1️⃣alway1️⃣", "'alway' is nothing that 'visibleOn' can be"),
  ])
  func `flags conditions that cannot be met`(condition: String, message: String) {
    expectLint(
      ModalVisibleOn(), WrongType(), UnknownKey(), InvalidValue(), EmptyValue(), SchemaViolation(),
      in: Self.modal(condition), ["1️⃣": message])
  }

  @Test(arguments: [
    "always", "never", "{ name: not_empty }", "{ day: not_empty }", "{ part: { equals: other } }",
    "{ part: { equals: 3 } }", "{ part: { equals: true } }", "{ flavours: { equals: vanilla } }",
    "{ name: { includes: L } }", "{ intro: { includes: L } }", "{ name: not_empty, part: { equals: x } }",
    "\"${RULE}\"", "{ name: \"${RULE}\" }", "{ part: { equals: \"${VALUE}\" } }",
  ])
  func `lets what Pipedrive's text and examples have pass`(condition: String) {
    expectLint(
      ModalVisibleOn(), WrongType(), UnknownKey(), InvalidValue(), EmptyValue(), SchemaViolation(), ModalOption(),
      in: Self.modal(condition))
  }

  @Test(arguments: ["", "{ name: }", "{ part: { equals: } }", "{ name: { includes: } }"])
  func `leaves what has no value to another rule`(condition: String) {
    expectLint(ModalVisibleOn(), in: Self.modal(condition))
    let linter = Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all)
    let diagnostics = linter.lint(SourceText(path: "modal.yaml", text: Self.modal(condition))).diagnostics
    #expect(diagnostics.map(\.rule) == ["empty-value"])
  }

  @Test func `looks at items and buttons too`() {
    let item = "{ label: Other, value: other, visibleOn: { 1️⃣flavour1️⃣: { equals: x } } }"
    expectLint(
      ModalVisibleOn(),
      in: ModalText.with(
        blocks: Self.others
          + "gift: \(ModalText.component("element-radio-group", "label: Gift, items: [\(item), { visibleOn: always }]"))",
        actions:
          "save: \(ModalText.component("action-primary", "label: A, handler: request, visibleOn: { 2️⃣save2️⃣: not_empty }"))"
      ),
      ["1️⃣": "there is no block 'flavour' in this modal", "2️⃣": "there is no block 'save' in this modal"])
  }
}
