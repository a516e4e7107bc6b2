import ManifestModel
import ManifestSyntax
import ManifestText

/// Where the secrets of a text stand.
struct SecretRanges: Sendable {
  /// The places, in no particular order.
  private(set) var ranges: [TextRange] = []
  /// The secrets themselves, as they would stand in a message.
  private var values: Set<String> = []

  /// Finds the secrets of a text; where it could not be read whole, also by looking at its lines.
  ///
  /// What a variable in a secret field stands for is secret too, wherever it comes from.
  static func find(in parsed: ParseResult, of source: SourceText, _ variables: Variables) -> SecretRanges {
    var result = SecretRanges()
    var keys = SecretKeys()
    for tree in parsed.documents {
      for node in tree.nodes where node.isScalar {
        if let value = node.value, keys.contains(node.content) {
          // A secret is a text, or by mistake something around one.
          for part in value.subtree where part.isScalar { result.addSecret(part, variables) }
        }
        result.addUserInformation(of: node)
      }
    }
    if !parsed.errors.isEmpty { result.addLines(of: source) }
    return result
  }

  /// The diagnostic with every secret in its words masked, and without a fix that would write one.
  func masking(_ diagnostic: Diagnostic) -> Diagnostic {
    guard !ranges.isEmpty else { return diagnostic }
    var diagnostic = diagnostic
    if diagnostic.fixIt?.edits.contains(where: writesSecret) == true { diagnostic.fixIt = nil }
    diagnostic.message = masking(diagnostic.message)
    diagnostic.label = diagnostic.label.map(masking)
    diagnostic.help = diagnostic.help.map(masking)
    for index in diagnostic.notes.indices { diagnostic.notes[index].message = masking(diagnostic.notes[index].message) }
    return diagnostic
  }

  private func writesSecret(_ edit: TextEdit) -> Bool {
    if values.contains(where: { edit.replacement.contains($0) }) { return true }
    guard ranges.contains(where: { $0.overlaps(edit.range) }) else { return false }
    return !edit.replacement.isEmpty && Template(edit.replacement).variables.isEmpty
  }

  private func masking(_ text: String) -> String {
    var text = text
    for value in values where text.contains(value) { text = text.replacing(value, with: RedactedText.mask) }
    return text
  }

  /// A shorter secret, in bytes, is part of too many words to be taken out of all.
  private static let leastMaskedLength = 4

  private mutating func add(_ range: TextRange, value: String) {
    ranges.append(range)
    if value.utf8.count >= Self.leastMaskedLength { values.insert(value) }
  }

  /// Hides a value below a secret key unless it is one variable; of a default, only the default is hidden.
  private mutating func addSecret(_ node: Node, _ variables: Variables) {
    let text = node.text
    if text.isEmpty || node.kind == .null { return }
    let template = Template(text)
    for variable in template.variables {
      if let value = variables[variable.name], value.utf8.count >= Self.leastMaskedLength { values.insert(value) }
    }
    guard template.isSingleVariable, let variable = template.variables.first else {
      return add(node.range, value: text)
    }
    if let value = variable.defaultValue, !value.isEmpty {
      add(node.sourceRange(ofContent: variable.defaultOffsets), value: value)
    }
  }

  /// Hides `user:password` in an address.
  private mutating func addUserInformation(of node: Node) {
    let content = node.content
    guard content.contains(UInt8(ascii: "@")), let text = node.string, let range = UserInformation.range(in: text)
    else {
      return
    }
    let start = content.startIndex
    add(
      node.sourceRange(ofContent: range),
      value: String(decoding: content[start + range.lowerBound..<start + range.upperBound], as: UTF8.self))
  }

  /// Hides what stands behind a key that ends in `secret` or `password`, to the end of the line.
  private mutating func addLines(of source: SourceText) {
    let lines = LineTable(source)
    for line in 1...lines.count {
      let range = lines.range(ofLine: line)
      let bytes = source.slice(range)
      guard let secret = Self.valueBehindSecretKey(in: bytes) else { continue }
      add(TextRange(utf8Offsets: secret), value: String(decoding: source.bytes[secret], as: UTF8.self))
    }
  }

  private static func valueBehindSecretKey(in line: ArraySlice<UInt8>) -> Range<Int>? {
    var index = line.startIndex
    while let colon = line[index...].firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }) {
      var key = line[..<colon]
      while let last = key.last, " \t\"'".utf8.contains(last) { key.removeLast() }
      let tail = String(decoding: key.suffix(8), as: UTF8.self).lowercased()
      if tail.hasSuffix("secret") || tail.hasSuffix("password") {
        var start = colon + 1
        while start < line.endIndex, line[start] == UInt8(ascii: " ") { start += 1 }
        return start < line.endIndex && !beginsWithVariable(line[start...]) ? start..<line.endIndex : nil
      }
      index = colon + 1
    }
    return nil
  }

  /// Whether a value is, as far as can be told without a tree, one variable without a default.
  private static func beginsWithVariable(_ value: ArraySlice<UInt8>) -> Bool {
    let value = value.drop { "\"'".utf8.contains($0) }
    guard let end = value.firstIndex(of: UInt8(ascii: "}")) else { return false }
    let template = Template(String(decoding: value[...end], as: UTF8.self))
    let isAlone = value[(end + 1)...].first.map { "\"', }]\t".utf8.contains($0) } ?? true
    return template.isSingleVariable && template.variables.allSatisfy { $0.defaultValue == nil } && isAlone
  }
}

/// Tells the keys of secrets, each only once: a large file has few different keys.
private struct SecretKeys {
  private var verdicts: [ArraySlice<UInt8>: Bool] = [:]

  /// Whether a key's value is secret.
  mutating func contains(_ key: ArraySlice<UInt8>) -> Bool {
    guard Secrets.keyLengths.contains(key.count) else { return Secrets.hasSecretSuffix(key) }
    if let verdict = verdicts[key] { return verdict }
    let verdict = Secrets.isSecretKey(String(decoding: key, as: UTF8.self))
    if verdicts.count < 4_096 { verdicts[key] = verdict }
    return verdict
  }
}
