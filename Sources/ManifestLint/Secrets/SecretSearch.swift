import ManifestModel
import ManifestSyntax
import ManifestText

/// The search for the secrets of one text.
struct SecretSearch {
  private let source: SourceText
  private let variables: Variables
  private let scope: SecretScope
  private var keys: SecretKeys
  private var ranges: [TextRange] = []
  private let isBroken: Bool
  private let holdsAt: Bool
  private let holdsEquals: Bool
  /// Whether a key and its secret may stand in one text.
  private let mayBeGlued: Bool
  /// Where the texts begin that were searched for such.
  private var searched: Set<TextPosition> = []
  /// Where the key of the secret ends that is looked at.
  private var secretStart = TextPosition(utf8Offset: 0)
  /// The schemas whose values are among the secrets.
  private var searchedSchemas: Set<Node> = []
  /// Where a comment may stand behind a secret, or in the place of one.
  private var commentPlaces: [CommentsBehindSecrets.Place] = []
  /// The secrets as they stand in fields, and those that a value given for a variable is.
  private var values: Set<ArraySlice<UInt8>> = []
  /// Pieces of what is hidden in a broken text, as messages may quote them.
  private var pieces: Set<ArraySlice<UInt8>> = []
  /// What is secret where it is quoted as a whole: words that may be part of others.
  private var words: Set<ArraySlice<UInt8>> = []

  init(_ source: SourceText, _ variables: Variables, _ scope: SecretScope, isBroken: Bool) {
    self.isBroken = isBroken
    self.source = source
    self.variables = variables
    self.scope = scope
    keys = SecretKeys(scope)
    holdsAt = source.bytes.span.firstOffset(of: UInt8(ascii: "@")) != nil
    holdsEquals = source.bytes.span.firstOffset(of: UInt8(ascii: "=")) != nil
    mayBeGlued =
      GluedSecrets.mayStand(in: source.bytes, before: UInt8(ascii: ":"), isContent: false)
      || (holdsEquals && GluedSecrets.mayStand(in: source.bytes, before: UInt8(ascii: "="), isContent: false))
  }

  /// Finds secrets in words, however they came in.
  var matcher: SecretMatcher { SecretMatcher(Array(values.union(pieces)), words: Array(words)) }

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
    var endOfCredentials: UInt32 = 0
    // The lists and objects around the node in which something may be secret, the innermost last.
    var collections: [(end: UInt32, secrets: CollectedSecrets)] = []
    let mayHoldUserInformation = holdsAt || tree.decodedText.contains(UInt8(ascii: "@"))
    let mayHoldParameters = tree.decodedText.contains(UInt8(ascii: "="))
    let mayBeGlued =
      mayBeGlued || GluedSecrets.mayStand(in: tree.decodedText, before: UInt8(ascii: ":"), isContent: true)
      || GluedSecrets.mayStand(in: tree.decodedText, before: UInt8(ascii: "="), isContent: true)
    for index in 0..<UInt32(tree.records.count) {
      let record = tree.records[Int(index)]
      while let last = collections.last, last.end <= index { collections.removeLast() }
      if record.kind == .sequence || record.kind == .mapping {
        if index < endOfSecret {
          addProperties(of: Node(tree, index))
        } else if record.kind == .mapping, let outer = collections.last {
          let object = Node(tree, index)
          collections.append((object.endIndex, outer.secrets.inside(object)))
        }
        continue
      }
      // No node is made for what can hold nothing.
      guard
        mayHoldUserInformation || mayHoldParameters || mayBeGlued || index < endOfSecret
          || record.flags.contains(.isKey) || !collections.isEmpty
      else { continue }
      let node = Node(tree, index)
      if mayHoldUserInformation || mayHoldParameters || mayBeGlued { addParts(of: node, mayBeGlued: mayBeGlued) }
      if index < endOfSecret {
        addSecret(node)
      } else if let value = node.value, keys.contains(node.content) {
        if scope == .schema, !value.isScalar {
          addValues(inSchema: value)
        } else if scope.isSecret(value, under: node) {
          endOfSecret = value.endIndex
          secretStart = node.range.upperBound
          commentPlaces.append(CommentsBehindSecrets.Place(key: node))
          addRest(of: value, key: node)
        } else if scope == .app, value.kind == .mapping, SecretScope.isCredentials(node.content) {
          secretStart = node.range.upperBound
          if index >= endOfCredentials { addCredentials(value) }
          endOfCredentials = max(endOfCredentials, value.endIndex)
        } else if !value.isScalar {
          secretStart = node.range.upperBound
          let secrets = scope.collectedSecrets(in: value, under: node)
          if secrets != .nothing { addProperties(of: value) }
          collections.append((value.endIndex, secrets))
        }
      } else if let collection = collections.last, collection.secrets.holds(node) {
        addSecret(node)
      }
    }
  }

  /// Adds what stands beside the user name in `httpAuth`, whatever its key and however deep.
  private mutating func addCredentials(_ object: Node) {
    var pending = [object]
    while let node = pending.popLast() {
      switch node.kind {
      case .mapping:
        for entry in node.entries where !(entry.key.hasContent("username") && entry.value.isScalar) {
          // Without a value, a key is an item that came into braces.
          if entry.value.kind == .null, entry.value.content.isEmpty, entry.key.isScalar, node != object {
            addSecret(entry.key)
          }
          if entry.value.isScalar { commentPlaces.append(CommentsBehindSecrets.Place(key: entry.key)) }
          pending.append(entry.value)
        }
      case .sequence: pending += node.items
      default: addSecret(node)
      }
    }
  }

  /// Adds what follows a secret that has a comma in it, in braces: `{password: hun,ter2}`.
  ///
  /// The same for one behind a comma that should be a colon: `{"password", "hunter2"}`.
  private mutating func addRest(of value: Node, key: Node) {
    guard value.isScalar, let object = value.parent, object.style == .flow, Template.soleVariable(value.content) == nil,
      !value.content.isEmpty || (Secrets.isSecretKey(key.text) && isWithoutColon(key))
    else { return }
    let tree = value.tree
    var end = value.range.upperBound
    var index = value.endIndex
    while index < UInt32(tree.records.count) {
      let node = Node(tree, index)
      guard node.isScalar, node.range.lowerBound >= end, !node.content.isEmpty else { break }
      if let absent = node.value {
        guard node.parent == object, absent.kind == .null, absent.content.isEmpty, isWithoutColon(node) else { break }
        index = absent.endIndex
      } else {
        // The pair is an item of a list.
        let isGlued = node.range.utf8Offsets.lowerBound == Int(end.utf8Offset) + 1
        guard isGlued, node.parent == object.parent, node.parent?.kind == .sequence else { break }
        index = node.endIndex
      }
      end = node.range.upperBound
      ranges.append((value.content.isEmpty ? node.range : value.range).lowerBound..<end)
      if SecretScope.looksSecret(node.content) { addValue(node.content) } else { words.insert(node.content) }
    }
    if end > value.range.upperBound, !value.content.isEmpty { addValue(source.slice(value.range.lowerBound..<end)) }
  }

  private func isWithoutColon(_ key: Node) -> Bool {
    source.bytes[key.range.utf8Offsets.upperBound...].first { !$0.isBlank } != UInt8(ascii: ":")
  }

  /// Adds the secrets that are parts of a text.
  private mutating func addParts(of node: Node, mayBeGlued: Bool) {
    let holdsAt = node.holds(byte: UInt8(ascii: "@"))
    let holdsEquals = node.holds(byte: UInt8(ascii: "="))
    guard holdsAt || holdsEquals || (mayBeGlued && node.holds(byte: UInt8(ascii: ":"))),
      // An alias stands for a text that was looked at.
      searched.insert(node.range.lowerBound).inserted
    else { return }
    if holdsAt { addUserInformation(of: node) }
    if holdsEquals, !node.isVerbatim { addParameters(of: node) }
    if mayBeGlued { addGlued(node) }
  }

  /// Adds the secrets that stand in one text with their keys, at its beginning or at that of one of its lines.
  private mutating func addGlued(_ node: Node) {
    let content = node.content
    if node.style != .literal, node.style != .folded, let found = GluedSecrets.first(in: content, &keys) {
      let start = content.startIndex
      let offsets = found.value.lowerBound - start..<found.value.upperBound - start
      ranges.append(node.sourceRange(ofContent: offsets))
      addGlued(content[found.whole], value: content[found.value])
      return
    }
    var line = node.range.utf8Offsets.lowerBound
    var end = node.range.utf8Offsets.upperBound
    if node.style == .singleQuoted || node.style == .doubleQuoted { end -= 1 }
    while let lineBreak = source.bytes[line..<end].firstIndex(where: \.isLineBreak) {
      line = lineBreak + 1
      let next = source.bytes[line..<end].firstIndex(where: \.isLineBreak) ?? end
      guard let found = GluedSecrets.first(in: source.bytes[line..<next], &keys) else { continue }
      ranges.append(TextRange(utf8Offsets: found.value))
      addGlued(source.bytes[found.whole], value: source.bytes[found.value])
    }
  }

  private mutating func addGlued(_ whole: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
    // A word would be found in the middle of others.
    addValue(SecretScope.looksSecret(value) ? value : whole)
  }

  /// Adds what the schema of a secret has as its value.
  private mutating func addValues(inSchema schema: Node) {
    for node in SchemaValues.all(in: schema, except: &searchedSchemas) { addSecret(node) }
  }

  /// Adds what stands in the addresses of the text: user information in a parameter, and parameters such as `token=`.
  mutating func addParameters() {
    for range in UserInformation.encodedRanges(in: source.bytes) {
      ranges.append(TextRange(utf8Offsets: range))
      addValue(source.bytes[range])
      addValue(PercentEncoding.decoding(Array(source.bytes[range])))
    }
    guard holdsEquals || isBroken else { return }
    for value in parameters(in: source.bytes, hasEscapes: isBroken) { ranges.append(TextRange(utf8Offsets: value)) }
  }

  /// Adds the parameters of addresses in a text that says them only once its escapes are undone.
  private mutating func addParameters(of node: Node) {
    for range in node.sourceRanges(ofContent: parameters(in: Array(node.content))) { ranges.append(range) }
  }

  /// Where the values of such parameters stand; messages may quote them.
  private mutating func parameters(in bytes: [UInt8], hasEscapes: Bool = false) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for parameter in QueryParameter.all(in: bytes, hasEscapes: hasEscapes, where: SecretScope.hasSecretEnding) {
      let value = bytes[parameter.value]
      if value.isEmpty || Template.soleVariable(value) != nil || Self.isPlaceholder(value) { continue }
      result.append(parameter.value)
      // A value such as `1` or `name` is looked for with its name only: messages hold the word.
      let whole = bytes[parameter.name.lowerBound..<parameter.value.upperBound]
      for text in SecretScope.looksSecret(value) ? [value, whole] : [whole] {
        addValue(text)
        if text.contains(UInt8(ascii: "%")) { addValue(PercentEncoding.decoding(Array(text))) }
      }
    }
    return result
  }

  /// Whether a value is a name in brackets; with several digits, it is something else.
  private static func isPlaceholder(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first, "{<[".utf8.contains(first) else { return false }
    return !SecretScope.looksSecret(value) || value.count { 0x30...0x39 ~= $0 } < 2
  }

  /// Adds the values of secrets that were made comments, and comments that may be secrets, or parts of one.
  mutating func addComments(_ comments: [TextRange]) {
    for comment in CommentsBehindSecrets.ranges(at: commentPlaces, in: comments, of: source.bytes) {
      ranges.append(TextRange(utf8Offsets: comment))
      let text = source.bytes[comment]
      if SecretScope.looksSecret(text), !text.contains(where: \.isBlank) { addValue(text) }
    }
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
    let separators = Array(" \t\r\n\"'`{}[],:".utf8)
    for word in text.split(whereSeparator: { separators.contains($0) }) where !Self.isVariable(word) {
      pieces.insert(word)
    }
    let ends = Array(" \t\"'`{}[],".utf8)
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
    let count = ranges.count
    addProperties(of: node)
    addContent(of: node)
    commentPlaces.append(CommentsBehindSecrets.Place(end: node, isHidden: ranges.count > count))
  }

  /// Hides a tag and an anchor behind the key of a secret: they may be the beginning of one.
  private mutating func addProperties(of node: Node) {
    for property in [node.anchor, node.tag].compactMap(\.self) where property.lowerBound >= secretStart {
      let text = source.slice(property)
      if text.count < 2 || Self.isCoreTag(text) { continue }
      ranges.append(property)
      let name = text.dropFirst()
      // A name that is a word stands in messages of ours.
      if SecretScope.looksSecret(name) {
        addValue(name.first == UInt8(ascii: "<") ? name.dropFirst().dropLast() : name)
      }
    }
  }

  private static func isCoreTag(_ tag: ArraySlice<UInt8>) -> Bool {
    if tag.starts(with: "!<tag:yaml.org,2002:".utf8) { return true }
    return ["!!str", "!!int", "!!float", "!!bool", "!!null", "!!seq", "!!map", "!!binary"].contains {
      tag.elementsEqual($0.utf8)
    }
  }

  private mutating func addContent(of node: Node) {
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
    let content = node.content
    let found = UserInformation.ranges(in: content)
    let start = content.startIndex
    ranges += node.sourceRanges(ofContent: found.map { $0.lowerBound - start..<$0.upperBound - start })
    for range in found { addValue(content[range]) }
    guard !node.isVerbatim, let range = UserInformation.rangeAcrossLines(in: content) else { return }
    let offsets = range.lowerBound - content.startIndex..<range.upperBound - content.startIndex
    ranges.append(node.sourceRange(ofContent: offsets))
    addValue(content[range])
    for word in content[range].split(whereSeparator: { $0 <= 0x20 }) { addValue(word) }
  }
}
