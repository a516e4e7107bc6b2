public import ManifestSyntax
public import ManifestText

extension Schema {
  /// What the schema has to say of a value and all in it, if it is valid.
  public func annotations(of node: Node) -> [Annotation] {
    let trace = trace(node)
    return zip(trace.units, trace.countForAnnotations).filter { $1 }.flatMap(\.0.annotations)
  }

  /// Writes the outcome of a validation as one JSON object, with other members before those of the specification.
  ///
  /// A validation that does not come to its end is written as one of an invalid value, with what kept it from that as
  /// an error.
  @discardableResult
  public func writeOutput(
    _ format: OutputFormat, for node: Node, to writer: inout JSONWriter, masking mask: OutputMask = OutputMask(),
    after writeMembers: (inout JSONWriter) -> Void = { _ in }
  ) -> Verdict {
    if format == .flag {
      let verdict = verdict(on: node)
      writer.object { writer in
        writeMembers(&writer)
        writer.member("valid", verdict.isValid)
      }
      return verdict
    }
    let trace = trace(node)
    writer.object { writer in
      writeMembers(&writer)
      OutputWriter(program, trace, node.tree, mask).writeMembers(of: format, to: &writer)
    }
    if trace.units[0].isValid { return .valid }
    return trace.units.lazy.flatMap(\.violations).first(where: \.isIncomplete).map { .unknown($0) } ?? .invalid
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
    trace.finish(evaluation)
    return trace
  }
}
