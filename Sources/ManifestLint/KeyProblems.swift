import JSONSchema
import ManifestModel
public import ManifestSyntax

/// The keys that objects lack and the keys that they have too many, held against each other.
///
/// A misspelt key is one slip, not two: where an unknown key is the only near match of a known one that the object
/// does not have, it stands for that key.
public struct KeyProblems: Sendable {
  /// The known key that an unknown one stands for.
  private var meant: [Node: String] = [:]
  /// The keys that an object has in another spelling.
  private var meantIn: [Node: Set<String>] = [:]
  /// The required ones of them.
  private var misspelt: [Node: Set<String>] = [:]
  /// Unknown keys that stand for a known one without being near it.
  private var standIns: Set<Node> = []

  init(_ violations: [Violation]) {
    if violations.isEmpty { return }
    var required: [Node: [String]] = [:]
    for violation in violations {
      if case .required(let missing) = violation.fact { required[violation.node, default: []] += missing }
    }
    // Looked up once an object: a file may have thousands of unknown keys in one.
    var present: [Node: Set<ArraySlice<UInt8>>] = [:]
    // Whatever rule speaks of an unknown key, the key that it stands for is not missing besides.
    for violation in violations {
      guard let key = violation.key, case .unknownKey(_, let known) = violation.fact else { continue }
      let object = violation.node
      let keys = present[object] ?? Set(object.entries.lazy.map(\.key).filter(\.isScalar).map(\.content))
      present[object] = keys
      let absent = known.filter { !keys.contains(ArraySlice($0.utf8)) && meantIn[object]?.contains($0) != true }
      guard let match = NearMatch.unique(key.text, among: absent) ?? Self.standIn(key, absent) else { continue }
      meant[key] = match
      if !NearMatch.isNear(key.text, match) { standIns.insert(key) }
      meantIn[object, default: []].insert(match)
    }
    for (object, keys) in meantIn { misspelt[object] = keys.intersection(required[object] ?? []) }
  }

  /// Real JSON Schemas have `type` where panels and modals have `$ref`.
  private static func standIn(_ key: Node, _ absent: [String]) -> String? {
    key.hasContent("type") && absent.contains("$ref") ? "$ref" : nil
  }

  /// Whether a key is spelt like the one that it stands for, so that it can be renamed.
  public func isNear(_ key: Node) -> Bool { !standIns.contains(key) }

  /// The known key that an unknown one stands for, and whether that one is required; `nil` if none is near.
  public func meantKey(_ key: Node, in object: Node) -> (name: String, isRequired: Bool)? {
    meant[key].map { ($0, misspelt[object]?.contains($0) == true) }
  }

  /// Whether an object has a key, required or not, in another spelling.
  public func hasStandIn(for key: String, in object: Node) -> Bool {
    meantIn[object]?.contains(key) == true
  }

  /// Whether an object has a required key in another spelling.
  public func isMisspelt(_ key: String, in object: Node) -> Bool {
    misspelt[object]?.contains(key) == true
  }
}
