import ManifestLint

extension LimitedText {
  /// A finding that it is longer; `nil` if it is not, as far as can be seen.
  func excessFinding(_ variables: Variables) -> Finding? {
    guard UTF16Length.mayExceed(limit, text) else { return nil }
    let length = UTF16Length(text.value, variables)
    guard length.codeUnits > limit else { return nil }
    let node = text.node
    let hasFinalBreak = (node.style == .folded || node.style == .literal) && text.value.hasSuffix("\n")
    let breakNote = hasFinalBreak ? ", the line break at its end included" : ""
    return Finding(
      "\(label) has \(length.phrase)\(breakNote), at most \(limit) are allowed", at: node,
      help: hasFinalBreak && length.codeUnits == limit + 1
        ? "write '\(node.style == .folded ? ">-" : "|-")' to leave the line break out"
        : UTF16Length.shorteningPhrase(length.codeUnits - limit),
      notes: node.excess(over: limit).map { [.init("past the limit", at: .piece($0, of: node))] } ?? [])
  }
}
