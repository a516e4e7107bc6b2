import ManifestLint

/// How a text without a name is read.
enum StandardInputLanguage {
  /// Reads a text by its name; one without a name that looks like JSON is tried as JSON first.
  static func parse(_ source: SourceText, isNamed: Bool, takesAnyTag: Bool = false) -> ParseResult {
    guard !isNamed,
      let first = source.bytes.dropFirst(source.byteOrderMarkLength).first(where: { !" \t\r\n".utf8.contains($0) }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return Linter.parse(source, nil, takesAnyTag: takesAnyTag) }
    let json = JSONParser.parse(source)
    if json.errors.isEmpty { return json }
    let yaml = YAMLParser.parse(source, takesAnyTag: takesAnyTag)
    return yaml.errors.isEmpty ? yaml : json
  }
}
