import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ModalOptionTests {
  @Test func `flags options that a component does not take`() {
    expectLint(
      ModalOption(), ModalOptionMissing(), UnknownKey(), MissingKey(),
      in: ModalText.with(
        blocks: """
          a: { $ref: "#/definitions/element-input", options: { label: A, 1️⃣className1️⃣: wide } }
          b: { $ref: "#/definitions/element-input", options: { 2️⃣lable2️⃣: B, 3️⃣isrequired3️⃣: true } }
          c: { $ref: "#/definitions/element-separator", options: { 4️⃣visibleOn4️⃣: always } }
          d: { $ref: "#/definitions/element-radio-group", options: { label: D, 5️⃣allowClear5️⃣: true } }
          """,
        actions: """
          e: { $ref: "#/definitions/action-secondary", options: { label: E, handler: cancel, 6️⃣url6️⃣: x } }
          """),
      [
        "1️⃣": "an input takes no option 'className'",
        "2️⃣": "an input takes no option 'lable'; the required option 'label' is missing",
        "3️⃣": "an input takes no option 'isrequired'",
        "4️⃣": "a separator takes no options",
        "5️⃣": "a radio group takes no option 'allowClear'",
        "6️⃣": "a secondary button takes no option 'url'",
      ],
      fixed: ModalText.with(
        blocks: """
          a: { $ref: "#/definitions/element-input", options: { label: A, className: wide } }
          b: { $ref: "#/definitions/element-input", options: { label: B, isRequired: true } }
          c: { $ref: "#/definitions/element-separator", options: { visibleOn: always } }
          d: { $ref: "#/definitions/element-radio-group", options: { label: D, allowClear: true } }
          """,
        actions: """
          e: { $ref: "#/definitions/action-secondary", options: { label: E, handler: cancel, url: x } }
          """))
  }

  @Test(arguments: JSONModal.ComponentKind.allCases)
  func `takes every option of the table, with no complaint of the schema`(kind: JSONModal.ComponentKind) {
    let values = [
      "value": kind == .checkboxGroup ? "[a]" : kind == .datepicker ? "\"2027-02-27\"" : "a", "type": "text",
      "markdown": "true",
      "allowClear": "true", "isRequired": "true", "filter": "true", "resize": "true", "fetchOnChange": "true",
      "items": "[{ label: A, value: a, isDisabled: false, visibleOn: always }]", "visibleOn": "never",
      "handler": kind.handlers.last ?? "", "url": "https://www.carservicesapp.com/orders",
    ]
    let options = kind.options.map { "\($0.name): \(values[$0.name] ?? "Text")" }.joined(separator: ", ")
    let component = "a: \(ModalText.component(kind.rawValue, options))"
    let text = kind.role == .block ? ModalText.with(blocks: component) : ModalText.with(actions: component)
    let linter = Linter(RuleSet(BuiltInRules.all), schemas: TestSchemas.all)
    let diagnostics = linter.lint(SourceText(path: "modal.yaml", text: text)).diagnostics
    #expect(diagnostics.filter { $0.rule != "modal-primary-action" }.map(\.message) == [])
  }

  @Test func `says nothing where the kind is not known`() {
    expectLint(
      ModalOption(), in: ModalText.with(blocks: "a: { $ref: \"#/definitions/element-dropdown\", options: { x: 1 } }"))
  }
}
