/// A text whose secrets cannot be seen: the only form in which reports get one.
public struct RedactedText: Hashable, Sendable {
  /// The lines of the text.
  public let lines: LineTable

  /// What must not be shown, in order, without overlap.
  private let secrets: [TextRange]

  /// What stands in a secret's place.
  public static let mask = "•••"

  fileprivate init(_ source: SourceText, hiding secrets: [TextRange]) {
    lines = LineTable(source)
    var merged: [TextRange] = []
    for secret in secrets.sorted(by: { $0.lowerBound < $1.lowerBound }) where !secret.isEmpty {
      if let last = merged.last, secret.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, secret.upperBound)
      } else {
        merged.append(secret)
      }
    }
    self.secrets = merged
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

  /// The pieces that a range is made of.
  public func pieces(of range: TextRange) -> [Piece] {
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
    RedactedText(self, hiding: secrets)
  }
}
