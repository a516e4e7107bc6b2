import ManifestLint

/// Flags a value of a type that its key does not take.
struct WrongType: Rule {
  static let metadata = RuleMetadata(
    id: "wrong-type",
    section: .everyDocument,
    severity: .error,
    origin: .platform,
    fixes: [.safe, .unsafe],
    summary: "A value is of a type that its key does not take, such as a list where one object is taken.",
    rationale: """
      The form has one field for one value: an app has one callback URL and at most one floating window, and each \
      extension a list of locations.
      """,
    remedy: "Write a value of the type that is named.",
    source: .registeringPrivateApp,
    examples: [
      .init(
        bad: "manifest: 1\nextensions:\n  linkActions:\n    - name: 2026\n",
        good: "manifest: 1\nextensions:\n  linkActions:\n    - name: \"2026\"\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.violations(for: Self.metadata.id).compactMap { violation in
      guard case .type(let expected, _) = violation.fact else { return nil }
      let node = violation.node
      let fixIt = fixIt(node, expected)
      return Finding(
        .wrongType(node, expected), at: node, help: fixIt?.message ?? help(node, expected), fixIt: fixIt)
    }
  }

  private func help(_ node: Node, _ expected: [String]) -> String {
    switch (node.kind, expected) {
    case (.sequence, ["object"]), (.sequence, ["string"]): "keep one of the items, without the list around it"
    case (.mapping, ["array"]): "make it a list: begin each item with '- '"
    default: "write \(Self.phrase(expected))"
    }
  }

  /// Type names of JSON Schema in words: `text or a list`.
  fileprivate static func phrase(_ types: [String]) -> String {
    let words = types.filter { $0 != "null" }.map { type in
      switch type {
      case "string": "text"
      case "integer": "a whole number"
      case "number": "a number"
      case "boolean": "true or false"
      case "array": "a list"
      case "object": "an object"
      default: type
      }
    }
    return words.joined(separator: " or ")
  }

  private func fixIt(_ node: Node, _ expected: [String]) -> FixIt? {
    switch node.kind {
    case .integer, .number, .boolean:
      guard expected.contains("string") else { return nil }
      return node.quotingEdit.map { FixIt("put it in quotes", safety: .safe, edits: [$0]) }
    case .string where !expected.contains("array") && (node.style == .doubleQuoted || node.style == .singleQuoted):
      guard isWritten(node.content, as: expected) else { return nil }
      return FixIt(
        "leave out the quotes", safety: .safe, edits: [TextEdit(range: node.range, replacement: node.text)])
    case .string where expected == ["array"]:
      if let words = words(node) {
        let items = words.map { node.style == .plain ? $0 : "\"\($0)\"" }.joined(separator: ", ")
        return FixIt(
          "make it a list of \(words.count)", safety: .unsafe,
          edits: [TextEdit(range: node.range, replacement: "[\(items)]")])
      }
      guard node.style == .singleQuoted || node.style == .doubleQuoted || isFlowSafe(node) else { return nil }
      return FixIt(
        "make it a list of one", safety: .unsafe,
        edits: [TextEdit(range: node.range, replacement: "[\(node.tree.source.string(node.range))]")])
    default: return nil
    }
  }

  /// The scopes or views that somebody has written as one text, with commas or blanks between them.
  private func words(_ node: Node) -> [String]? {
    guard let key = node.key?.text, ["scopes", "locations", "entryPoints"].contains(key), !node.holdsVariable else {
      return nil
    }
    let words = node.text.split { ", \n".contains($0) }.map(String.init)
    let areSimple = words.allSatisfy { word in
      word.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || ":-_".utf8.contains($0) }
        && word.utf8.last != UInt8(ascii: ":")
    }
    return words.count > 1 && areSimple ? words : nil
  }

  /// Whether a text is a number or truth value of one of these types.
  private func isWritten(_ content: ArraySlice<UInt8>, as types: [String]) -> Bool {
    let text = String(decoding: content, as: UTF8.self)
    if types.contains("boolean"), text == "true" || text == "false" { return true }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let isInteger = !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isInteger && (digits == "0" || !digits.hasPrefix("0"))
      && (types.contains("integer") || types.contains("number"))
  }

  private func isFlowSafe(_ node: Node) -> Bool {
    node.style == .plain && node.isVerbatim && !node.content.contains { "[]{},$".utf8.contains($0) }
  }
}

extension Finding.Message {
  fileprivate static func wrongType(_ node: Node, _ expected: [String]) -> Self {
    let key = node.key?.text
    switch (key, node.kind) {
    case ("floatingWindow", .sequence):
      return "'floatingWindow' must be one object, not a list: an app has at most one floating window"
    case ("callbackUrl", .sequence): return "'callbackUrl' must be text, not a list: one callback URL per app"
    case ("settingsPage", .sequence):
      return "'settingsPage' must be one object, not a list: an app has at most one settings page"
    default: break
    }
    let subject = key.map { "'\($0)'" } ?? (node.parent == nil ? "the document" : "this item")
    return "\(subject) must be \(WrongType.phrase(expected)), not \(node.kind.phrase)"
  }
}
