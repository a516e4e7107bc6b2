import ManifestLint

/// The installation URL of an app that leads to Pipedrive's page where users grant access.
struct InstallationLink: Sendable {
  /// The field.
  let field: URLField
  /// The address in it.
  let address: WebAddress
  /// What follows its host.
  let parts: AddressParts

  /// Looks at the installation URL; `nil` if it leads elsewhere, as most do.
  init?(_ context: LintContext) {
    guard let field = context.urlFields.first(where: { $0.role == .installation }),
      let address = field.address, field.leadsToAuthorization(address), !address.hasUserInformation
    else { return nil }
    self.field = field
    self.address = address
    parts = address.parts
  }

  /// The place where users grant access.
  static let endpoint = "https://oauth.pipedrive.com/oauth/authorize"

  /// The value of a parameter; empty and absent are the same.
  func value(_ name: String) -> String? {
    parts.parameter(name).flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// A finding that a parameter is not there; `nil` if a variable may bring it in.
  func missing(_ name: String, help: String) -> Finding? {
    guard value(name) == nil, !address.mayHoldMoreParameters else { return nil }
    let isEmpty = parts.parameter(name) != nil
    return Finding(
      isEmpty ? "'\(name)' is empty in the authorization link" : "the authorization link has no '\(name)'",
      marking: field.mark(parameter: name), help: help)
  }
}

extension URLField {
  /// Whether it is an installation URL on the host where users grant access.
  func leadsToAuthorization(_ address: WebAddress) -> Bool {
    role == .installation && address.host == "oauth.pipedrive.com"
  }
}
