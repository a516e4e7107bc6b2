public import ManifestSyntax

extension Violation {
  /// What was wanted and what is there.
  public indirect enum Fact: Sendable {
    /// The value is of another type than one of these.
    case type(expected: [String], actual: String)
    /// The value is none of these.
    case enumeration(allowed: [Node])
    /// The value is not this one.
    case constant(Node)
    /// These keys are missing.
    case required(missing: [String])
    /// At least one of these keys, or sets of keys, is missing.
    case requiredOneOf([[String]])
    /// With this key, those are missing.
    case dependentRequired(key: String, missing: [String])
    /// The key is not among those that are known here.
    case unknownKey(String, known: [String])
    /// The name of the key is wrong, as these say of the key itself.
    case propertyName([Violation])
    /// A list has an item that no keyword provides for.
    case unexpectedItem(limit: Int?)
    /// A text has too many or too few characters.
    case length(Limit, actual: Int)
    /// A list has too many or too few items.
    case itemCount(Limit, actual: Int)
    /// An object has too many or too few entries.
    case propertyCount(Limit, actual: Int)
    /// A number is beyond a bound.
    case bound(Bound, limit: Node)
    /// A number is not a multiple of this one.
    case multiple(of: Node)
    /// A text does not match the pattern.
    case pattern(String)
    /// A text is not of the format.
    case format(String)
    /// Two items are equal.
    case uniqueItems(first: Node, second: Node)
    /// Too many or too few items are as `contains` has them: in words that follow "that", where it is simple.
    case contains(Limit, actual: Int, wanted: String?)
    /// None of the alternatives holds, or in `oneOf` more than one, whose numbers are given.
    case branches([Branch], matched: [Int])
    /// The value is what it must not be.
    case negated
    /// Nothing may stand here.
    case forbidden
    /// The reference leads to no schema, so that nobody can tell what the value must be.
    case unresolvedReference
    /// The reference leads to a schema elsewhere that is not registered, by which the value was not checked.
    case absentSchema
    /// The reference leads back to itself, so that nobody can tell what the value must be.
    case loopingReference
    /// Schemas lead from one to the next without an end.
    case tooDeep
    /// To find out would take too many steps.
    case tooCostly
    /// More is wrong than anybody would read; this much is told.
    case tooMany(limit: Int)
  }

  /// Whether it says that validation did not come to its end, rather than that a value is wrong.
  ///
  /// What else is wrong is not known then, nor, if nothing is, whether the value is valid.
  public var isIncomplete: Bool {
    switch fact {
    case .unresolvedReference, .absentSchema, .loopingReference, .tooDeep, .tooCostly, .tooMany: true
    default: false
    }
  }

  /// A number that must not be passed.
  public enum Limit: Hashable, Sendable {
    /// There must be as many or more.
    case atLeast(Int)
    /// There must be as many or fewer.
    case atMost(Int)

    /// The number.
    public var count: Int {
      switch self {
      case .atLeast(let count), .atMost(let count): count
      }
    }
  }

  /// The side of a bound on which a number must be.
  public enum Bound: Hashable, Sendable {
    /// Equal or greater.
    case atLeast
    /// Greater.
    case above
    /// Equal or less.
    case atMost
    /// Less.
    case below
  }

  /// A value that none of many alternatives allows.
  struct WrongValue: Sendable {
    var node: Node
    /// All that the alternatives allow together.
    var allowed: [Node]
  }

  /// An alternative of `anyOf` or `oneOf`, and what it refuses.
  public struct Branch: Sendable {
    /// The schema of the alternative.
    public var schemaNode: Node
    /// How the value breaks it; empty if it does not.
    public var violations: [Violation]
    /// What of the value the alternative recognises.
    var profile = BranchProfile()
    /// Which alternative it is, from 0.
    public var position = 0
    /// Whether the schema speaks of the entries of objects and of no type.
    var isAboutObjects = false
    /// What is wrong by all alternatives, of which this one stands for the others.
    var wrongValue: WrongValue?
  }
}
