import ManifestText

/// Names findings of one file so that a name stays the same when lines and items of lists come and go.
///
/// A name is made of the file, the rule and the place in the document: no line, and no message, which may hold a count.
struct FindingFingerprints {
  private let path: String
  private var counts: [String: Int] = [:]

  /// Names findings of the file at a path, as the repository knows it.
  init(path: String) {
    self.path = path
  }

  /// The name of the next finding, in 32 hexadecimal digits; no two of a file are the same.
  mutating func next(_ diagnostic: Diagnostic, in file: ReportedFile) -> String {
    let place = file.masking(diagnostic.namedPointer ?? diagnostic.pointer ?? diagnostic.message)
    let kind = "\(path)\0\(diagnostic.rule)\0\(place)"
    let count = counts[kind, default: 0]
    counts[kind] = count + 1
    return String(SHA256.hexadecimal("\(kind)\0\(count)".utf8).prefix(32))
  }
}
