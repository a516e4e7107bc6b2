import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct ModalDateTests {
  private static func modal(_ value: String) -> String {
    ModalText.with(blocks: "a: \(ModalText.component("element-datepicker", "label: A, value: \(value)"))")
  }

  @Test(arguments: [
    "27.02.2027", "02/27/2027", "2027-2-7", "2027-02-27T10:00:00Z", "today", " ", "20270227", "２０２７-02-27",
  ])
  func `flags what is written in another way`(value: String) {
    expectLint(
      ModalDate(), SchemaViolation(), EmptyValue(), in: Self.modal("1️⃣\"\(value)\"1️⃣"),
      ["1️⃣": "'\(value)' is no date as a datepicker takes it: YYYY-MM-DD"])
  }

  @Test(arguments: ["2027-02-29", "2100-02-29", "2027-04-31", "2027-13-01", "2027-00-10", "2027-01-00"])
  func `flags days that there are not`(value: String) {
    expectLint(
      ModalDate(), SchemaViolation(), in: Self.modal("1️⃣\"\(value)\"1️⃣"), ["1️⃣": "there is no such day as '\(value)'"])
  }

  @Test(arguments: ["\"2020-02-27\"", "\"2028-02-29\"", "\"2000-02-29\"", "\"\"", "\"${DAY}\"", "20270227", "[]"])
  func `lets dates, variables and what is no text pass`(value: String) {
    expectLint(ModalDate(), SchemaViolation(), in: Self.modal(value))
  }
}
