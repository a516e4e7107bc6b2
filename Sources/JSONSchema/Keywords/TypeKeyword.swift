import ManifestSyntax

/// `type`: the value is of one of these types.
final class TypeKeyword: Keyword {
  static let name = "type"
  static let turn = KeywordTurn.first

  private let value: Node
  private let kinds: Set
  /// Whether `1.0` is an integer: in draft-04 only what is written without a point is.
  private let takesWholeNumbers: Bool

  /// The kinds of node that are allowed, as bits.
  private struct Set: OptionSet, Sendable {
    var rawValue: UInt8
  }

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    self.value = value
    if value.kind == .sequence {
      var kinds: Set = []
      for item in value.items { kinds.formUnion(try Self.kinds(item, compiler)) }
      self.kinds = kinds
    } else {
      kinds = try Self.kinds(value, compiler)
    }
    takesWholeNumbers = compiler.draft > .draft4
  }

  /// The kinds of node that are of a type.
  private static func kinds(_ type: Node, _ compiler: Compiler) throws(SchemaError) -> Set {
    if type.kind == .string {
      if type.hasContent("number") { return [bit(.integer), bit(.number)] }
      // The usual ones first.
      for kind: Node.Kind in [.string, .mapping, .sequence, .boolean, .integer, .null]
      where type.hasContent(kind.schemaName) {
        return bit(kind)
      }
    }
    throw compiler.error("must name types: array, boolean, integer, null, number, object, string", at: type)
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
    return evaluation.report(.type(expected: SchemaWords.types(value), actual: kind.schemaName), at: instance)
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
