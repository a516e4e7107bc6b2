import ManifestLint

/// Flags a description that is longer than Pipedrive takes.
struct DescriptionLength: Rule {
  static let metadata = RuleMetadata(
    id: "description-length",
    section: .extensions,
    severity: .error,
    origin: .platform,
    fixes: [.safe],
    summary: "The description of an extension is over 150 characters.",
    rationale: """
      Developer Hub takes at most 150 characters, counted in UTF-16 code units. The line break that '>' and '|' leave \
      at the end of a YAML text counts too.
      """,
    remedy: "Shorten the description; write '>-' instead of '>' where only the final line break is too many.",
    source: .registeringPrivateApp.section("App extensions"),
    examples: [
      .init(
        bad: "extensions:\n  linkActions:\n    - description: >\n        \(exactly150)\n",
        good: "extensions:\n  linkActions:\n    - description: >-\n        \(exactly150)\n")
    ])

  private static let exactly150 = """
    Opens the quote of the car that the customer asked for, lets you change its prices and its equipment, and sends it \
    to the customer by e-mail as a PDF.
    """

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.extensions ?? []).compactMap { item in
      guard let description = item.description,
        UTF16Length.mayExceed(Limits.descriptionLength, description)
      else { return nil }
      let length = UTF16Length(description.value, context.variables)
      guard length.codeUnits > Limits.descriptionLength else { return nil }
      let node = description.node
      let hasFinalBreak = (node.style == .folded || node.style == .literal) && description.value.hasSuffix("\n")
      let excess = node.excess(over: Limits.descriptionLength)
      let fitsWithoutBreak = hasFinalBreak && length.codeUnits - 1 <= Limits.descriptionLength
      return Finding(
        .tooLong(length, hasFinalBreak: hasFinalBreak), at: node,
        help: fitsWithoutBreak ? nil : UTF16Length.shorteningPhrase(length.codeUnits - Limits.descriptionLength),
        notes: fitsWithoutBreak ? [] : excess.map { [.init("past the limit", at: .piece($0, of: node))] } ?? [],
        fixIt: fitsWithoutBreak ? Self.strippingFix(node) : nil)
    }
  }

  /// Takes the final line break away by a `-` behind the `>` or `|`.
  private static func strippingFix(_ node: Node) -> FixIt? {
    let start = node.range.lowerBound.utf8Offset
    let header = node.tree.source.bytes[Int(start)...].prefix { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 }
    guard !header.contains(UInt8(ascii: "+")) else { return nil }
    let position = TextPosition(utf8Offset: Int(start) + 1)
    return FixIt(
      "leave out the final line break", safety: .safe,
      edits: [TextEdit(range: position..<position, replacement: "-")])
  }
}

extension Finding.Message {
  fileprivate static func tooLong(_ length: UTF16Length, hasFinalBreak: Bool) -> Self {
    let breakNote = hasFinalBreak ? ", the line break at its end included" : ""
    return "description has \(length.phrase)\(breakNote), at most \(Limits.descriptionLength) are allowed"
  }
}
