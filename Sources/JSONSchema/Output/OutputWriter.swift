import ManifestSyntax
import ManifestText

/// Writes a trace in the forms of the specification.
struct OutputWriter {
  private let program: Program
  private let tree: SyntaxTree
  private let units: [EvaluationTrace.Unit]
  private let countsForErrors: [Bool]
  private let countsForAnnotations: [Bool]

  init(_ program: Program, _ trace: EvaluationTrace, _ tree: SyntaxTree) {
    self.program = program
    self.tree = tree
    units = trace.units
    countsForErrors = trace.countForErrors
    countsForAnnotations = trace.countForAnnotations
  }

  func write(_ format: OutputFormat, to writer: inout JSONWriter) {
    switch format {
    case .flag: writer.object { $0.member("valid", units[0].isValid) }
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
    writer.object { writer in
      writer.member("valid", isValid)
      writer.member(isValid ? "annotations" : "errors") { writer in
        writer.array { writer in
          for index in units.indices {
            if isValid, countsForAnnotations[index] {
              for annotation in units[index].annotations { unit(annotation, &writer) }
            } else if !isValid, countsForErrors[index] {
              for violation in units[index].violations { unit(violation, &writer) }
            }
          }
        }
      }
    }
  }

  private func location(_ index: Int, _ writer: inout JSONWriter) {
    let unit = units[index]
    let schema = program.subschemas[unit.subschema]
    writer.member("valid", unit.isValid)
    writer.member("keywordLocation", Violation.keywordLocation(of: schema.node, hops: unit.hops))
    writer.member("absoluteKeywordLocation", program.resources[schema.resource].location(of: schema.node))
    writer.member("instanceLocation", node(unit.instance).pointer)
  }

  private func node(_ instance: Instance) -> Node { Node(tree, UInt32(instance.index)) }

  private func unit(_ violation: Violation, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("valid", false)
      writer.member("keywordLocation", violation.keywordLocation)
      writer.member("absoluteKeywordLocation", violation.absoluteKeywordLocation)
      writer.member("instanceLocation", violation.node.pointer)
      writer.member("error", violation.message)
    }
  }

  private func unit(_ annotation: Annotation, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("valid", true)
      writer.member("keywordLocation", annotation.keywordLocation)
      writer.member("absoluteKeywordLocation", annotation.absoluteKeywordLocation)
      writer.member("instanceLocation", annotation.node.pointer)
      writer.member("annotation") { $0.value(annotation.value) }
    }
  }
}

// MARK: - Detailed

extension OutputWriter {
  /// The outermost unit, and in it what is left when units that only lead to one other are taken out.
  private func detailed(_ writer: inout JSONWriter) {
    detailed(0, isOutermost: true, &writer)
  }

  private func detailed(_ index: Int, isOutermost: Bool, _ writer: inout JSONWriter) {
    let isValid = units[0].isValid
    let counts = isValid ? countsForAnnotations : countsForErrors
    let unit = units[index]
    let children = unit.children.filter { counts[$0] && hasContent($0) }
    let ownCount = isValid ? unit.annotations.count : unit.violations.count
    if !isOutermost, ownCount == 0, children.count == 1 {
      return detailed(children[0], isOutermost: false, &writer)
    }
    if !isOutermost, ownCount == 1, children.isEmpty { return single(unit, isValid, &writer) }
    writer.object { writer in
      location(index, &writer)
      guard ownCount + children.count > 0 else { return }
      writer.member(isValid ? "annotations" : "errors") { writer in
        writer.array { writer in
          if isValid {
            for annotation in unit.annotations { self.unit(annotation, &writer) }
          } else {
            for violation in unit.violations { self.unit(violation, &writer) }
          }
          for child in children { detailed(child, isOutermost: false, &writer) }
        }
      }
    }
  }

  private func single(_ unit: EvaluationTrace.Unit, _ isValid: Bool, _ writer: inout JSONWriter) {
    if isValid { self.unit(unit.annotations[0], &writer) } else { self.unit(unit.violations[0], &writer) }
  }

  /// Whether anything in a unit is to be told.
  private func hasContent(_ index: Int) -> Bool {
    let isValid = units[0].isValid
    var end = index + 1
    // What is part of a unit follows it, up to the first that is not.
    while end < units.count, units[end].parent >= index { end += 1 }
    return (index..<end).contains { inner in
      isValid
        ? countsForAnnotations[inner] && !units[inner].annotations.isEmpty
        : countsForErrors[inner] && !units[inner].violations.isEmpty
    }
  }
}

// MARK: - List and hierarchical

extension OutputWriter {
  private func list(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("valid", units[0].isValid)
      writer.member("details") { writer in
        writer.array(units.indices) { writer, index in
          writer.object { details(index, &$0) }
        }
      }
    }
  }

  private func hierarchical(_ index: Int, _ writer: inout JSONWriter) {
    writer.object { writer in
      details(index, &writer)
      if units[index].children.isEmpty { return }
      writer.member("details") { writer in
        writer.array(units[index].children) { writer, child in hierarchical(child, &writer) }
      }
    }
  }

  private func details(_ index: Int, _ writer: inout JSONWriter) {
    let unit = units[index]
    let schema = program.subschemas[unit.subschema]
    writer.member("valid", unit.isValid)
    writer.member("evaluationPath", Violation.keywordLocation(of: schema.node, hops: unit.hops))
    writer.member("schemaLocation", program.resources[schema.resource].location(of: schema.node))
    writer.member("instanceLocation", node(unit.instance).pointer)
    if !unit.violations.isEmpty {
      writer.member("errors") { writer in
        writer.object { writer in
          var said: Set<String> = []
          for violation in unit.violations where said.insert(violation.keyword).inserted {
            writer.member(violation.keyword, violation.message)
          }
        }
      }
    }
    if !unit.annotations.isEmpty {
      writer.member(unit.isValid ? "annotations" : "droppedAnnotations") { writer in
        writer.object { writer in
          for annotation in unit.annotations { writer.member(annotation.keyword) { $0.value(annotation.value) } }
        }
      }
    }
  }
}

// MARK: - Values

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
