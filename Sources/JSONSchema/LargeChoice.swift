import ManifestSyntax

/// What tells the alternatives of a long `anyOf` or `oneOf` apart: the value that most of them fix.
///
/// Looking at each alternative in full, for each item of a list, would take longer than validation itself.
final class LargeChoice {
  /// The key that has the value; `nil` for the value at hand itself.
  let key: String?
  /// What an alternative fixes the value to be, by its position; `nil` where it fixes nothing.
  let fixed: [SubschemaID?]
  /// All that the alternatives allow together.
  let allowed: [Node]

  init(key: String?, fixed: [SubschemaID?], allowed: [Node]) {
    self.key = key
    self.fixed = fixed
    self.allowed = allowed
  }
}

extension Evaluation {
  /// How many alternatives are told in full.
  static let branchLimit = 64

  /// The few of many alternatives that may have been meant; none where they cannot be told apart.
  func branches(of choice: LargeChoice, _ ids: [SubschemaID], _ instance: Instance) -> [Violation.Branch] {
    var value: Instance? = instance
    if let key = choice.key {
      value = kind(instance) == .mapping ? node(instance)[key].map { Instance(index: Int($0.index)) } : nil
    }
    guard let value else { return [] }
    var matching: [Int] = []
    var others: [Int] = []
    for (position, fixed) in choice.fixed.enumerated() {
      guard let fixed else {
        others.append(position)
        continue
      }
      if matchesFixedValue(fixed, value) == true { matching.append(position) }
    }
    if !matching.isEmpty {
      return matching.count <= Self.branchLimit ? matching.map { branch(at: $0, ids, instance) } : []
    }
    guard others.count <= Self.branchLimit else { return [] }
    var result = others.map { branch(at: $0, ids, instance) }
    let node = node(instance)
    let areOtherTypes = result.allSatisfy { branch in
      branch.violations.contains { $0.keyword == "type" && $0.node == node && $0.key == nil }
    }
    if areOtherTypes, let first = choice.fixed.firstIndex(where: { $0 != nil }) {
      var branch = branch(at: first, ids, instance)
      branch.wrongValue = Violation.WrongValue(node: self.node(value), allowed: choice.allowed)
      result.insert(branch, at: 0)
    }
    return result
  }

  /// Finds the value that most of many alternatives fix; `nil` if fewer than half of them fix the same.
  func largeChoice(_ ids: [SubschemaID]) -> LargeChoice? {
    var keys = KeyTable()
    var names: [String] = []
    var fixed: [[(position: Int, id: SubschemaID)]] = []
    var own: [(position: Int, id: SubschemaID)] = []
    for (position, id) in ids.enumerated() {
      if !fixedValues(id).isEmpty { own.append((position, id)) }
      for properties in properties(of: id) {
        guard let object = subschema(properties).node["properties"], spend(object.count) else { continue }
        for entry in object.entries where !entry.isRepeated && entry.key.isScalar {
          guard let value = property(entry.key, of: properties), !fixedValues(value).isEmpty else { continue }
          let number = keys.insert(entry.key.content)
          if number == names.count {
            names.append(entry.key.text)
            fixed.append([])
          }
          if fixed[number].last?.position != position { fixed[number].append((position, value)) }
        }
      }
    }
    var (key, best): (String?, [(position: Int, id: SubschemaID)]) = (nil, own)
    for (name, list) in zip(names, fixed) where list.count > best.count { (key, best) = (name, list) }
    guard best.count * 2 >= ids.count else { return nil }
    var byPosition = [SubschemaID?](repeating: nil, count: ids.count)
    for entry in best { byPosition[entry.position] = entry.id }
    let allowed = JSONEquality.unique(best.flatMap { fixedValues($0.id) })
    return LargeChoice(key: key, fixed: byPosition, allowed: allowed)
  }

  /// The schemas with `properties` that an alternative consists of, through references and `allOf`.
  private func properties(of id: SubschemaID) -> [SubschemaID] {
    var result: [SubschemaID] = []
    var pending = [id]
    var seen: Set<SubschemaID> = []
    while let id = pending.popLast(), seen.count < 16 {
      guard seen.insert(id).inserted else { continue }
      for keyword in subschema(id).keywords {
        switch keyword {
        case let reference as Reference: if let id = reference.id { pending.append(id) }
        case let all as AllOf: pending += all.ids.prefix(16)
        case is Properties: result.append(id)
        default: break
        }
      }
    }
    return result
  }

  private func property(_ key: Node, of id: SubschemaID) -> SubschemaID? {
    let schema = subschema(id)
    let number = schema.keys.number(of: key.content.span)
    for keyword in schema.keywords {
      guard let properties = keyword as? Properties, number >= 0, number < properties.ids.count else { continue }
      return properties.ids[number] >= 0 ? properties.ids[number] : nil
    }
    return nil
  }
}
