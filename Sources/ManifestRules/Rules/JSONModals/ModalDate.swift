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
      return Finding(
        Self.isWellFormed(text) ? .noSuchDay(text) : .malformed(text), at: value,
        help: "write a date as YYYY-MM-DD, such as '2027-02-17'")
    }
  }

  /// Whether a text is of the shape `2027-02-17`.
  private static func isWellFormed(_ text: String) -> Bool {
    text.utf8.count == 10
      && text.utf8.enumerated().allSatisfy { offset, byte in
        offset == 4 || offset == 7 ? byte == UInt8(ascii: "-") : byte.isASCIIDigit
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
