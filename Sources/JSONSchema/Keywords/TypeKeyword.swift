import ManifestSyntax

/// `type`: the value is of one of these types.
final class TypeKeyword: Keyword {
  static let name = "type"
  static let turn = KeywordTurn.first

  private let names: [String]
  private let kinds: Set
  /// Whether `1.0` is an integer: in draft-04 only what is written without a point is.
  private let takesWholeNumbers: Bool

  /// The kinds of node that are allowed, as bits.
  private struct Set: OptionSet, Sendable {
    var rawValue: UInt8
  }

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    let list = value.kind == .sequence ? Array(value.items) : [value]
    var kinds: Set = []
    for item in list {
      switch item.string {
      case "null": kinds.insert(Self.bit(.null))
      case "boolean": kinds.insert(Self.bit(.boolean))
      case "integer": kinds.insert(Self.bit(.integer))
      case "number": kinds.formUnion([Self.bit(.integer), Self.bit(.number)])
      case "string": kinds.insert(Self.bit(.string))
      case "array": kinds.insert(Self.bit(.sequence))
      case "object": kinds.insert(Self.bit(.mapping))
      default: throw compiler.error("must name types: array, boolean, integer, null, number, object, string", at: item)
      }
    }
    self.kinds = kinds
    names = list.map(\.text)
    takesWholeNumbers = compiler.draft > .draft4
  }

  private static func bit(_ kind: Node.Kind) -> Set { Set(rawValue: 1 << kind.rawValue) }

  /// Whether the values of a kind are among those that are allowed.
  func includes(_ kind: Node.Kind) -> Bool { kinds.contains(Self.bit(kind)) }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    let kind = evaluation.kind(instance)
    if kinds.contains(Self.bit(kind)) { return true }
    if kind == .number, takesWholeNumbers, kinds.contains(Self.bit(.integer)),
      evaluation.number(instance)?.isInteger == true
    {
      return true
    }
    return evaluation.report(.type(expected: names, actual: kind.schemaName), at: instance)
  }
}

extension Node.Kind {
  /// What JSON Schema calls it.
  var schemaName: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string: "string"
    case .sequence: "array"
    case .mapping: "object"
    }
  }
}
