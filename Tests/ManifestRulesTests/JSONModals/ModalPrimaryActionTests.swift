import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ModalPrimaryActionTests {
  private static let close = ModalText.component("action-secondary", "label: Close, handler: cancel")

  @Test func `flags a modal that can only be closed`() {
    expectLint(
      ModalPrimaryAction(),
      in: """
        type: object
        properties:
          actions:
            type: object
            1️⃣properties1️⃣:
              close: \(Self.close)
              reset: \(Self.close)
        """, ["1️⃣": "the modal has no primary button, so nothing that is entered can be sent"])
  }

  @Test(arguments: [
    "", "save: \(ModalText.save)", "close: \(close)\nsave: \(ModalText.save)",
    "close: \(close)\nother: { $ref: \"#/definitions/action-primry\" }",
    "close: \(close)\nother: { $ref: \"${KIND}\" }",
    "close: \(close)\nother: 3",
  ])
  func `says nothing of a modal with one, without any, or with one that is not known`(actions: String) {
    expectLint(ModalPrimaryAction(), in: ModalText.with(actions: actions))
  }
}
