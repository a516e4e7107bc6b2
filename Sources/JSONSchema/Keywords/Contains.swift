import ManifestSyntax

/// `contains`: some items of a list are valid by a schema, as many as `minContains` and `maxContains` say.
final class Contains: Keyword {
  static let name = "contains"
  static let vocabulary = Vocabulary.applicator
  static let drafts = Draft.draft6 ... .draft2020

  private let id: SubschemaID
  private let minimum: (count: Int, keyword: Node)?
  private let maximum: (count: Int, keyword: Node)?
  /// Since 2020-12 the items that match count as evaluated.
  private let evaluates: Bool

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    id = try compiler.subschema(value)
    evaluates = compiler.draft >= .draft2020
    var limits: [(count: Int, keyword: Node)?] = [nil, nil]
    if compiler.draft >= .draft2019, compiler.dialect.vocabularies.contains(.validation) {
      for (position, name) in ["minContains", "maxContains"].enumerated() {
        if let value = compiler.sibling(name) { limits[position] = (try compiler.count(value), value) }
      }
    }
    (minimum, maximum) = (limits[0], limits[1])
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .sequence else { return true }
    let outer = evaluation.beginQuestion()
    let least = minimum?.count ?? 1
    let looksAtAll = maximum != nil || (evaluates && evaluation.tracksChildren) || evaluation.isTracing
    var count = 0
    var matched: [Int] = []
    var position = 0
    var item = evaluation.firstItem(instance)
    while let current = item, looksAtAll || count < least {
      if evaluation.agreesChild(id, current) {
        count += 1
        if evaluates { evaluation.noteEvaluated(current) }
        if evaluation.isTracing { matched.append(position) }
      }
      position += 1
      item = evaluation.item(after: current, in: instance)
    }
    let isOver = maximum.map { count > $0.count } ?? false
    if evaluation.isWithoutAnswer(outer, unless: isOver || (maximum == nil && count >= least)) { return false }
    if count < least {
      guard evaluation.collects else { return false }
      let fact = Violation.Fact.contains(.atLeast(least), actual: count, wanted: evaluation.words(for: id))
      if count > 0, let minimum { return evaluation.report(fact, at: instance, keyword: minimum.keyword) }
      return evaluation.report(fact, at: instance)
    }
    if let maximum, isOver {
      guard evaluation.collects else { return false }
      return evaluation.report(
        .contains(.atMost(maximum.count), actual: count, wanted: evaluation.words(for: id)), at: instance,
        keyword: maximum.keyword)
    }
    if evaluates { evaluation.annotate(count == position ? .allItems : .items(matched), at: instance) }
    return true
  }
}
