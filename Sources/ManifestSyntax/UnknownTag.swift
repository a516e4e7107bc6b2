public import ManifestText

/// A tag that the core schema of YAML does not know, so that each reader makes something else of the value.
public struct UnknownTag: Hashable, Sendable {
  /// Where it stands.
  public var range: TextRange
  /// The tag as it is written, cut where it gets long; `nil` where it may be part of a secret.
  public var text: String?
}
