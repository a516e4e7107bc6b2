import ManifestLint

/// Flags a parameter in an address that Pipedrive adds itself.
struct UrlReservedParameter: Rule {
  static let metadata = RuleMetadata(
    id: "url-reserved-parameter",
    section: .appAndOAuth,
    severity: .warning,
    origin: .platform,
    summary: "The query of an address holds a name that Pipedrive adds to it.",
    rationale: """
      Pipedrive adds parameters to what you enter: 'code', 'state' and 'error' to the callback URL, 'resource', \
      'view', 'selectedIds' and others to those of extensions. A name that stands there already comes twice, and which \
      of the two a server reads is its own affair.
      """,
    remedy: "Give the parameter another name.",
    source: .linkActions,
    examples: [
      .init(
        bad: "app:\n  callbackUrl: https://www.carservicesapp.com/callback?state=eu\n",
        good: "app:\n  callbackUrl: https://www.carservicesapp.com/callback?region=eu\n"),
      .init(
        bad: "extensions:\n  linkActions:\n    - url: https://www.carservicesapp.com/handle?view=quote\n",
        good: "extensions:\n  linkActions:\n    - url: https://www.carservicesapp.com/handle?page=quote\n"),
    ])

  func check(_ context: LintContext) -> [Finding] {
    context.urlFields.flatMap { field -> [Finding] in
      guard field.takesParameters, let address = field.address, address.text.holds(byte: UInt8(ascii: "?")) else {
        return []
      }
      let reserved = field.reservedParameters
      var seen: Set<String> = []
      return address.parts.parameters.filter { reserved.contains($0.name) && seen.insert($0.name).inserted }.map {
        Finding(
          .reserved($0.name, field.role), marking: field.mark(parameter: $0.name), help: "give it another name")
      }
    }
  }
}

extension Finding.Message {
  fileprivate static func reserved(_ name: String, _ role: URLField.Role) -> Self {
    "Pipedrive adds a parameter '\(name)' of its own to \(role == .callback ? "the callback URL" : "this address")"
  }
}
