public import ManifestSyntax

/// The data structure of a JSON panel, as a view on the tree.
public struct JSONPanel: Sendable {
  /// The type of a field, as `#/definitions/…` names it.
  public enum FieldType: String, CaseIterable, Hashable, Sendable {
    case text
    case numerical
    case date
    case time
    case dateTime = "date-time"
    case email
    case link
    case phone
    case address
    case currency
    case label
    case tags
    case header
  }

  /// A property of the panel's objects.
  public struct Field: Sendable {
    /// The name of the property.
    public let key: Node
    /// What describes it.
    public let node: Node

    /// What names its type.
    public var reference: Located<String>? { node.text("$ref") }
    /// Its type; `nil` if there is no such type.
    public var type: FieldType? {
      reference.flatMap { ComponentReference.name(in: $0.value) }.flatMap(FieldType.init(rawValue:))
    }
    /// What stands beside its value.
    public var label: Located<String>? { node.text("label") }
    /// Whether it is the title of an object.
    public var isHeader: Bool { type == .header || key.hasContent("header") }
  }

  /// The outermost object of the document.
  public let node: Node

  /// Looks at a document as the data structure of a panel.
  public init(_ node: Node) {
    self.node = node
  }

  /// Whether the panel shows a list of objects, and not one; where `type` and the other keys differ, as far as those go.
  public var isList: Bool {
    let (hasItems, hasProperties) = (node["items"] != nil, node["properties"] != nil)
    return hasItems && !hasProperties || hasItems == hasProperties && node["type"]?.hasContent("array") == true
  }
  /// What describes one object.
  public var object: Node? { isList ? node["items"] : node }
  /// The object that holds the fields.
  public var properties: Node? { object?["properties"] }
  /// The fields, in order.
  public var fields: [Field] {
    guard let properties else { return [] }
    return properties.entries.compactMap { entry in
      entry.isRepeated || !entry.key.isTextKey ? nil : Field(key: entry.key, node: entry.value)
    }
  }
  /// The fields that count towards the limit: all but one header and `id`.
  public var countedFields: [Field] {
    var hasHeader = false
    return fields.filter { field in
      if field.key.hasContent("id") { return false }
      guard field.isHeader, !hasHeader else { return true }
      hasHeader = true
      return false
    }
  }
  /// The properties that every object is said to have.
  public var required: [Located<String>] {
    guard let list = object?["required"] else { return [] }
    return list.items.compactMap { item in item.string.map { Located($0, at: item) } }
  }
}
