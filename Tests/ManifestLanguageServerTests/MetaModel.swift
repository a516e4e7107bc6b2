import ManifestLint
import ManifestTestSupport

/// The protocol's own description of its messages, to check ours against.
struct MetaModel: Sendable {
  private let structures: [String: Node]
  private let enumerations: [String: Node]
  private let aliases: [String: Node]
  private let requests: [String: Node]
  private let notifications: [String: Node]

  /// The description, if the public suites are there.
  static let shared: MetaModel? = ConformanceSuite("report-schemas").flatMap { suite in
    let bytes = suite.bytes("lsp/metaModel-3.17.json")
    let parsed = JSONParser.parse(SourceText(path: "metaModel.json", bytes: bytes))
    return parsed.documents.first.map { MetaModel($0.root) }
  }

  private init(_ root: Node) {
    func table(_ list: String, by key: String) -> [String: Node] {
      let nodes = root[list].map { Array($0.items) } ?? []
      return Dictionary(nodes.map { ($0[key]?.text ?? "", $0) }) { first, _ in first }
    }
    structures = table("structures", by: "name")
    enumerations = table("enumerations", by: "name")
    aliases = table("typeAliases", by: "name")
    requests = table("requests", by: "method")
    notifications = table("notifications", by: "method")
  }

  /// What is wrong with the result of a request.
  func problems(ofResult result: Node, of method: String) -> [String] {
    guard let request = requests[method], let type = request["result"] else { return ["unknown request '\(method)'"] }
    return problems(result, type, at: "result of \(method)")
  }

  /// What is wrong with a request or notification that the server sends.
  func problems(ofParameters parameters: Node?, of method: String, isRequest: Bool) -> [String] {
    guard let message = (isRequest ? requests : notifications)[method] else { return ["unknown method '\(method)'"] }
    let direction = message["messageDirection"]?.text
    guard direction == "serverToClient" || direction == "both" else { return ["'\(method)' is not sent by servers"] }
    guard let type = message["params"] else { return parameters == nil ? [] : ["'\(method)' takes no parameters"] }
    guard let parameters else { return ["'\(method)' lacks its parameters"] }
    return problems(parameters, type, at: "parameters of \(method)")
  }

  private func problems(_ node: Node, _ type: Node, at place: String) -> [String] {
    switch type["kind"]?.text {
    case "base": return fits(node, base: type["name"]?.text ?? "") ? [] : ["\(place): no \(type["name"]?.text ?? "")"]
    case "reference": return problems(node, reference: type["name"]?.text ?? "", at: place)
    case "array":
      guard node.kind == .sequence, let element = type["element"] else { return ["\(place): no array"] }
      return node.items.enumerated().flatMap { problems($1, element, at: "\(place)[\($0)]") }
    case "map":
      guard node.kind == .mapping, let value = type["value"] else { return ["\(place): no object"] }
      return node.entries.flatMap { problems($0.value, value, at: "\(place).\($0.key.text)") }
    case "and": return type["items"]?.items.flatMap { problems(node, $0, at: place) } ?? []
    case "or":
      let all = type["items"]?.items.map { problems(node, $0, at: place) } ?? []
      return all.contains([]) ? [] : all.min { $0.count < $1.count } ?? []
    case "tuple":
      let types = type["items"].map { Array($0.items) } ?? []
      guard node.kind == .sequence, node.count == types.count else { return ["\(place): no tuple"] }
      return zip(node.items, types).flatMap { problems($0, $1, at: place) }
    case "literal": return problems(node, properties: properties(of: type["value"]), at: place)
    case "stringLiteral":
      return node.string == type["value"]?.string ? [] : ["\(place): not '\(type["value"]?.text ?? "")'"]
    default: return ["\(place): unknown type"]
    }
  }

  private func fits(_ node: Node, base: String) -> Bool {
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

  private func problems(_ node: Node, reference name: String, at place: String) -> [String] {
    if ["LSPAny", "LSPObject", "LSPArray"].contains(name) { return [] }
    if let alias = aliases[name], let type = alias["type"] { return problems(node, type, at: place) }
    if let enumeration = enumerations[name] {
      if enumeration["supportsCustomValues"]?.boolean == true {
        return fits(node, base: enumeration["type"]?["name"]?.text ?? "") ? [] : ["\(place): no \(name)"]
      }
      let values = enumeration["values"].map { $0.items.map { $0["value"]?.text } } ?? []
      return values.contains(node.text) ? [] : ["\(place): '\(node.text)' is no \(name)"]
    }
    guard let structure = structures[name] else { return ["\(place): unknown type \(name)"] }
    return problems(node, properties: properties(of: structure), at: place)
  }

  /// The properties of a structure with those that it has from others.
  private func properties(of structure: Node?) -> [String: Node] {
    var result: [String: Node] = [:]
    for key in ["extends", "mixins"] {
      for base in structure?[key].map({ Array($0.items) }) ?? [] {
        result.merge(properties(of: structures[base["name"]?.text ?? ""])) { first, _ in first }
      }
    }
    for property in structure?["properties"].map({ Array($0.items) }) ?? [] {
      result[property["name"]?.text ?? ""] = property
    }
    return result
  }

  private func problems(_ node: Node, properties: [String: Node], at place: String) -> [String] {
    guard node.kind == .mapping else { return ["\(place): no object"] }
    var result: [String] = []
    for entry in node.entries {
      guard let type = properties[entry.key.text]?["type"] else {
        result.append("\(place): unknown property '\(entry.key.text)'")
        continue
      }
      result += problems(entry.value, type, at: "\(place).\(entry.key.text)")
    }
    for (name, property) in properties where property["optional"]?.boolean != true && node[name] == nil {
      result.append("\(place): lacks '\(name)'")
    }
    return result
  }
}
