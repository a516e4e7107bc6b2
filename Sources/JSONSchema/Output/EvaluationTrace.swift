import ManifestSyntax

/// All schemas that were evaluated, each with what it said, in the order in which they began.
final class EvaluationTrace: EvaluationRecorder {
  /// A schema and a value.
  struct Unit {
    var subschema: SubschemaID
    var instance: Instance
    var hops: [Violation.Hop]
    /// The number of the unit that it is part of; its own for the outermost.
    var parent: Int
    /// The keyword of the parent that asked.
    var slot: Int
    /// Whether what it refuses is no error.
    var isCondition: Bool
    var isValid = true
    var failedSlots: [Int] = []
    var violations: [Violation] = []
    var annotations: [Annotation] = []
    var children: [Int] = []
  }

  private(set) var units: [Unit] = []
  /// The schemas that were evaluated.
  private(set) var parts = ProgramParts()
  private var open: [Int] = []
  private var isNextCondition = false

  func begin(_ id: SubschemaID, _ instance: Instance, slot: Int, hops: [Violation.Hop]) {
    let index = units.count
    let parent = open.last ?? index
    units.append(
      Unit(
        subschema: id, instance: instance, hops: hops, parent: parent, slot: slot, isCondition: isNextCondition))
    isNextCondition = false
    if parent != index { units[parent].children.append(index) }
    open.append(index)
  }

  func expectCondition() {
    isNextCondition = true
  }

  func fail(slot: Int) {
    if let index = open.last { units[index].failedSlots.append(slot) }
  }

  func add(_ violation: Violation) {
    if let index = open.last { units[index].violations.append(violation) }
  }

  func add(_ annotation: Annotation) {
    if let index = open.last { units[index].annotations.append(annotation) }
  }

  func end(isValid: Bool) {
    units[open.removeLast()].isValid = isValid
  }
}

// MARK: - Annotations

extension EvaluationTrace {
  /// Adds what keywords say that refuse nothing, and why the run was given up.
  func finish(_ evaluation: Evaluation) {
    parts = evaluation.parts
    let abortion = evaluation.abortion
    if let abortion, !units.isEmpty {
      units[0].isValid = false
      units[0].violations.append(abortion)
    }
    for index in units.indices {
      let schema = parts[units[index].subschema]
      guard schema.node.kind == .mapping else { continue }
      let resource = evaluation.program.resources[schema.resource]
      let node = evaluation.node(units[index].instance)
      for entry in schema.node.entries where !entry.isRepeated {
        guard let name = Self.annotation(entry.key, of: schema.node, for: node, resource.dialect) else { continue }
        units[index].annotations.append(
          Annotation(
            node: node, keyword: name, value: .keywordValue(entry.value), schemaNode: entry.value,
            hops: units[index].hops, resource: resource))
      }
    }
  }

  /// The name of a keyword that tells its own value; `nil` for one that does not.
  private static func annotation(_ key: Node, of schema: Node, for node: Node, _ dialect: Dialect) -> String? {
    let name = key.text
    switch name {
    case "$schema", "$id", "id", "$ref", "$defs", "definitions", "$anchor", "$dynamicAnchor", "$recursiveAnchor",
      "$vocabulary", "$comment", "then", "else", "minContains", "maxContains", "x-rule":
      return nil
    case "contentEncoding", "contentMediaType": return node.kind == .string ? name : nil
    case "contentSchema": return node.kind == .string && schema["contentMediaType"] != nil ? name : nil
    case "format": return name
    default:
      guard let keyword = Keywords.named(key.content.span) else { return name }
      return keyword.isKnown(to: dialect) ? nil : name
    }
  }
}

// MARK: - What counts

extension EvaluationTrace {
  /// For each unit, whether what it refuses makes the whole invalid.
  var countForErrors: [Bool] {
    var result: [Bool] = []
    for (index, unit) in units.enumerated() {
      let isAsked = unit.parent == index || (result[unit.parent] && units[unit.parent].failedSlots.contains(unit.slot))
      result.append(isAsked && !unit.isValid && !unit.isCondition)
    }
    return result
  }

  /// For each unit, whether what it tells holds: it and all that it is part of are valid.
  var countForAnnotations: [Bool] {
    var result: [Bool] = []
    for (index, unit) in units.enumerated() {
      result.append(unit.isValid && (unit.parent == index || result[unit.parent]))
    }
    return result
  }
}
