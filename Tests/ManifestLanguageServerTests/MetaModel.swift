import ManifestLint
import ManifestTestSupport

/// The protocol's own description of its messages, to check ours against.
struct MetaModel: Sendable {
  /// What a value must be.
  private indirect enum Shape: Sendable {
    case anything
    case base(String)
    case reference(String)
    case array(Shape)
    case map(Shape)
    case all([Shape])
    case one([Shape])
    case tuple([Shape])
    case object([String: Property])
    case values(Set<String>)
  }

  private struct Property: Sendable {
    var shape: Shape
    var isRequired: Bool
  }

  private struct Method: Sendable {
    var isSentByServers: Bool
    var parameters: Shape?
    var result: Shape?
  }

  private var shapes: [String: Shape] = [:]
  private var requests: [String: Method] = [:]
  private var notifications: [String: Method] = [:]

  /// The description, if the public suites are there.
  static let shared: MetaModel? = ConformanceSuite("report-schemas").flatMap { suite in
    let bytes = suite.bytes("lsp/metaModel-3.17.json")
    let parsed = JSONParser.parse(SourceText(path: "metaModel.json", bytes: bytes))
    return parsed.documents.first.map { MetaModel($0.root) }
  }

  private init(_ root: Node) {
    func items(_ key: String) -> [Node] { root[key].map { Array($0.items) } ?? [] }
    let structures = Dictionary(items("structures").map { ($0["name"]?.text ?? "", $0) }) { first, _ in first }
    for (name, structure) in structures { shapes[name] = .object(Self.properties(of: structure, structures)) }
    for alias in items("typeAliases") { shapes[alias["name"]?.text ?? ""] = Self.shape(alias["type"]) }
    for enumeration in items("enumerations") {
      let values = enumeration["values"]?.items.compactMap { $0["value"]?.text } ?? []
      shapes[enumeration["name"]?.text ?? ""] =
        enumeration["supportsCustomValues"]?.boolean == true
        ? .base(enumeration["type"]?["name"]?.text ?? "") : .values(Set(values))
    }
    for name in ["LSPAny", "LSPObject", "LSPArray"] { shapes[name] = .anything }
    for request in items("requests") { requests[request["method"]?.text ?? ""] = Self.method(request) }
    for notification in items("notifications") {
      notifications[notification["method"]?.text ?? ""] = Self.method(notification)
    }
  }

  private static func method(_ node: Node) -> Method {
    Method(
      isSentByServers: ["serverToClient", "both"].contains(node["messageDirection"]?.text),
      parameters: node["params"].map { shape($0) }, result: node["result"].map { shape($0) })
  }

  private static func shape(_ type: Node?) -> Shape {
    let parts = { type?["items"].map { $0.items.map { shape($0) } } ?? [] }
    return switch type?["kind"]?.text {
    case "base": .base(type?["name"]?.text ?? "")
    case "reference": .reference(type?["name"]?.text ?? "")
    case "array": .array(shape(type?["element"]))
    case "map": .map(shape(type?["value"]))
    case "and": .all(parts())
    case "or": .one(parts())
    case "tuple": .tuple(parts())
    case "literal": .object(properties(of: type?["value"], [:]))
    case "stringLiteral": .values([type?["value"]?.text ?? ""])
    default: .anything
    }
  }

  /// The properties of a structure with those that it has from others.
  private static func properties(of structure: Node?, _ structures: [String: Node]) -> [String: Property] {
    var result: [String: Property] = [:]
    for key in ["extends", "mixins"] {
      for base in structure?[key].map({ Array($0.items) }) ?? [] {
        result.merge(properties(of: structures[base["name"]?.text ?? ""], structures)) { first, _ in first }
      }
    }
    for property in structure?["properties"].map({ Array($0.items) }) ?? [] {
      result[property["name"]?.text ?? ""] = Property(
        shape: shape(property["type"]), isRequired: property["optional"]?.boolean != true)
    }
    return result
  }

  /// What is wrong with the result of a request.
  func problems(ofResult result: Node, of method: String) -> [String] {
    guard let shape = requests[method]?.result else { return ["unknown request '\(method)'"] }
    return problems(result, shape, at: "result of \(method)")
  }

  /// What is wrong with a request or notification that the server sends.
  func problems(ofParameters parameters: Node?, of method: String, isRequest: Bool) -> [String] {
    guard let message = (isRequest ? requests : notifications)[method] else { return ["unknown method '\(method)'"] }
    guard message.isSentByServers else { return ["'\(method)' is not sent by servers"] }
    guard let shape = message.parameters else { return parameters == nil ? [] : ["'\(method)' takes no parameters"] }
    guard let parameters else { return ["'\(method)' lacks its parameters"] }
    return problems(parameters, shape, at: "parameters of \(method)")
  }

  private func problems(_ node: Node, _ shape: Shape, at place: @autoclosure () -> String) -> [String] {
    switch shape {
    case .anything: return []
    case .base(let name): return Self.fits(node, base: name) ? [] : ["\(place()): no \(name)"]
    case .reference(let name):
      guard let shape = shapes[name] else { return ["\(place()): unknown type \(name)"] }
      return problems(node, shape, at: place())
    case .values(let values): return values.contains(node.text) ? [] : ["\(place()): '\(node.text)' is not allowed"]
    case .array(let element):
      guard node.kind == .sequence else { return ["\(place()): no array"] }
      return node.items.flatMap { item in problems(item, element, at: "\(place())[\(item.ordinal)]") }
    case .map(let value):
      guard node.kind == .mapping else { return ["\(place()): no object"] }
      return node.entries.flatMap { entry in problems(entry.value, value, at: "\(place()).\(entry.key.text)") }
    case .all(let shapes): return shapes.flatMap { problems(node, $0, at: place()) }
    case .one(let shapes):
      var fewest: [String]?
      for shape in shapes {
        let found = problems(node, shape, at: place())
        if found.isEmpty { return [] }
        if found.count < fewest?.count ?? .max { fewest = found }
      }
      return fewest ?? []
    case .tuple(let shapes):
      guard node.kind == .sequence, node.count == shapes.count else { return ["\(place()): no tuple"] }
      return zip(node.items, shapes).flatMap { problems($0, $1, at: place()) }
    case .object(let properties):
      guard node.kind == .mapping else { return ["\(place()): no object"] }
      var result: [String] = []
      var required = properties.count { $0.value.isRequired }
      for entry in node.entries {
        let key = entry.key.text
        guard let property = properties[key] else {
          result.append("\(place()): unknown property '\(key)'")
          continue
        }
        if property.isRequired { required -= 1 }
        result += problems(entry.value, property.shape, at: "\(place()).\(key)")
      }
      if required > 0 {
        result += properties.filter { $0.value.isRequired && node[$0.key] == nil }.map {
          "\(place()): lacks '\($0.key)'"
        }
      }
      return result
    }
  }

  private static func fits(_ node: Node, base: String) -> Bool {
    switch base {
    case "URI", "DocumentUri": node.string?.contains(":") == true
    case "string", "RegExp": node.kind == .string
    case "integer": node.kind == .integer && Int32(node.text) != nil
    case "uinteger": node.kind == .integer && Int32(node.text).map { $0 >= 0 } == true
    case "decimal": node.kind == .integer || node.kind == .number
    case "boolean": node.kind == .boolean
    case "null": node.kind == .null
    default: false
    }
  }
}
