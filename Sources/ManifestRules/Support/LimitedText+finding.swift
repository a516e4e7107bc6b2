import ManifestLint

extension LimitedText {
  /// A finding that it is longer; `nil` if it is not, as far as can be seen.
  ///
  /// Where only the line break at its end is too many, a fix takes it away if one is wanted.
  func excessFinding(_ variables: Variables, mendsLineBreak: Bool = false) -> Finding? {
    guard UTF16Length.mayExceed(limit, text) else { return nil }
    let length = UTF16Length(text.value, variables)
    guard length.codeUnits > limit else { return nil }
    let node = text.node
    let hasFinalBreak = (node.style == .folded || node.style == .literal) && text.value.hasSuffix("\n")
    let breakNote = hasFinalBreak ? ", the line break at its end included" : ""
    let message: Finding.Message = "\(label) has \(length.phrase)\(breakNote), at most \(limit) are allowed"
    if hasFinalBreak, length.codeUnits == limit + 1 {
      let order = "write '\(node.style == .folded ? ">-" : "|-")' to leave out the final line break"
      let edit = mendsLineBreak ? strippingEdit : nil
      return Finding(message, at: node, help: order, fixIt: edit.map { FixIt(order, safety: .safe, edits: [$0]) })
    }
    return Finding(
      message, at: node, help: UTF16Length.shorteningPhrase(length.codeUnits - limit),
      notes: node.excess(over: limit).map { [.init("past the limit", at: .piece($0, of: node))] } ?? [])
  }

  /// A `-` behind the `>` or `|`; `nil` where a `+` stands there.
  private var strippingEdit: TextEdit? {
    let start = text.node.range.lowerBound.utf8Offset
    let header = text.node.tree.source.bytes[Int(start)...].prefix { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 }
    guard !header.contains(UInt8(ascii: "+")) else { return nil }
    let position = TextPosition(utf8Offset: Int(start) + 1)
    return TextEdit(range: position..<position, replacement: "-")
  }
}
