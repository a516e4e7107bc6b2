import ManifestLint

extension URLField {
  /// The address, where it is an absolute one and no variable hides how it begins.
  func address(_ variables: Variables) -> WebAddress? {
    guard let text = node.string else { return nil }
    return (try? WebAddress.parse(text, variables)) ?? nil
  }

  /// A fix that makes `http` `https`; `nil` where a port would have to change too, or a variable holds the scheme.
  func fixToHTTPS(_ address: WebAddress, _ safety: FixIt.Safety) -> FixIt? {
    guard let text = node.string, !address.hasPort, text.lowercased().hasPrefix("http:") else { return nil }
    return FixIt(
      "write 'https'", safety: safety, edits: [node.edit(replacingTextWith: "https" + text.dropFirst(4))])
  }
}
