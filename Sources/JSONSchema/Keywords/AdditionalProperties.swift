import ManifestSyntax

/// `additionalProperties`: the values of keys that neither `properties` nor `patternProperties` beside it provides for.
final class AdditionalProperties: Keyword {
  static let name = "additionalProperties"
  static let vocabulary = Vocabulary.applicator
  // `properties` is compiled by then, and `patternProperties` notes which keys it provides for.
  static let turn = KeywordTurn.late

  private let rest: PropertiesBesides
  /// The `properties` beside it.
  private let properties: Properties?

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    rest = try PropertiesBesides(value, &compiler)
    properties = compiler.compiled(Properties.self)
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    rest.accept(instance, evaluation) { $0.isMatched || properties?.provides(for: $0) == true }
  }
}

/// A schema for the values of those keys that other keywords do not provide for.
struct PropertiesBesides: Sendable {
  private let id: SubschemaID
  private let isForbidden: Bool
  /// The schema that it is in.
  private let schema: Node
  /// Whether it is for what no schema at all has dealt with.
  private let isForUnevaluated: Bool

  init(_ value: Node, isForUnevaluated: Bool = false, _ compiler: inout Compiler) throws(SchemaError) {
    self.isForUnevaluated = isForUnevaluated
    compiler.useMembers()
    id = try compiler.subschema(value)
    isForbidden = value.boolean == false
    schema = compiler.schema
  }

  /// The keys in `properties`.
  private var known: [String] {
    (isForUnevaluated ? Self.schemasBeside(schema) : [schema]).flatMap { schema in
      schema["properties"]?.entries.filter { !$0.isRepeated }.map(\.key.text) ?? []
    }
  }

  /// A schema with those that stand in it for the same value, as far as that is seen without following references.
  private static func schemasBeside(_ schema: Node) -> [Node] {
    var result: [Node] = []
    var pending = [schema]
    while let schema = pending.popLast(), result.count < 32 {
      result.append(schema)
      for name in ["allOf", "anyOf", "oneOf"] { pending += schema[name].map { Array($0.items) } ?? [] }
      pending += ["if", "then", "else"].compactMap { schema[$0] }
    }
    return result
  }

  /// Whether the schema takes the values of all keys that are not provided for.
  @inline(__always)
  func accept(_ instance: Instance, _ evaluation: Evaluation, isProvidedFor: (Member) -> Bool) -> Bool {
    var isValid = true
    var keys: [String] = []
    for index in evaluation.members(of: instance) {
      let member = evaluation.member(index)
      if isProvidedFor(member) { continue }
      evaluation.noteEvaluated(member.value)
      if evaluation.isTracing { keys.append(evaluation.text(member.key)) }
      let isAccepted =
        isForUnevaluated && evaluation.collects
        ? evaluation.asUnevaluated(member.value) { accepts(member, of: instance, evaluation) }
        : accepts(member, of: instance, evaluation)
      if isAccepted { continue }
      isValid = false
      if !evaluation.collects { return false }
    }
    evaluation.annotateKeys(keys, at: instance)
    return isValid
  }

  private func accepts(_ member: Member, of instance: Instance, _ evaluation: Evaluation) -> Bool {
    if !isForbidden { return evaluation.acceptsChild(id, member.value) }
    guard evaluation.collects else { return false }
    let known = evaluation.knownKeys { self.known }
    return evaluation.report(.unknownKey(evaluation.text(member.key), known: known), at: instance, key: member.key)
  }
}
