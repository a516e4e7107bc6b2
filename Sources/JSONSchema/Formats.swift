/// The formats that `format` knows, each with a file in `Formats/`.
enum Formats {
  static let all: [any Format.Type] = [
    DateFormat.self,
    DateTimeFormat.self,
    DurationFormat.self,
    EmailFormat.self,
    HostnameFormat.self,
    IDNEmailFormat.self,
    IDNHostnameFormat.self,
    IPv4Format.self,
    IPv6Format.self,
    IRIFormat.self,
    IRIReferenceFormat.self,
    JSONPointerFormat.self,
    RegexFormat.self,
    RelativeJSONPointerFormat.self,
    TimeFormat.self,
    URIFormat.self,
    URIReferenceFormat.self,
    URITemplateFormat.self,
    UUIDFormat.self,
  ]

  /// Finds a format by its name.
  static func named(_ name: String) -> (any Format.Type)? {
    all.first { $0.name == name }
  }
}
