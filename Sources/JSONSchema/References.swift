import ManifestSyntax
import ManifestText

// What `$id`, anchors and references mean: which schema stands under which URI.

extension Compiler {
  /// Takes a document in: the resources in it with their anchors.
  mutating func readDocument(_ root: Node, uri: String, draft: Draft) throws(SchemaError) {
    guard embeddedResources[root] == nil else { return }
    let reference = URIReference(uri).withoutFragment
    let outer = Resource(uri: reference.text, root: root, dialect: Dialect(draft, formats: options.formats))
    try enter(root, in: outer, isDocument: true)
    if !uri.isEmpty, let index = embeddedResources[root], resourceIndex[reference.text] == nil {
      resourceIndex[reference.text] = index
    }
    // What is compiled on demand names nothing below its root.
    if isOnDemand { return }
    guard Self.hasNames(root, idKey: resources[embeddedResources[root] ?? 0].dialect.draft == .draft4 ? "id" : "$id")
    else { return }
    var pending: [(node: Node, resource: Int)] = [(root, embeddedResources[root] ?? 0)]
    while let (node, outer) = pending.popLast() {
      var index = outer
      if node != root {
        try enter(node, in: resources[outer], isDocument: false)
        index = embeddedResources[node] ?? outer
      }
      readAnchors(node, resource: index)
      for child in Self.subschemas(of: node, draft: resources[index].dialect.draft) { pending.append((child, index)) }
    }
  }

  /// Whether there is anything in a document, below its root, that could name a schema.
  private static func hasNames(_ root: Node, idKey: String) -> Bool {
    // The root's own `$id` needs no search, unless it names an anchor as well.
    let ownID = root.entry(idKey)
    if let ownID, ownID.value.content.contains(UInt8(ascii: "#")),
      URIReference(ownID.value.text).fragment?.isEmpty == false
    {
      return true
    }
    let bytes = root.tree.source.bytes
    for index in root.index..<root.endIndex {
      let record = root.tree.records[Int(index)]
      guard record.has(RecordFlag.isKey), record.end > record.start, index != ownID?.key.index else { continue }
      let isQuoted = bytes[Int(record.start)] == UInt8(ascii: "\"") || bytes[Int(record.start)] == UInt8(ascii: "'")
      let first = bytes[Int(record.start) + (isQuoted && record.end - record.start > 1 ? 1 : 0)]
      guard first == UInt8(ascii: "$") || first == UInt8(ascii: "i") || first == UInt8(ascii: "\\") else { continue }
      // `$ref`, `if` and `items` are everywhere.
      if !record.has(RecordFlag.isDecoded) {
        switch record.end - record.start &- (isQuoted ? 2 : 0) {
        case 2, 3, 7, 14, 16: break
        default: continue
        }
      }
      let name = Node(root.tree, index)
      if name.hasContent(idKey) || name.hasContent("$anchor") || name.hasContent("$dynamicAnchor")
        || name.hasContent("$recursiveAnchor")
      {
        return true
      }
    }
    return false
  }

  /// Makes a resource of a schema if it has an `$id`, or if it is a document.
  private mutating func enter(_ node: Node, in outer: Resource, isDocument: Bool) throws(SchemaError) {
    var dialect = outer.dialect
    if let uri = node["$schema"] { dialect = try self.dialect(uri, else: dialect) }
    let idKey = dialect.draft == .draft4 ? "id" : "$id"
    var id = node[idKey].flatMap { $0.kind == .string ? URIReference($0.text) : nil }
    // Up to draft-07 what stands beside a reference does not count, and an `$id` may be an anchor.
    if dialect.draft < .draft2019 {
      if node["$ref"] != nil { id = nil }
      if let reference = id, reference.withoutFragment.text.isEmpty { id = nil }
    }
    guard isDocument || id != nil else { return }
    let base = URIReference(outer.uri)
    let uri = id?.resolved(against: base).withoutFragment.text ?? outer.uri
    let parent = isDocument ? nil : resources.firstIndex { $0.root == outer.root }
    resources.append(Resource(uri: uri, root: node, dialect: dialect, parent: parent))
    references.append(ReferenceTable())
    embeddedResources.insert(resources.count - 1, for: node)
    if resourceIndex[uri] == nil { resourceIndex[uri] = resources.count - 1 }
  }

  private mutating func readAnchors(_ node: Node, resource: Int) {
    let draft = resources[resource].dialect.draft
    if draft >= .draft2019 {
      if let name = node["$anchor"]?.string { resources[resource].anchors[name] = node }
      if draft == .draft2020, let name = node["$dynamicAnchor"]?.string {
        resources[resource].anchors[name] = node
        resources[resource].dynamicAnchors[name] = node
      }
      if draft == .draft2019, node["$recursiveAnchor"]?.boolean == true, node == resources[resource].root {
        resources[resource].dynamicAnchors[""] = node
      }
    } else if node["$ref"] == nil, let id = node[draft == .draft4 ? "id" : "$id"]?.string,
      let fragment = URIReference(id).fragment, !fragment.isEmpty
    {
      resources[resource].anchors[String(fragment)] = node
    }
  }

  /// The schemas directly inside of a schema, as the keywords have them.
  static func subschemas(of node: Node, draft: Draft) -> [Node] {
    var result: [Node] = []
    for entry in node.entries where !entry.isRepeated {
      let value = entry.value
      switch entry.key.text {
      case "additionalItems", "additionalProperties", "contains", "contentSchema", "else", "if", "not",
        "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties":
        result.append(value)
      case "allOf", "anyOf", "oneOf": result += value.items
      case "prefixItems": if draft >= .draft2020 { result += value.items }
      case "items":
        if value.kind == .sequence { result += value.items } else { result.append(value) }
      case "$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties", "properties":
        result += value.entries.map(\.value)
      default: break
      }
    }
    return result.filter { $0.kind == .mapping }
  }
}

// MARK: - Dialects

extension Compiler {
  /// The dialect that a `$schema` names; the given one, if nothing is known of it.
  private func dialect(_ value: Node, else fallback: Dialect) throws(SchemaError) -> Dialect {
    guard let uri = value.string else { return fallback }
    if let draft = Draft(schemaURI: uri) { return Dialect(draft, formats: options.formats) }
    guard let metaSchema = registry.documents[URIReference(uri).withoutFragment.text] else { return fallback }
    var draft = fallback.draft
    var next: Node? = metaSchema
    for _ in 0..<8 {
      guard let uri = next?["$schema"]?.string else { break }
      if let known = Draft(schemaURI: uri) {
        draft = known
        break
      }
      next = registry.documents[URIReference(uri).withoutFragment.text]
    }
    guard draft >= .draft2019, let list = metaSchema["$vocabulary"], list.kind == .mapping else {
      return Dialect(draft, formats: options.formats)
    }
    var vocabularies = VocabularySet(.core)
    for entry in list.entries {
      if let known = Vocabulary.named(entry.key.text) {
        for vocabulary in known { vocabularies.insert(VocabularySet(vocabulary)) }
      } else if entry.value.boolean == true {
        throw SchemaError(
          "its meta-schema demands the vocabulary '\(entry.key.text)', which is unknown here", at: value)
      }
    }
    return Dialect(draft, vocabularies: vocabularies, formats: options.formats)
  }
}

// MARK: - References

extension Compiler {
  /// The schema that a reference leads to, and the resource that it belongs to.
  mutating func resolve(_ value: Node) throws(SchemaError) -> SchemaPlace {
    let text = value.content
    // The same few definitions are referred to again and again; what a text leads to depends on the base URI.
    if let known = references[resource].target(of: text.span) { return known }
    let found: SchemaPlace
    if let plain = findPlainly(text) { found = plain } else { found = try find(value) }
    references[resource].note(found, by: text)
    return found
  }

  /// Where a reference such as `#/$defs/name` leads, as most do: it has nothing before the `#`, and no escape behind it.
  private mutating func findPlainly(_ reference: ArraySlice<UInt8>) -> SchemaPlace? {
    guard reference.starts(with: "#/".utf8),
      !reference.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "~") })
    else { return nil }
    var node = resources[resource].root
    var index = resource
    for token in reference.dropFirst(2).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if token.endIndex == reference.endIndex {
        noteDefinitions(in: node, of: index, referredToBy: reference[..<token.startIndex])
      }
      guard let child = node.entry(token)?.value else { return nil }
      node = child
      index = embeddedResources[node] ?? index
    }
    return SchemaPlace(node: node, resource: index)
  }

  /// Notes where references to all definitions in an object lead: who refers to one refers to others.
  private mutating func noteDefinitions(in container: Node, of owner: Int, referredToBy prefix: ArraySlice<UInt8>) {
    guard container.kind == .mapping, container.endIndex - container.index > 16 else { return }
    // A reference that leads nowhere comes here each time.
    guard references[resource].notedContainers[container] == nil else { return }
    references[resource].notedContainers.insert(owner, for: container)
    let tree = container.tree
    var reference = Array(prefix)
    for (key, value) in container.entryIndices where !tree.isRepeated(key) {
      let isPlain = tree.withContent(of: key) { key in
        reference.removeLast(reference.count - prefix.count)
        for index in key.indices {
          if Self.isSpecial(key[index]) { return false }
          reference.append(key[index])
        }
        return true
      }
      let target = Node(tree, value)
      if isPlain {
        references[resource].note(
          SchemaPlace(node: target, resource: embeddedResources[target] ?? owner), by: reference[...])
      }
    }
  }

  /// Whether a byte of a key is written in another way in a reference.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "~")
  }

  private mutating func find(_ value: Node) throws(SchemaError) -> SchemaPlace {
    let reference = URIReference(value.text)
    var index = resource
    if !reference.withoutFragment.text.isEmpty {
      let uri = reference.resolved(against: URIReference(resources[resource].uri)).withoutFragment.text
      guard let known = try resource(uri) else {
        // A relative path, or a file, would be at hand if it existed.
        let isElsewhere = uri.hasPrefix("file:") ? false : URIReference(uri).scheme != nil
        let name = isElsewhere ? uri : reference.withoutFragment.text
        throw SchemaError(
          "no schema is known by the URI '\(name)'", at: value,
          help: "register the schema under this URI; nothing is fetched from the network",
          isAboutAbsentSchema: isElsewhere)
      }
      index = known
    }
    guard let fragment = reference.fragment, !fragment.isEmpty else {
      return SchemaPlace(node: resources[index].root, resource: index)
    }
    if fragment.hasPrefix("/") {
      if let found = find(pointer: fragment, in: index) { return found }
    } else if let name = URIReference.removingPercentEncoding(fragment), let node = resources[index].anchors[name] {
      return SchemaPlace(node: node, resource: index)
    }
    throw SchemaError(
      "'\(value.text)' leads to nothing: there is no '#\(fragment)' in "
        + (index == resource || resources[index].uri.isEmpty ? "the schema" : "'\(reference.withoutFragment.text)'"),
      at: value)
  }

  /// The resource with a URI, which may stand in a document that has not been read yet.
  private mutating func resource(_ uri: String) throws(SchemaError) -> Int? {
    if let known = resourceIndex[uri] { return known }
    if let root = registry.documents[uri] {
      try readDocument(root, uri: uri, draft: options.draft)
      if let known = resourceIndex[uri] ?? embeddedResources[root] { return known }
    }
    if let root = MetaSchemas.document(uri) {
      try readDocument(root, uri: uri, draft: .draft2020)
      if let known = resourceIndex[uri] { return known }
    }
    if !areAllDocumentsRead {
      areAllDocumentsRead = true
      for (uri, root) in registry.all { try readDocument(root, uri: uri, draft: options.draft) }
    }
    return resourceIndex[uri]
  }

  private func find(pointer: Substring, in index: Int) -> SchemaPlace? {
    // Most fragments in real schemas are URI-encoded as they should be; some are not.
    var candidates = [String(pointer)]
    if pointer.utf8.contains(UInt8(ascii: "%")), let decoded = URIReference.removingPercentEncoding(pointer) {
      candidates.insert(decoded, at: 0)
    }
    // An `$id` inside a document moves the root that pointers start from; many authors do not know.
    var outer: Int? = index
    while let resource = outer {
      for candidate in candidates {
        if let tokens = JSONPointer.tokens(candidate), let found = find(tokens, in: resource) { return found }
      }
      outer = resources[resource].parent
    }
    return nil
  }

  private func find(_ tokens: [String], in index: Int) -> SchemaPlace? {
    var node = resources[index].root
    var resource = index
    for token in tokens {
      guard let child = node.descendant([token]) else { return nil }
      node = child
      resource = embeddedResources[node] ?? resource
    }
    return SchemaPlace(node: node, resource: resource)
  }
}
