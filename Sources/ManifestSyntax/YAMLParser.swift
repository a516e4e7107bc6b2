public import ManifestText

/// Reads YAML 1.2.
///
/// What libyaml reads otherwise than YAML 1.2 says is refused, so that nobody's data is silently another's.
public enum YAMLParser {
  /// Reads a text as a stream of documents.
  ///
  /// After a syntax error that ends the reading, the last document holds what could be read of it.
  /// With `mergeKeys` a plain key `<<` brings in the entries of the mappings that are its value. A key that is a list, an
  /// object or nothing is an error, since JSON cannot say it, unless `takesAnyKey`. So is a tag that the core schema
  /// does not know, unless `takesAnyTag`: its value is then what it would be without the tag.
  public static func parse(
    _ source: SourceText, limits: ParseLimits = .standard, mergeKeys: Bool = true, takesAnyKey: Bool = false,
    takesAnyTag: Bool = false
  ) -> ParseResult {
    let limit = min(limits.bytes, Int(UInt32.max))
    if source.bytes.count > limit {
      return ParseResult(documents: [], errors: [.tooLarge(limit: limit)])
    }
    let check: YAMLSourceCheck
    do {
      check = try YAMLSourceCheck(source, limits: limits)
    } catch {
      return ParseResult(documents: [], errors: [error.error])
    }
    var composer = YAMLComposer(source, check, limits: limits, mergeKeys: mergeKeys)
    YAMLEvents.read(source.bytes, from: source.byteOrderMarkLength) { composer.compose(&$0) }
    var result = composer.result()
    // Of a text that could not be read it is not known what is a key.
    guard result.errors.isEmpty else { return result }
    if !takesAnyKey {
      for tree in result.documents {
        result.errors += tree.keysWithoutText.prefix(limits.mistakes).map(SyntaxError.keyWithoutText)
      }
    }
    if !takesAnyTag { result.errors += result.unknownTags.map(SyntaxError.unknownTag) }
    return result
  }
}

extension SyntaxError {
  /// The text is larger than the limit.
  static func tooLarge(limit: Int) -> Self {
    let size = limit >= 1024 * 1024 ? "\(limit / (1024 * 1024)) MB" : "\(limit) bytes"
    return SyntaxError("text is larger than \(size)", at: .start, help: "split it into several files")
  }
}

/// The one reason why the reading of a text ends early.
struct SyntaxFailure: Error {
  var error: SyntaxError

  init(_ error: SyntaxError) {
    self.error = error
  }
}
