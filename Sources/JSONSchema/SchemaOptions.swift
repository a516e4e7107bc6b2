/// How a schema is read.
public struct SchemaOptions: Hashable, Sendable {
  /// Whether `format` refuses anything.
  public enum FormatAssertion: Hashable, Sendable {
    /// Only where the schema's dialect has the vocabulary for it: in none of the drafts by itself.
    case asDialectSays
    /// In every dialect.
    case always
    /// Nowhere.
    case never
  }

  /// The draft of schemas that have no `$schema`.
  public var draft: Draft = .draft2020
  /// The URI of the schema itself, against which relative references are resolved until an `$id` says otherwise.
  public var baseURI = ""
  /// Whether `format` refuses anything.
  public var formats: FormatAssertion = .asDialectSays
  /// Whether `contentEncoding` and `contentMediaType` refuse what is not well-formed.
  public var assertsContent = false

  /// Makes options for schemas of 2020-12 that assert no formats.
  public init() {}
}
