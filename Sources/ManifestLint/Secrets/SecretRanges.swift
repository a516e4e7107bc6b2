import ManifestModel
public import ManifestSyntax
public import ManifestText

/// Where the secrets of a text stand, and what they are: the one truth for reports and for rendering.
public struct SecretRanges: Sendable {
  /// The places, in order, without overlap.
  public let ranges: [TextRange]
  /// Finds the secrets in words.
  private let matcher: SecretMatcher

  /// Finds the secrets of a text; where it could not be read whole, also in its bytes.
  ///
  /// What a variable in a secret field stands for is secret too, wherever it comes from.
  public static func find(
    in parsed: ParseResult, of source: SourceText, _ variables: Variables, scope: SecretScope = .app
  ) -> SecretRanges {
    var search = SecretSearch(source, variables, scope, isBroken: !parsed.errors.isEmpty)
    for tree in parsed.documents { search.add(tree) }
    search.addParameters()
    if parsed.errors.isEmpty { search.addComments(parsed.comments) } else { search.addBrokenText() }
    for tree in parsed.documents { search.addRepeats(in: tree) }
    return SecretRanges(search)
  }

  /// The secrets of no text: words that hold these values have them masked.
  init(values: [Node]) {
    ranges = []
    matcher = SecretMatcher(values.flatMap { [$0.content] + $0.content.split { $0 < 0x20 } })
  }

  private init(_ search: SecretSearch) {
    var merged: [TextRange] = []
    for range in search.allRanges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    ranges = merged
    matcher = search.matcher
  }
}

// MARK: - Diagnostics

extension SecretRanges {
  /// The diagnostic with every secret in its words masked, and without a fix that would write one.
  public func masking(_ diagnostic: Diagnostic) -> Diagnostic {
    if ranges.isEmpty, matcher.isEmpty { return diagnostic }
    var diagnostic = diagnostic
    if diagnostic.fixIt?.edits.contains(where: writesSecret) == true { diagnostic.fixIt = nil }
    if let message = diagnostic.fixIt?.message { diagnostic.fixIt?.message = masking(message) }
    diagnostic.message = masking(diagnostic.message)
    diagnostic.label = diagnostic.label.map(masking)
    diagnostic.help = diagnostic.help.map(masking)
    diagnostic.pointer = diagnostic.pointer.map(maskingPointer)
    for index in diagnostic.notes.indices { diagnostic.notes[index].message = masking(diagnostic.notes[index].message) }
    return diagnostic
  }

  /// The reason why a text cannot be read, with every secret in it masked.
  ///
  /// It quotes what stands at its place, so where that is hidden no quotation is shown.
  public func masking(_ error: SyntaxError) -> SyntaxError {
    if ranges.isEmpty, matcher.isEmpty { return error }
    var error = error
    let isHidden = isTouched(error.range)
    func mask(_ words: String) -> String { masking(isHidden ? Self.withoutQuotations(words) : words) }
    if error.fixIt?.edits.contains(where: writesSecret) == true { error.fixIt = nil }
    error.message = mask(error.message)
    error.help = error.help.map(mask)
    if let message = error.fixIt?.message { error.fixIt?.message = mask(message) }
    for index in error.notes.indices { error.notes[index].message = mask(error.notes[index].message) }
    return error
  }

  /// Words of ours with every secret masked.
  public func masking(_ words: String) -> String { matcher.masking(words) }

  /// A text of the document with every secret masked; one that is a secret as a whole is recognised however short it is.
  public func maskingText(_ text: String) -> String {
    String(decoding: masking("'\(text)'").utf8.dropFirst().dropLast(), as: UTF8.self)
  }

  private func maskingPointer(_ pointer: String) -> String {
    guard let start = pointer.firstIndex(of: "/"), let tokens = JSONPointer.tokens(pointer[start...]) else {
      return pointer
    }
    let masked = tokens.map(maskingText)
    return masked == tokens ? pointer : pointer[..<start] + masked.map { "/" + JSONPointer.escaping($0) }.joined()
  }

  private func writesSecret(_ edit: TextEdit) -> Bool {
    if masking(edit.replacement) != edit.replacement { return true }
    if !isOverlapped(edit.range) { return false }
    let text = edit.replacement.unicodeScalars.filter { $0 != "\"" && $0 != "'" }
    let template = Template(String(String.UnicodeScalarView(text)))
    if template.isSingleVariable, template.variables[0].defaultValue == nil { return false }
    return text.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0.value >= 0x80 }
  }

  /// The words with a mask in the place of each quotation that has a letter or a digit in it.
  private static func withoutQuotations(_ words: String) -> String {
    withoutQuotations(withoutQuotations(words, "'"), "\"")
  }

  private static func withoutQuotations(_ words: String, _ quote: Character) -> String {
    let pieces = words.split(separator: quote, omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return words }
    // With a quote inside of a quotation, nobody can tell where one ends.
    if pieces.count.isMultiple(of: 2) {
      return "\(pieces[0])\(quote)\(RedactedText.mask)\(quote)\(pieces[pieces.count - 1])"
    }
    return pieces.enumerated().map { index, piece in
      let isShown = index.isMultiple(of: 2) || !piece.contains { $0.isLetter || $0.isNumber }
      return isShown ? String(piece) : RedactedText.mask
    }.joined(separator: String(quote))
  }
}

// MARK: - Places

extension SecretRanges {
  /// The text of a scalar as it may be shown.
  public func shown(_ node: Node) -> String {
    let text = node.text
    guard isOverlapped(node.range) else { return text }
    let content = node.sourceRange(ofContent: 0..<text.utf8.count)
    if ranges[firstRange(endingAfter: content.lowerBound)...].first.map({ $0.contains(content) }) ?? false {
      return RedactedText.mask
    }
    let masked = matcher.masking(text)
    return masked.utf8.elementsEqual(text.utf8) ? RedactedText.mask : masked
  }

  /// Whether something of a node may not be shown.
  public func hides(_ node: Node) -> Bool { isOverlapped(node.range) }

  private func isOverlapped(_ range: TextRange) -> Bool {
    let index = firstRange(endingAfter: range.lowerBound)
    return index < ranges.count && ranges[index].lowerBound < range.upperBound
  }

  /// Whether a hidden place holds something of a range, or is next to it.
  private func isTouched(_ range: TextRange) -> Bool {
    let lower = TextPosition(utf8Offset: max(0, Int(range.lowerBound.utf8Offset) - 1))
    let index = firstRange(endingAfter: lower)
    return index < ranges.count && ranges[index].lowerBound <= range.upperBound
  }

  private func firstRange(endingAfter position: TextPosition) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
