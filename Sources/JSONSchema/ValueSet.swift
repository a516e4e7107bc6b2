import ManifestSyntax

/// The values that `enum` or `const` allows.
final class ValueSet: Sendable {
  /// The value of `const`, or the list of `enum`.
  private let value: Node
  private let isList: Bool

  private let strings: KeyTable
  private let allowsNull: Bool
  private let allowsTrue: Bool
  private let allowsFalse: Bool
  private let numbers: [DecimalNumber]
  /// The same, to look one up among many.
  private let manyNumbers: Set<DecimalNumber>
  private let collections: [Node]

  /// The value of `const`.
  convenience init(_ value: Node) { self.init(value, isList: false, CollectionOfOne(value)) }

  /// The values of `enum`.
  convenience init(list: Node) { self.init(list, isList: true, list.items) }

  private init(_ value: Node, isList: Bool, _ nodes: some Sequence<Node>) {
    var strings = KeyTable()
    var (allowsNull, allowsTrue, allowsFalse) = (false, false, false)
    var numbers: [DecimalNumber] = []
    var collections: [Node] = []
    for node in nodes {
      switch node.kind {
      case .null: allowsNull = true
      case .boolean: if node.boolean == true { allowsTrue = true } else { allowsFalse = true }
      case .integer, .number: if let number = DecimalNumber(node.content.span) { numbers.append(number) }
      case .string: _ = strings.insert(node.content)
      case .sequence, .mapping: collections.append(node)
      }
    }
    self.value = value
    self.isList = isList
    self.strings = strings
    (self.allowsNull, self.allowsTrue, self.allowsFalse) = (allowsNull, allowsTrue, allowsFalse)
    self.numbers = numbers
    manyNumbers = numbers.count > 8 ? Set(numbers) : []
    self.collections = collections
  }

  /// The values as they stand in the schema.
  var nodes: [Node] { isList ? Array(value.items) : [value] }

  private func allows(_ number: DecimalNumber) -> Bool {
    manyNumbers.isEmpty ? numbers.contains(number) : manyNumbers.contains(number)
  }

  /// Whether a value equals one of them.
  func contains(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    switch evaluation.kind(instance) {
    case .null: allowsNull
    case .boolean: evaluation.node(instance).boolean == true ? allowsTrue : allowsFalse
    case .integer, .number: !numbers.isEmpty && evaluation.number(instance).map(allows) == true
    case .string: evaluation.withContent(instance) { strings.number(of: $0) >= 0 }
    case .sequence, .mapping:
      !collections.isEmpty && collections.contains { JSONEquality.areEqual($0, evaluation.node(instance)) }
    }
  }
}
