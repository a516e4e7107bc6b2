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
  /// Whether a reference to a schema elsewhere, which is not registered, refuses nothing rather than everything.
  ///
  /// Either way it is among the schema's problems, and a value that comes to it among the violations.
  public var passesOverAbsentSchemas = false

  /// How many schemas may be evaluated inside one another before validation is given up.
  ///
  /// Each takes about 600 bytes of stack; the default is safe on a thread with 512 KiB.
  public var depthLimit = 640

  /// Makes options for schemas of 2020-12 that assert no formats.
  public init() {}
}
