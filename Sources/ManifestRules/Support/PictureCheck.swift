import ManifestLint

/// The check of a picture that a manifest names, as far as its file can be had.
struct PictureCheck: Sendable {
  /// What the picture is, in a sentence.
  let label: String
  /// The most bytes that it may have.
  let byteLimit: Int
  /// The byte limit in words.
  let byteLimitPhrase: String
  /// What is wrong with a size, and what to do about it; `nil` if nothing is.
  let sizeProblem: @Sendable (PixelSize) -> (message: Finding.Message, help: String)?

  /// What is wrong with the picture whose path a node holds; `nil` where nothing is, or the file cannot be had.
  ///
  /// That a file is missing is the business of 'referenced-file'.
  func finding(at path: Node, _ context: LintContext) -> Finding? {
    switch context.contents(of: path, limit: byteLimit) {
    case .failure(.overLimit):
      Finding("\(label) is larger than \(byteLimitPhrase)", at: path, help: "make the file smaller")
    case .failure: nil
    case .success(let bytes): finding(at: path, bytes)
    }
  }

  private func finding(at path: Node, _ bytes: [UInt8]) -> Finding? {
    let help = "save it as PNG or JPEG"
    guard let header = ImageHeader(bytes) else {
      return Finding("\(label) is \(bytes.isEmpty ? "an empty file" : "no picture")", at: path, help: help)
    }
    guard header.format.isTaken else {
      return Finding("\(label) is a \(header.format.rawValue); PNG and JPEG are taken", at: path, help: help)
    }
    guard let size = header.size, size.width > 0, size.height > 0 else {
      return Finding("\(label) is a damaged \(header.format.rawValue)", at: path, help: help)
    }
    return sizeProblem(size).map { Finding($0.message, at: path, help: $0.help) }
  }
}
