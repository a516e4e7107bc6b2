import ManifestLint

extension URLField {
  /// A fix that makes `http` `https`; `nil` where a port would have to change too, or a variable holds the scheme.
  func fixToHTTPS(_ address: WebAddress, _ safety: FixIt.Safety) -> FixIt? {
    guard let text = node.string, !address.hasPort, text.lowercased().hasPrefix("http:") else { return nil }
    return FixIt(
      "write 'https'", safety: safety, edits: [node.edit(replacingTextWith: "https" + text.dropFirst(4))])
  }

  /// The parts of the address as it is written, variables and all.
  var writtenParts: AddressParts { AddressParts(of: node.text) }

  /// A parameter of the query, as written; the whole address where a variable brings it in.
  func mark(parameter name: String) -> Finding.Mark {
    writtenParts.parameter(name).map { node.piece($0.offsets) } ?? .node(node)
  }
}

extension Node {
  /// A piece of a text by its UTF-8 offsets.
  func piece(_ offsets: Range<Int>) -> Finding.Mark {
    .piece(sourceRange(ofContent: offsets), of: self)
  }
}
