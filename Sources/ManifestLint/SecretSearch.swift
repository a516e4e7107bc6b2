import ManifestModel
import ManifestSyntax
import ManifestText

/// The search for the secrets of one text.
struct SecretSearch {
  private let source: SourceText
  private let variables: Variables
  private let scope: SecretScope
  private let sourceHoldsAt: Bool
  private var keys: SecretKeys
  private var ranges: [TextRange] = []
  private var isBroken = false
  /// The secrets as they stand in fields, and those that a value given for a variable is.
  private var values: Set<ArraySlice<UInt8>> = []
  /// Pieces of what is hidden in a broken text, as messages may quote them.
  private var pieces: Set<ArraySlice<UInt8>> = []

  init(_ source: SourceText, _ variables: Variables, _ scope: SecretScope) {
    self.source = source
    self.variables = variables
    self.scope = scope
    sourceHoldsAt = source.bytes.contains(UInt8(ascii: "@"))
    keys = SecretKeys(scope)
  }

  /// Finds secrets in words, however they came in.
  var matcher: SecretMatcher { SecretMatcher(Array(values.union(pieces))) }

  /// The places of all secrets, also where one stands again: in a comment, or in the middle of a text.
  var allRanges: [TextRange] {
    if values.isEmpty { return ranges }
    let again = SecretMatcher(Array(values), atLeast: isBroken ? 4 : 8).ranges(in: source.bytes[...])
    return ranges + again.map { TextRange(utf8Offsets: $0) }
  }

  /// Adds the secrets of a document.
  mutating func add(_ tree: SyntaxTree) {
    // A secret is a text, or by mistake something around one.
    var endOfSecret: UInt32 = 0
    let mayHoldUserInformation = sourceHoldsAt || tree.decodedText.contains(UInt8(ascii: "@"))
    for index in 0..<UInt32(tree.records.count) {
      let record = tree.records[Int(index)]
      if record.kind == .sequence || record.kind == .mapping { continue }
      // No node is made for what can hold nothing.
      guard mayHoldUserInformation || index < endOfSecret || record.flags.contains(.isKey) else { continue }
      let node = Node(tree, index)
      if mayHoldUserInformation { addUserInformation(of: node) }
      if index < endOfSecret {
        addSecret(node)
      } else if let value = node.value, keys.contains(node.content) {
        if scope == .schema, !value.isScalar {
          addValues(inSchema: value)
        } else if scope.isSecret(value, under: node) {
          endOfSecret = value.endIndex
        } else if scope == .app, value.kind == .mapping {
          addCredentials(value)
        }
      }
    }
  }

  /// Adds what stands beside the user name in `httpAuth`, whatever its key.
  private mutating func addCredentials(_ object: Node) {
    guard let key = object.key, SecretScope.isCredentials(key.content) else { return }
    for entry in object.entries where !entry.key.hasContent("username") && entry.value.isScalar {
      addSecret(entry.value)
    }
  }

  /// Adds what the schema of a secret has as its value.
  private mutating func addValues(inSchema schema: Node) {
    let keywords = ["default", "const", "enum", "example", "examples"]
    for entry in schema.entries where keywords.contains(where: entry.key.hasContent) {
      for node in entry.value.subtree where node.isScalar && !node.isKey { addSecret(node) }
    }
  }

  /// Adds what stands in the addresses of the text: user information in a parameter, and parameters such as `token=`.
  mutating func addParameters() {
    for range in UserInformation.encodedRanges(in: source.bytes) {
      ranges.append(TextRange(utf8Offsets: range))
      addValue(source.bytes[range])
      addValue(PercentEncoding.decoding(Array(source.bytes[range])))
    }
    for parameter in QueryParameter.all(in: source.bytes, where: SecretScope.hasSecretEnding) {
      let value = source.bytes[parameter.value]
      if value.isEmpty || Template.soleVariable(value) != nil || Self.isPlaceholder(value) { continue }
      ranges.append(TextRange(utf8Offsets: parameter.value))
      // A value such as `1` or `name` is looked for with its name only: messages hold the word.
      let whole = source.bytes[parameter.name.lowerBound..<parameter.value.upperBound]
      for text in SecretScope.looksSecret(value) ? [value, whole] : [whole] {
        addValue(text)
        if text.contains(UInt8(ascii: "%")) { addValue(PercentEncoding.decoding(Array(text))) }
      }
    }
  }

  private static func isPlaceholder(_ value: ArraySlice<UInt8>) -> Bool {
    value.first.map { "{<[".utf8.contains($0) } ?? false
  }

  /// Adds the values of secrets that were made comments.
  mutating func addComments(_ comments: [TextRange]) {
    for range in CommentedSecrets.ranges(in: comments, of: source.bytes, &keys) {
      ranges.append(TextRange(utf8Offsets: range))
    }
    for comment in comments {
      for range in UserInformation.ranges(in: source.slice(comment)) { ranges.append(TextRange(utf8Offsets: range)) }
    }
  }

  /// Adds the scalars of a document that are, as a whole, the same text as a secret.
  mutating func addRepeats(in tree: SyntaxTree) {
    if values.isEmpty { return }
    for node in tree.nodes where node.isScalar && !node.isKey && values.contains(node.content) {
      ranges.append(node.range)
    }
  }

  /// Adds what may be a secret in a text that could not be read whole.
  mutating func addBrokenText() {
    isBroken = true
    for range in SecretScanner.ranges(in: source, scope) {
      ranges.append(TextRange(utf8Offsets: range))
      addPieces(source.bytes[range])
    }
    for range in UserInformation.ranges(in: source.bytes[...]) {
      ranges.append(TextRange(utf8Offsets: range))
      addPieces(source.bytes[range])
    }
  }

  /// Adds the words of something hidden, and its first line as one.
  private mutating func addPieces(_ text: ArraySlice<UInt8>) {
    let separators = Array(" \t\r\n\"'{}[],:".utf8)
    for word in text.split(whereSeparator: { separators.contains($0) }) where !Self.isVariable(word) {
      pieces.insert(word)
    }
    let ends = Array(" \t\"'{}[],".utf8)
    var line = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    while let first = line.first, ends.contains(first) { line.removeFirst() }
    while let last = line.last, ends.contains(last) { line.removeLast() }
    if !line.isEmpty, !Self.isVariable(line) { addValue(line) }
  }

  private static func isVariable(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: "$") && Template(String(decoding: text, as: UTF8.self)).isSingleVariable
  }

  private mutating func addValue(_ value: ArraySlice<UInt8>) {
    // `password: password` gives nothing away, and the word is needed.
    if value.isEmpty || Secrets.keys.contains(where: { value.elementsEqual($0.utf8) }) { return }
    values.insert(value)
    // Messages write such characters in another way.
    let isSpecial = { (byte: UInt8) in byte < 0x20 || "\"'\\".utf8.contains(byte) }
    if value.contains(where: isSpecial) { pieces.formUnion(value.split(whereSeparator: isSpecial)) }
  }

  private mutating func addValue(_ value: String) { addValue(Array(value.utf8)[...]) }

  /// Hides a value below a secret key unless it is one variable; of a default, only the default is hidden.
  private mutating func addSecret(_ node: Node) {
    if node.content.isEmpty || node.kind == .null { return }
    guard node.content.contains(UInt8(ascii: "$")) else {
      ranges.append(node.range)
      if node.kind != .boolean { addValue(node.content) }
      return
    }
    if let name = Template.soleVariable(node.content) {
      if let value = variables[name] { addValue(value) }
      return
    }
    let template = Template(node.text)
    for variable in template.variables {
      if let value = variables[variable.name] { addValue(value) }
      if let value = variable.defaultValue { addValue(value) }
    }
    if template.isSingleVariable, let variable = template.variables.first {
      if variable.defaultValue?.isEmpty == false {
        ranges.append(node.sourceRange(ofContent: variable.defaultOffsets))
      }
      return
    }
    ranges.append(node.range)
    addValue(node.content)
    if let text = template.resolvedText(variables) { addValue(text) }
    for case .literal(let text, _) in template.parts where text.utf8.count >= 4 { addValue(text) }
  }

  /// Hides `user:password` in an address.
  private mutating func addUserInformation(of node: Node) {
    guard node.holds(byte: UInt8(ascii: "@")) else { return }
    let content = node.content
    let found = UserInformation.ranges(in: content)
    ranges += node.sourceRanges(
      ofContent: found.map { $0.lowerBound - content.startIndex..<$0.upperBound - content.startIndex })
    for range in found { addValue(content[range]) }
    guard !node.isVerbatim, let range = UserInformation.rangeAcrossLines(in: content) else { return }
    let offsets = range.lowerBound - content.startIndex..<range.upperBound - content.startIndex
    ranges.append(node.sourceRange(ofContent: offsets))
    addValue(content[range])
    for word in content[range].split(whereSeparator: { $0 <= 0x20 }) { addValue(word) }
  }
}
