import ManifestSyntax

/// What of an object an alternative recognises, which tells whether its author meant it.
struct BranchProfile: Sendable {
  /// The value of a key as `const` or `enum` fixes it.
  struct FixedValue: Sendable {
    /// Whether the object has that value.
    var matches: Bool
    /// The values that are allowed.
    var allowed: [Node]
  }

  /// The keys of the object whose value the alternative fixes.
  var discriminators: [String: FixedValue] = [:]
  /// The keys of the object that the alternative names.
  var knownKeys: Set<Node> = []
}

// MARK: - Putting profiles together

extension BranchProfile {
  /// Adds what another schema recognises that holds as well.
  fileprivate mutating func formConjunction(_ other: BranchProfile) {
    knownKeys.formUnion(other.knownKeys)
    discriminators.merge(other.discriminators) { first, second in
      FixedValue(
        matches: first.matches && second.matches,
        allowed: first.allowed.count <= second.allowed.count ? first.allowed : second.allowed)
    }
  }

  /// What several schemas recognise of which one is to hold.
  fileprivate init(disjunction profiles: [BranchProfile]) {
    for key in Set(profiles.flatMap(\.discriminators.keys)) {
      let fixed = profiles.compactMap { $0.discriminators[key] }
      let matches = fixed.contains(where: \.matches)
      // Where one of them takes any value, none is refused.
      guard matches || fixed.count == profiles.count else { continue }
      discriminators[key] = FixedValue(matches: matches, allowed: fixed.flatMap(\.allowed))
    }
    for profile in profiles { knownKeys.formUnion(profile.knownKeys) }
  }
}

extension Evaluation {
  /// Finds out what an alternative recognises, through references, `allOf`, and alternatives inside of it.
  func profile(_ id: SubschemaID, _ instance: Instance) -> BranchProfile {
    var budget = 512
    return kind(instance) == .mapping ? profile(id, instance, depth: 0, &budget) : BranchProfile()
  }

  private func profile(_ id: SubschemaID, _ instance: Instance, depth: Int, _ budget: inout Int) -> BranchProfile {
    var profile = BranchProfile()
    guard depth < 12, budget > 0 else { return profile }
    budget -= 1
    for keyword in subschema(id).keywords {
      switch keyword {
      case let reference as Reference:
        guard let id = reference.id else { continue }
        profile.formConjunction(self.profile(id, instance, depth: depth + 1, &budget))
      case let all as AllOf:
        for id in all.ids { profile.formConjunction(self.profile(id, instance, depth: depth + 1, &budget)) }
      case let any as AnyOf: profile.formConjunction(self.profile(oneOf: any.ids, instance, depth: depth + 1, &budget))
      case let one as OneOf: profile.formConjunction(self.profile(oneOf: one.ids, instance, depth: depth + 1, &budget))
      case let properties as Properties: add(properties, of: id, instance, to: &profile)
      default: break
      }
    }
    return profile
  }

  private func profile(
    oneOf ids: [SubschemaID], _ instance: Instance, depth: Int, _ budget: inout Int
  ) -> BranchProfile {
    var profiles: [BranchProfile] = []
    for id in ids where takesObjects(id) { profiles.append(profile(id, instance, depth: depth, &budget)) }
    return BranchProfile(disjunction: profiles)
  }

  /// Whether the `type` of a schema lets it be about objects.
  private func takesObjects(_ id: SubschemaID) -> Bool {
    subschema(id).keywords.allSatisfy { ($0 as? TypeKeyword)?.includes(.mapping) ?? true }
  }

  /// Whether a schema speaks of the entries of objects and of no type.
  func isAboutObjects(_ id: SubschemaID) -> Bool {
    var schema = subschema(id)
    for _ in 0..<8 {
      guard let target = schema.keywords.lazy.compactMap({ ($0 as? Reference)?.id }).first else { break }
      schema = subschema(target)
    }
    return schema.keywords.contains { $0 is Properties }
      && !schema.keywords.contains { $0 is TypeKeyword || $0 is Items }
  }

  private func add(_ properties: Properties, of id: SubschemaID, _ instance: Instance, to profile: inout BranchProfile)
  {
    var own = BranchProfile()
    for entry in node(instance).entries where !entry.isRepeated && entry.key.isScalar {
      let number = subschema(id).keys.number(of: entry.key.content.span)
      guard number >= 0, number < properties.ids.count, properties.ids[number] >= 0 else { continue }
      own.knownKeys.insert(entry.key)
      let allowed = fixedValues(properties.ids[number])
      let value = Instance(index: Int(entry.value.index))
      if !allowed.isEmpty, let matches = matchesFixedValue(properties.ids[number], value) {
        own.discriminators[entry.key.text] = BranchProfile.FixedValue(matches: matches, allowed: allowed)
      }
    }
    profile.formConjunction(own)
  }
}

// MARK: - Fixed values

extension Evaluation {
  /// How many schemas are looked at to find the values that one fixes.
  private static let fixedValueBudget = 256

  /// The values that a schema fixes by `const` or `enum`, be it in alternatives; none if it takes others too.
  func fixedValues(_ id: SubschemaID) -> [Node] {
    var budget = Self.fixedValueBudget
    return fixedValues(id, depth: 0, &budget)
  }

  private func fixedValues(_ id: SubschemaID, depth: Int, _ budget: inout Int) -> [Node] {
    guard depth < 8, budget > 0 else { return [] }
    budget -= 1
    for keyword in subschema(id).keywords {
      let values: [Node]
      switch keyword {
      case let reference as Reference: values = reference.id.map { fixedValues($0, depth: depth + 1, &budget) } ?? []
      case let constant as Constant: values = constant.value.nodes
      case let enumeration as Enumeration: values = enumeration.values.nodes
      case let any as AnyOf: values = fixedValues(oneOf: any.ids, depth: depth + 1, &budget)
      case let one as OneOf: values = fixedValues(oneOf: one.ids, depth: depth + 1, &budget)
      default: continue
      }
      if !values.isEmpty { return values }
    }
    return []
  }

  private func fixedValues(oneOf ids: [SubschemaID], depth: Int, _ budget: inout Int) -> [Node] {
    var result: [Node] = []
    for id in ids {
      let values = fixedValues(id, depth: depth, &budget)
      if values.isEmpty { return [] }
      result += values
    }
    return result
  }

  /// Whether a value is one that a schema fixes; `nil` if it fixes none.
  func matchesFixedValue(_ id: SubschemaID, _ instance: Instance) -> Bool? {
    var budget = Self.fixedValueBudget
    return matchesFixedValue(id, instance, depth: 0, &budget)
  }

  private func matchesFixedValue(
    _ id: SubschemaID, _ instance: Instance, depth: Int, _ budget: inout Int
  ) -> Bool? {
    guard depth < 8, budget > 0 else { return nil }
    budget -= 1
    var result: Bool?
    for keyword in subschema(id).keywords {
      let matches: Bool?
      switch keyword {
      case let reference as Reference:
        matches = reference.id.flatMap { matchesFixedValue($0, instance, depth: depth + 1, &budget) }
      case let constant as Constant: matches = constant.value.contains(instance, self)
      case let enumeration as Enumeration: matches = enumeration.values.contains(instance, self)
      case let any as AnyOf: matches = matchesFixedValue(oneOf: any.ids, instance, depth: depth + 1, &budget)
      case let one as OneOf: matches = matchesFixedValue(oneOf: one.ids, instance, depth: depth + 1, &budget)
      default: continue
      }
      if let matches { result = (result ?? true) && matches }
    }
    return result
  }

  private func matchesFixedValue(
    oneOf ids: [SubschemaID], _ instance: Instance, depth: Int, _ budget: inout Int
  ) -> Bool? {
    var result = false
    for id in ids {
      guard let matches = matchesFixedValue(id, instance, depth: depth, &budget) else { return nil }
      if matches { result = true }
    }
    return result
  }
}
