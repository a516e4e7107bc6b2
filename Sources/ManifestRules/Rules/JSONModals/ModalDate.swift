import ManifestLint

/// Flags a default of a datepicker that is no date.
struct ModalDate: Rule {
  static let metadata = RuleMetadata(
    id: "modal-date",
    section: .jsonModals,
    severity: .error,
    origin: .platform,
    summary: "The value of a datepicker is not a real date as YYYY-MM-DD.",
    rationale: "Pipedrive takes the default of a datepicker as YYYY-MM-DD, and the day must be one that there is.",
    remedy: "Write the year with four digits, the month and the day with two, joined by hyphens.",
    source: .modalComponents.section("Datepicker"),
    examples: [
      .init(
        bad: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                day: { $ref: "#/definitions/element-datepicker", options: { label: Day, value: "27.02.2027" } }

          """,
        good: """
          type: object
          properties:
            blocks:
              type: object
              properties:
                day: { $ref: "#/definitions/element-datepicker", options: { label: Day, value: "2027-02-27" } }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.modals.flatMap(\.blocks).compactMap { block in
      guard block.kind == .datepicker, let value = block.options?["value"], let text = value.literalText,
        !text.isEmpty, !CalendarDate.isReal(text)
      else { return nil }
      let isWellFormed = text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil
      return Finding(
        isWellFormed ? .noSuchDay(text) : .malformed(text), at: value,
        help: "write a date as YYYY-MM-DD, such as '2027-02-17'")
    }
  }
}

extension Finding.Message {
  fileprivate static func malformed(_ text: String) -> Self {
    "'\(text)' is no date as a datepicker takes it: YYYY-MM-DD"
  }

  fileprivate static func noSuchDay(_ text: String) -> Self {
    "there is no such day as '\(text)'"
  }
}
