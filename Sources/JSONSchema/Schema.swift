public import ManifestSyntax

/// A JSON Schema, compiled once to a form that validates without look-ups by name.
public struct Schema: Sendable {
  /// The schema as it stands in its document.
  public let root: Node

  let program: Program

  /// Compiles a schema with everything that it refers to.
  public init(
    compiling root: Node, registry: SchemaRegistry = SchemaRegistry(), options: SchemaOptions = SchemaOptions()
  ) throws(SchemaError) {
    self.root = root
    program = try Compiler.compile(root, registry: registry, options: options)
  }

  /// Compiles the parts of a schema when a value comes to them, which is quicker where few values come.
  ///
  /// For schemas of which it is known that nothing is wrong with them, that no reference of theirs leads to another
  /// document, and that they have no dynamic ones, and no `$id` or anchor below their root.
  ///
  /// - Precondition: They are like that; what is wrong ends the process when it is come to.
  public init(compilingOnDemand root: Node, options: SchemaOptions = SchemaOptions()) throws(SchemaError) {
    self.root = root
    program = try Compiler.compileOnDemand(root, options: options)
  }

  /// The documents that it is made of: its own, and those that it refers to.
  public var documents: [SyntaxTree] {
    var seen: Set<ObjectIdentifier> = []
    return program.resources.map(\.root.tree).filter { seen.insert(ObjectIdentifier($0)).inserted }
  }

  /// The references in it that lead nowhere or in a circle.
  ///
  /// Such a schema can be used; a value that comes to one of them cannot be checked, which is among its violations.
  public var problems: [SchemaError] { program.problems }

  /// Whether a value is known to be valid: stops at the first violation.
  public func isValid(_ node: Node) -> Bool { verdict(on: node).isValid }

  /// Whether a value is valid, if that can be told: stops at the first violation.
  public func verdict(on node: Node) -> Verdict {
    let evaluation = Evaluation(program, node, collects: false)
    if evaluation.accepts(0, Instance(index: Int(node.index))) { return .valid }
    return (evaluation.abortion ?? evaluation.unanswered).map { .unknown($0) } ?? .invalid
  }

  /// What is wrong with a value, in document order, as a person would want to hear it.
  ///
  /// Of alternatives, only the one is reported that the author seems to have meant; and what follows from a wrong type
  /// is not.
  public func violations(of node: Node) -> [Violation] {
    let all = allViolations(of: node)
    return all.isEmpty ? [] : Relevance.choosing(from: all)
  }

  /// Every keyword that a value breaks, in document order; alternatives are reported at their own keyword.
  public func allViolations(of node: Node) -> [Violation] {
    let instance = Instance(index: Int(node.index))
    let check = Evaluation(program, node, collects: false)
    if check.accepts(0, instance) { return check.unchecked }
    if let abortion = check.abortion, case .tooCostly = abortion.fact { return [abortion] }
    let evaluation = Evaluation(program, node, collects: true)
    _ = evaluation.accepts(0, instance)
    let violations = evaluation.violations + evaluation.unchecked + (evaluation.abortion.map { [$0] } ?? [])
    return Relevance.inDocumentOrder(violations)
  }
}
