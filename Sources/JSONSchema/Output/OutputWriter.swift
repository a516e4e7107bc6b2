import ManifestSyntax
import ManifestText

/// Writes a trace in the forms of the specification.
struct OutputWriter {
  private let program: Program
  private let parts: ProgramParts
  private let tree: SyntaxTree
  private let units: [EvaluationTrace.Unit]
  private let mask: OutputMask
  private let countsForErrors: [Bool]
  private let countsForAnnotations: [Bool]

  init(_ program: Program, _ trace: EvaluationTrace, _ tree: SyntaxTree, _ mask: OutputMask) {
    self.mask = mask
    self.program = program
    parts = trace.parts
    self.tree = tree
    units = trace.units
    countsForErrors = trace.countForErrors
    countsForAnnotations = trace.countForAnnotations
  }

  /// Writes the members of the outermost object.
  func writeMembers(of format: OutputFormat, to writer: inout JSONWriter) {
    switch format {
    case .flag: writer.member("valid", units[0].isValid)
    case .basic: basic(&writer)
    case .detailed: detailed(&writer)
    case .list: list(&writer)
    case .hierarchical: hierarchical(0, &writer)
    }
  }
}

// MARK: - Basic

extension OutputWriter {
  private func basic(_ writer: inout JSONWriter) {
    let isValid = units[0].isValid
    writer.member("valid", isValid)
    writer.member(isValid ? "annotations" : "errors") { writer in
      writer.array { writer in
        for index in units.indices {
          if isValid, countsForAnnotations[index] {
            for annotation in units[index].annotations { writer.object { members(annotation, &$0) } }
          } else if !isValid, countsForErrors[index] {
            for violation in units[index].violations { writer.object { members(violation, &$0) } }
          }
        }
      }
    }
  }

  private func pointer(_ node: Node) -> String { Violation.pointer(of: node, from: nil) }

  private func node(_ instance: Instance) -> Node { Node(tree, UInt32(instance.index)) }

  private func members(_ violation: Violation, _ writer: inout JSONWriter) {
    writer.member("valid", false)
    writer.member("keywordLocation", violation.keywordLocation)
    writer.member("absoluteKeywordLocation", violation.absoluteKeywordLocation)
    writer.member("instanceLocation", pointer(violation.evaluatedNode))
    writer.member("error", mask.message(violation))
  }

  private func members(_ annotation: Annotation, _ writer: inout JSONWriter) {
    writer.member("valid", true)
    writer.member("keywordLocation", annotation.keywordLocation)
    writer.member("absoluteKeywordLocation", annotation.absoluteKeywordLocation)
    writer.member("instanceLocation", pointer(annotation.node))
    writer.member("annotation") { value(annotation, &$0) }
  }
}

// MARK: - Detailed

extension OutputWriter {
  /// A node of the detailed form.
  private indirect enum Detail {
    case violation(Violation)
    case annotation(Annotation)
    case branch(Location, error: String?, [Detail])
  }

  /// Where a node stands, in the schema and in the document.
  private struct Location {
    var schemaNode: Node
    var resource: Int
    var hops: [Violation.Hop]
    var instance: Instance
  }

  /// Each schema and each keyword with schemas is a node; one without children is left out, and one with a single child
  /// gives way to it.
  private func detailed(_ writer: inout JSONWriter) {
    let isValid = units[0].isValid
    let schema = parts[units[0].subschema]
    let root = Location(schemaNode: schema.node, resource: schema.resource, hops: [], instance: units[0].instance)
    members(detail(0, isValid) ?? .branch(root, error: nil, []), isValid, &writer)
  }

  private func members(_ detail: Detail, _ isValid: Bool, _ writer: inout JSONWriter) {
    switch detail {
    case .violation(let violation): members(violation, &writer)
    case .annotation(let annotation): members(annotation, &writer)
    case .branch(let location, let error, let children):
      writer.member("valid", isValid)
      writer.member("keywordLocation", Violation.keywordLocation(of: location.schemaNode, hops: location.hops))
      writer.member(
        "absoluteKeywordLocation", program.resources[location.resource].location(of: location.schemaNode))
      writer.member("instanceLocation", pointer(node(location.instance)))
      if let error { writer.member("error", error) }
      if children.isEmpty { return }
      writer.member(isValid ? "annotations" : "errors") { writer in
        writer.array(children) { writer, child in writer.object { members(child, isValid, &$0) } }
      }
    }
  }

  /// What is to be told of a schema and a value; `nil` if that is nothing.
  private func detail(_ index: Int, _ isValid: Bool) -> Detail? {
    let unit = units[index]
    let schema = parts[unit.subschema]
    var location = Location(
      schemaNode: schema.node, resource: schema.resource, hops: unit.hops, instance: unit.instance)
    var violations = isValid ? [] : unit.violations
    var details = isValid ? unit.annotations.map(Detail.annotation) : []
    var groups: [Detail] = []
    for (slot, children) in childrenBySlot(unit, isValid ? countsForAnnotations : countsForErrors) {
      let children = children.compactMap { detail($0, isValid) }
      if children.isEmpty { continue }
      location.schemaNode = slot < 0 ? schema.node : parts.slots[slot].value
      let own = violations.first { $0.schemaNode == location.schemaNode }
      violations.removeAll { $0.schemaNode == location.schemaNode }
      groups.append(children.count == 1 ? children[0] : .branch(location, error: own.map(mask.message), children))
    }
    details += violations.map(Detail.violation) + groups
    location.schemaNode = schema.node
    return details.count > 1 ? .branch(location, error: nil, details) : details.first
  }

  /// The parts of a unit that count, by the keywords that asked for them.
  private func childrenBySlot(_ unit: EvaluationTrace.Unit, _ counts: [Bool]) -> [(slot: Int, children: [Int])] {
    var result: [(slot: Int, children: [Int])] = []
    for child in unit.children where counts[child] {
      if result.last?.slot == units[child].slot {
        result[result.count - 1].children.append(child)
      } else {
        result.append((units[child].slot, [child]))
      }
    }
    return result
  }
}

// MARK: - List and hierarchical

extension OutputWriter {
  private func list(_ writer: inout JSONWriter) {
    writer.member("valid", units[0].isValid)
    writer.member("details") { writer in
      writer.array(units.indices) { writer, index in
        writer.object { details(index, &$0) }
      }
    }
  }

  private func hierarchical(_ index: Int, _ writer: inout JSONWriter) {
    details(index, &writer)
    if units[index].children.isEmpty { return }
    writer.member("details") { writer in
      writer.array(units[index].children) { writer, child in writer.object { hierarchical(child, &$0) } }
    }
  }

  private func details(_ index: Int, _ writer: inout JSONWriter) {
    let unit = units[index]
    let schema = parts[unit.subschema]
    writer.member("valid", unit.isValid)
    writer.member("evaluationPath", Violation.keywordLocation(of: schema.node, hops: unit.hops))
    writer.member("schemaLocation", program.resources[schema.resource].location(of: schema.node))
    writer.member("instanceLocation", pointer(node(unit.instance)))
    if !unit.violations.isEmpty {
      writer.member("errors") { writer in
        writer.object { writer in
          var said: Set<String> = []
          for violation in unit.violations where said.insert(violation.keyword).inserted {
            writer.member(violation.keyword, mask.message(violation))
          }
        }
      }
    }
    if !unit.annotations.isEmpty {
      writer.member(unit.isValid ? "annotations" : "droppedAnnotations") { writer in
        writer.object { writer in
          for annotation in unit.annotations { writer.member(annotation.keyword) { value(annotation, &$0) } }
        }
      }
    }
  }
}

extension Violation {
  /// The value that the schema was asked about: of a key that should not be there, the key's own.
  fileprivate var evaluatedNode: Node {
    switch fact {
    case .unknownKey, .forbidden: key?.value ?? node
    default: node
    }
  }
}

// MARK: - Values

extension OutputWriter {
  private func value(_ annotation: Annotation, _ writer: inout JSONWriter) {
    if mask.hides(annotation) { writer.string(RedactedText.mask) } else { writer.value(annotation.value) }
  }
}

extension JSONWriter {
  /// Writes what a keyword tells.
  fileprivate mutating func value(_ value: Annotation.Value) {
    switch value {
    case .keywordValue(let node): self.node(node)
    case .keys(let keys): array(keys) { $0.string($1) }
    case .items(let items): array(items) { $0.integer($1) }
    case .lastItem(let item): integer(item)
    case .allItems: boolean(true)
    }
  }

  /// Writes a value of a schema; parsers let none be deeper than a few hundred levels.
  private mutating func node(_ node: Node) {
    switch node.kind {
    case .null: null()
    case .boolean: boolean(node.boolean == true)
    case .integer, .number:
      if node.tree.language == .json { raw(node.text) } else { number(node) }
    case .string: string(node.text)
    case .sequence: array(node.items) { $0.node($1) }
    case .mapping:
      object { writer in
        for entry in node.entries where !entry.isRepeated { writer.member(entry.key.text) { $0.node(entry.value) } }
      }
    }
  }

  /// Writes a number of YAML, which may be hexadecimal, as JSON has numbers.
  private mutating func number(_ node: Node) {
    if let number = DecimalNumber(node.content.span), number.isFinite { raw(number.text) } else { string(node.text) }
  }
}
