import ManifestSyntax

/// `dependentRequired`: an object that has a key also has those that go with it.
final class DependentRequired: Keyword {
  static let name = "dependentRequired"
  static let drafts = Draft.draft2019 ... .draft2020

  private let dependencies: [KeyDependency]

  init(_ value: Node, _ compiler: inout Compiler) throws(SchemaError) {
    guard value.kind == .mapping else { throw compiler.error("must be an object of lists of keys", at: value) }
    var dependencies: [KeyDependency] = []
    for entry in value.entries where !entry.isRepeated {
      dependencies.append(try KeyDependency(entry.key, needs: entry.value, &compiler))
    }
    self.dependencies = dependencies
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.kind(instance) == .mapping else { return true }
    var isValid = true
    for dependency in dependencies where !dependency.accepts(instance, evaluation) {
      isValid = false
      if !evaluation.collects { break }
    }
    return isValid
  }
}

/// A key that needs others beside it.
struct KeyDependency: Sendable {
  private let key: Int
  private let name: String
  private let needed: [(number: Int, name: String)]

  init(_ key: Node, needs list: Node, _ compiler: inout Compiler) throws(SchemaError) {
    self.key = compiler.key(key)
    name = key.text
    var needed: [(number: Int, name: String)] = []
    for item in try compiler.strings(list) { needed.append((compiler.key(item), item.text)) }
    self.needed = needed
  }

  func accepts(_ instance: Instance, _ evaluation: Evaluation) -> Bool {
    guard evaluation.hasMember(key) else { return true }
    let missing = needed.filter { !evaluation.hasMember($0.number) }.map(\.name)
    return missing.isEmpty || evaluation.report(.dependentRequired(key: name, missing: missing), at: instance)
  }
}

extension Evaluation {
  /// Whether the object at hand has the key with this number.
  func hasMember(_ number: Int) -> Bool {
    memberKey(number) != nil
  }

  /// The key with this number, if the object at hand has it.
  func memberKey(_ number: Int) -> Instance? {
    members.first { member($0).number == number }.map { member($0).key }
  }
}
