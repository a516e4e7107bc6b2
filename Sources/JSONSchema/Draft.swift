/// A version of JSON Schema.
public enum Draft: Int, CaseIterable, Hashable, Sendable {
  case draft4
  case draft6
  case draft7
  case draft2019
  case draft2020

  /// The URI of its meta-schema, without a fragment.
  public var metaSchemaURI: String {
    switch self {
    case .draft4: "http://json-schema.org/draft-04/schema"
    case .draft6: "http://json-schema.org/draft-06/schema"
    case .draft7: "http://json-schema.org/draft-07/schema"
    case .draft2019: "https://json-schema.org/draft/2019-09/schema"
    case .draft2020: "https://json-schema.org/draft/2020-12/schema"
    }
  }

  /// The name that people give it: `2020-12`, `07`.
  public var name: String {
    switch self {
    case .draft4: "04"
    case .draft6: "06"
    case .draft7: "07"
    case .draft2019: "2019-09"
    case .draft2020: "2020-12"
    }
  }

  /// Finds the draft that a `$schema` names, be it with `http` or `https`, with an empty fragment or without.
  public init?(schemaURI: String) {
    if let draft = Self.allCases.last(where: { $0.metaSchemaURI.utf8.elementsEqual(schemaURI.utf8) }) {
      self = draft
      return
    }
    let wanted = Self.key(schemaURI)
    guard let draft = Self.allCases.first(where: { Self.key($0.metaSchemaURI) == wanted }) else { return nil }
    self = draft
  }

  private static func key(_ uri: String) -> Substring {
    var key = uri[...]
    if key.hasSuffix("#") { key = key.dropLast() }
    if key.hasPrefix("https://") { return key.dropFirst(8) }
    return key.hasPrefix("http://") ? key.dropFirst(7) : key
  }
}

// MARK: - Comparable

extension Draft: Comparable {
  public static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.rawValue < rhs.rawValue
  }
}
