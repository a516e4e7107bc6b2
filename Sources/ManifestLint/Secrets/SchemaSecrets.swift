public import JSONSchema
import ManifestModel
import ManifestSyntax
import ManifestText

/// The secrets of a schema, and what it says of the secrets of a document: neither is told by a violation.
public struct SchemaSecrets: Sendable {
  private let secrets: [ObjectIdentifier: SecretRanges]
  private let scope: SecretScope

  /// Finds them in a schema and in all documents that it refers to.
  public init(_ schema: Schema, scope: SecretScope = .anyDocument) {
    self.scope = scope
    // The schema of schemas has none.
    let documents = scope == .schema ? [] : schema.documents
    let found = documents.map { tree in
      let parsed = ParseResult(documents: [tree], errors: [])
      return (ObjectIdentifier(tree), SecretRanges.find(in: parsed, of: tree.source, Variables(), scope: .schema))
    }
    secrets = Dictionary(found.filter { !$0.1.ranges.isEmpty }) { first, _ in first }
  }

  /// What is to be masked in the words about a violation.
  func masks(for violation: Violation) -> [SecretRanges] {
    guard scope.standsInSecret(violation.culprit) else { return Array(secrets.values) }
    return secrets.values + [SecretRanges(values: Self.values(toldBy: violation))]
  }

  /// The words about a violation, with these secrets masked.
  public func message(_ violation: Violation) -> String {
    masks(for: violation).reduce(violation.message) { $1.masking($0) }
  }

  /// Whether the value of an annotation is, or holds, a secret.
  public func hides(_ annotation: Annotation) -> Bool {
    guard case .keywordValue(let value) = annotation.value else { return false }
    if let secrets = secrets[ObjectIdentifier(value.tree)], secrets.hides(value) { return true }
    return SchemaValues.isTold(by: annotation.keyword) && scope.standsInSecret(annotation.node)
  }

  /// The values of the schema that the words may quote.
  private static func values(toldBy violation: Violation) -> [Node] {
    var result: [Node] = []
    var searched: Set<Node> = []
    var pending = [violation]
    while let violation = pending.popLast() {
      switch violation.fact {
      case .constant(let value): result += value.subtree.filter(\.isScalar)
      case .enumeration(let allowed): for value in allowed { result += value.subtree.filter(\.isScalar) }
      case .branches(let branches, _): pending += branches.flatMap(\.violations)
      default: result += SchemaValues.all(in: violation.schemaNode, except: &searched)
      }
    }
    return result
  }
}
