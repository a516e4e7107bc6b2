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
    public let type: FieldType?
    /// What stands beside its value.
    public var label: Located<String>? { node.text("label") }
    /// Whether it is the title of an object.
    public var isHeader: Bool { type == .header || key.hasContent("header") }

    init(key: Node, node: Node) {
      self.key = key
      self.node = node
      type = node["$ref"].flatMap(ComponentReference.component)
    }
  }

  /// The outermost object of the document.
  public let node: Node
  /// Whether the panel shows a list of objects, and not one; where `type` and the other keys differ, as far as those go.
  public let isList: Bool
  /// What describes one object.
  public let object: Node?
  /// The object that holds the fields.
  public let properties: Node?
  /// The fields, in order.
  public let fields: [Field]

  /// Looks at a document as the data structure of a panel.
  public init(_ node: Node) {
    self.node = node
    let items = node["items"]
    let hasProperties = node["properties"] != nil
    isList =
      items != nil && !hasProperties || (items != nil) == hasProperties && node["type"]?.hasContent("array") == true
    object = isList ? items : node
    properties = object?["properties"]
    fields =
      properties?.entries.compactMap { entry in
        entry.isRepeated || !entry.key.isTextKey ? nil : Field(key: entry.key, node: entry.value)
      } ?? []
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
