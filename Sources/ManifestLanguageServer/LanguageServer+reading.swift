import ManifestLint

/// Requests about what stands in a document.
extension LanguageServer {
  /// A document that this server has something to say of.
  private mutating func reader(_ parameters: Node?) throws(ResponseError) -> (DocumentReader, DocumentAddress)? {
    let address = try address(parameters)
    guard let analysis = workspace.analysis(of: address), analysis.role != .none else { return nil }
    return (DocumentReader(analysis, workspace.guide, workspace.rules, client, encoding), address)
  }

  private func position(_ parameters: Node?) throws(ResponseError) -> Message.Position {
    guard let position = Message.Position(parameters?["position"]) else { throw .invalidParameters("position") }
    return position
  }

  mutating func hover(_ parameters: Node?) throws(ResponseError) -> any Message.Value {
    let position = try position(parameters)
    guard var (reader, _) = try reader(parameters) else { return Message.Null() }
    return reader.hover(at: reader.positions.offset(of: position))
  }

  mutating func completions(_ parameters: Node?) throws(ResponseError) -> any Message.Value {
    let position = try position(parameters)
    guard let (reader, address) = try reader(parameters) else { return Message.Null() }
    let completion = CompletionReader(reader: reader, address: address)
    return Message.CompletionList(items: completion.items(at: reader.positions.offset(of: position), &workspace))
  }

  mutating func symbols(_ parameters: Node?) throws(ResponseError) -> any Message.Value {
    guard case (var reader, let address)? = try reader(parameters) else { return Message.Null() }
    if client.nestsSymbols { return reader.symbols() }
    return reader.flatSymbols(uri: workspace.uri(address))
  }

  mutating func foldingRanges(_ parameters: Node?) throws(ResponseError) -> any Message.Value {
    guard var (reader, _) = try reader(parameters) else { return Message.Null() }
    return reader.foldingRanges()
  }

  mutating func selectionRanges(_ parameters: Node?) throws(ResponseError) -> any Message.Value {
    guard let positions = parameters?["positions"] else { throw .invalidParameters("positions") }
    guard var (reader, _) = try reader(parameters) else { return Message.Null() }
    return positions.items.compactMap { Message.Position($0) }.map {
      reader.selection(at: reader.positions.offset(of: $0))
    }
  }

  mutating func inlayHints(_ parameters: Node?) throws(ResponseError) -> any Message.Value {
    guard let range = Message.Range(parameters?["range"]) else { throw .invalidParameters("range") }
    guard workspace.settings.showsInlayHints, var (reader, _) = try reader(parameters) else { return Message.Null() }
    return reader.inlayHints(in: reader.positions.textRange(range))
  }

  mutating func definition(_ parameters: Node?) throws(ResponseError) -> any Message.Value {
    let position = try position(parameters)
    guard case (var reader, let address)? = try reader(parameters) else { return Message.Null() }
    let offset = reader.positions.offset(of: position)
    let targets = TargetReader(address: address, variables: reader.analysis.options.variables)
    guard let (tree, kind) = reader.document(at: offset),
      let (origin, target) = targets.target(at: offset, in: tree, kind, &workspace)
    else { return Message.Null() }
    var range = Message.Range.beginning
    if let place = target.range, let lines = workspace.document(target.address)?.lines {
      var positions = PositionMap(lines, encoding)
      range = positions.range(place)
    }
    let location = Message.Location(uri: workspace.uri(target.address), range: range)
    guard client.followsLinks else { return location }
    return [Message.LocationLink(origin: reader.positions.range(origin), target: location)]
  }

  mutating func documentLinks(_ parameters: Node?) throws(ResponseError) -> any Message.Value {
    guard case (var reader, let address)? = try reader(parameters) else { return Message.Null() }
    let targets = TargetReader(address: address, variables: reader.analysis.options.variables)
    var result: [Message.DocumentLink] = []
    for (tree, kind) in reader.documents where kind == .appManifest {
      for node in AppManifest(tree.root).filePaths where node.isOwn {
        guard let target = targets.file(node, &workspace) else { continue }
        result.append(
          .init(range: reader.positions.range(node.innerRange), target: workspace.uri(target.address)))
      }
    }
    return result
  }
}
