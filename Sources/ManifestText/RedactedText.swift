/// A text whose secrets cannot be seen: the only form in which reports get one.
public struct RedactedText: Hashable, Sendable {
  /// The lines of the text.
  public let lines: LineTable

  /// What must not be shown, in order, without overlap.
  private let secrets: [TextRange]

  /// Finds the secrets that are long enough to be told from a word.
  private let matcher: SecretMatcher

  /// What stands in a secret's place.
  public static let mask = "•••"

  fileprivate init(_ lines: LineTable, hiding secrets: [TextRange]) {
    self.lines = lines
    var merged: [TextRange] = []
    let secrets = secrets.map { $0.clamped(to: lines.source.range) }.sorted { $0.lowerBound < $1.lowerBound }
    for secret in secrets where !secret.isEmpty {
      if let last = merged.last, secret.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, secret.upperBound)
      } else {
        merged.append(secret)
      }
    }
    self.secrets = merged
    matcher = SecretMatcher(merged.map { lines.source.slice($0).withoutQuotes }, atLeast: 8)
  }

  /// The path that the text goes by.
  public var path: String { lines.source.path }

  /// A run of bytes that is shown as it is, or hidden as a whole.
  public struct Piece: Hashable, Sendable {
    /// Where it stands.
    public var range: TextRange
    /// Its bytes; `nil` for a secret, which is drawn as ``RedactedText/mask``.
    public var bytes: ArraySlice<UInt8>?
  }

  /// The pieces that a range is made of, as far as it lies in the text.
  public func pieces(of range: TextRange) -> [Piece] {
    let range = range.clamped(to: lines.source.range)
    var result: [Piece] = []
    var position = range.lowerBound
    func appendText(upTo end: TextPosition) {
      guard position < end else { return }
      result.append(Piece(range: position..<end, bytes: lines.source.slice(position..<end)))
    }
    for secret in secrets[firstSecret(endingAfter: range.lowerBound)...] {
      if secret.lowerBound >= range.upperBound { break }
      appendText(upTo: secret.lowerBound)
      let hidden = max(position, secret.lowerBound)..<min(secret.upperBound, range.upperBound)
      result.append(Piece(range: hidden, bytes: nil))
      position = hidden.upperBound
    }
    appendText(upTo: range.upperBound)
    return result
  }

  /// The text of a range, with secrets masked.
  public func string(_ range: TextRange) -> String {
    pieces(of: range).map { piece in
      piece.bytes.map { String(decoding: $0, as: UTF8.self) } ?? Self.mask
    }.joined()
  }

  /// Words of ours with every secret masked that they quote.
  public func masking(_ words: String) -> String {
    matcher.masking(words)
  }

  /// What an edit puts in; `nil` if that could show a secret.
  ///
  /// What takes a secret's place may hold it in another notation, so only a reference to a variable is shown there.
  public func replacement(of edit: TextEdit) -> String? {
    guard masking(edit.replacement) == edit.replacement else { return nil }
    let isSecretReplaced = pieces(of: edit.range).contains { $0.bytes == nil }
    return !isSecretReplaced || edit.replacement.isVariableReference ? edit.replacement : nil
  }

  private func firstSecret(endingAfter position: TextPosition) -> Int {
    var (low, high) = (0, secrets.count)
    while low < high {
      let middle = (low + high) / 2
      if secrets[middle].upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension SourceText {
  /// The text with these ranges hidden.
  public func redacted(_ secrets: [TextRange]) -> RedactedText {
    LineTable(self).redacted(secrets)
  }
}

extension LineTable {
  /// The text with these ranges hidden.
  public func redacted(_ secrets: [TextRange]) -> RedactedText {
    RedactedText(self, hiding: secrets)
  }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutQuotes: Self {
    guard count >= 2, let first, first == last, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else {
      return self
    }
    return dropFirst().dropLast()
  }
}

extension String {
  /// Whether it is nothing, or `${NAME}`, in quotes or not.
  fileprivate var isVariableReference: Bool {
    let inner = Array(utf8)[...].withoutQuotes
    if inner.isEmpty { return true }
    guard inner.starts(with: "${".utf8), inner.last == UInt8(ascii: "}") else { return false }
    return inner.dropFirst(2).dropLast().allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
      default: false
      }
    }
  }
}
