public import ManifestSyntax
public import ManifestText

extension Schema {
  /// What the schema has to say of a value and all in it, if it is valid.
  public func annotations(of node: Node) -> [Annotation] {
    let trace = trace(node)
    return zip(trace.units, trace.countForAnnotations).filter { $1 }.flatMap(\.0.annotations)
  }

  /// Writes the outcome of a validation as one JSON value.
  public func writeOutput(_ format: OutputFormat, for node: Node, to writer: inout JSONWriter) {
    if format == .flag {
      let isValid = isValid(node)
      return writer.object { $0.member("valid", isValid) }
    }
    OutputWriter(program, trace(node), node.tree).write(format, to: &writer)
  }

  private func trace(_ node: Node) -> EvaluationTrace {
    let trace = EvaluationTrace()
    let evaluation = Evaluation(program, node, collects: true, recorder: trace)
    let instance = Instance(index: Int(node.index))
    let isValid = evaluation.accepts(0, instance)
    if trace.units.isEmpty {
      // `true` leaves no trace.
      trace.begin(0, instance, slot: -1, hops: [])
      trace.end(isValid: isValid)
    }
    trace.finish(program, node.tree, abortion: evaluation.abortion)
    return trace
  }
}
