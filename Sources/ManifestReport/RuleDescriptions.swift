import Synchronization

/// The rules that a report may speak of, described when one of them is first asked for: most runs find nothing.
public struct RuleDescriptions: Sendable {
  private let found: LazyRules

  /// Takes what describes the rules.
  public init(_ describe: @escaping @Sendable () -> [RuleDescription]) {
    found = LazyRules(describe)
  }

  /// The description of a rule by its id.
  public subscript(id: String) -> RuleDescription? { found.rules.byID[id] }

  /// The descriptions of all rules, by id.
  public var all: [RuleDescription] { found.rules.byID.values.sorted { $0.id < $1.id } }
}

extension RuleDescriptions: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, RuleDescription)...) {
    self.init { elements.map(\.1) }
  }
}

extension RuleDescriptions: Hashable {
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.found === rhs.found || lhs.all == rhs.all }

  public func hash(into hasher: inout Hasher) { hasher.combine(all) }
}

/// The descriptions, once somebody has asked for one, on whatever thread that was.
private final class LazyRules: Sendable {
  final class Rules: Sendable {
    let byID: [String: RuleDescription]

    init(_ rules: [RuleDescription]) {
      byID = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0) })
    }
  }

  private let describe: @Sendable () -> [RuleDescription]
  private let value = AtomicLazyReference<Rules>()

  init(_ describe: @escaping @Sendable () -> [RuleDescription]) {
    self.describe = describe
  }

  var rules: Rules { value.load() ?? value.storeIfNil(Rules(describe())) }
}
