/// Hears of every schema that is evaluated, in order.
protocol EvaluationRecorder {
  /// A schema is evaluated for a value, asked by the keyword in a slot, -1 for nobody.
  mutating func begin(_ id: SubschemaID, _ instance: Instance, slot: Int, hops: [Violation.Hop])
  /// The next schema is a condition: what it refuses is no error.
  mutating func expectCondition()
  /// A keyword of the schema at hand is broken.
  mutating func fail(slot: Int)
  /// A keyword of the schema at hand says what is wrong.
  mutating func add(_ violation: Violation)
  /// A keyword of the schema at hand has something to say.
  mutating func add(_ annotation: Annotation)
  /// The schema at hand has been evaluated.
  mutating func end(isValid: Bool)
}
