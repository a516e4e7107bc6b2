import ManifestSyntax

/// What of an object an alternative recognises, which tells whether its author meant it.
struct BranchProfile: Sendable {
  /// The keys whose value the alternative fixes by `const` or `enum`, and whether the object has that value.
  var discriminators: [String: Bool] = [:]
  /// The keys of the object that the alternative names.
  var knownKeys: Set<Node> = []
}

extension Evaluation {
  /// Finds out what an alternative recognises, through references and `allOf`.
  func profile(_ id: SubschemaID, _ instance: Instance) -> BranchProfile {
    var profile = BranchProfile()
    guard kind(instance) == .mapping else { return profile }
    var pending = [id]
    var seen: Set<SubschemaID> = []
    while let id = pending.popLast(), seen.count < 64 {
      guard seen.insert(id).inserted else { continue }
      for keyword in program.subschemas[id].keywords {
        switch keyword {
        case let reference as Reference: if let id = reference.id { pending.append(id) }
        case let all as AllOf: pending += all.ids
        case let properties as Properties: add(properties, of: id, instance, to: &profile)
        default: break
        }
      }
    }
    return profile
  }

  private func add(_ properties: Properties, of id: SubschemaID, _ instance: Instance, to profile: inout BranchProfile)
  {
    for entry in node(instance).entries where !entry.isRepeated && entry.key.isScalar {
      let number = program.subschemas[id].keys.number(of: entry.key.content.span)
      guard number >= 0, number < properties.ids.count, properties.ids[number] >= 0 else { continue }
      profile.knownKeys.insert(entry.key)
      if let matches = matchesFixedValue(properties.ids[number], Instance(index: Int(entry.value.index))) {
        let name = entry.key.text
        profile.discriminators[name] = (profile.discriminators[name] ?? true) && matches
      }
    }
  }

  /// The values that a schema fixes by `const` or `enum`.
  func fixedValues(_ id: SubschemaID) -> [Node] {
    var result: [Node] = []
    var pending = [id]
    var count = 0
    while let id = pending.popLast(), count < 8 {
      count += 1
      for keyword in program.subschemas[id].keywords {
        switch keyword {
        case let reference as Reference: if let id = reference.id { pending.append(id) }
        case let constant as Constant: result += constant.value.nodes
        case let enumeration as Enumeration: result += enumeration.values.nodes
        default: break
        }
      }
    }
    return result
  }

  /// Whether a value is the one that a schema fixes; `nil` if it fixes none.
  func matchesFixedValue(_ id: SubschemaID, _ instance: Instance) -> Bool? {
    var result: Bool?
    var pending = [id]
    var count = 0
    while let id = pending.popLast(), count < 8 {
      count += 1
      for keyword in program.subschemas[id].keywords {
        switch keyword {
        case let reference as Reference: if let id = reference.id { pending.append(id) }
        case let constant as Constant: result = (result ?? true) && constant.value.contains(instance, self)
        case let enumeration as Enumeration: result = (result ?? true) && enumeration.values.contains(instance, self)
        default: break
        }
      }
    }
    return result
  }
}
