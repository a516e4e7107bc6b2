import ManifestLint

/// Flags an authorization link that does not return to the callback URL.
struct InstallationUrlRedirectUri: Rule {
  static let metadata = RuleMetadata(
    id: "installation-url-redirect-uri",
    section: .appAndOAuth,
    severity: .error,
    origin: .platform,
    summary: "'redirect_uri' in 'installationUrl' is missing or not exactly the callback URL.",
    rationale: """
      The callback URL of the registration and 'redirect_uri' are the same thing. Pipedrive compares them letter by \
      letter, a final slash included, and answers "redirect_uri is invalid".
      """,
    remedy: "Write the callback URL, percent-encoded.",
    source: .registeringPrivateApp.section("Basic info"),
    examples: [
      .init(
        bad: """
          app:
            callbackUrl: https://www.carservicesapp.com/callback
          oauth:
            installationUrl: https://oauth.pipedrive.com/oauth/authorize?redirect_uri=https%3A%2F%2Fwww.carservicesapp.com%2F

          """,
        good: """
          app:
            callbackUrl: https://www.carservicesapp.com/
          oauth:
            installationUrl: https://oauth.pipedrive.com/oauth/authorize?redirect_uri=https%3A%2F%2Fwww.carservicesapp.com%2F

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let link = InstallationLink(context) else { return [] }
    let callback = context.manifest?.callbackURL
    // What it holds of a user name and a password is a matter for `url-credentials`, and is not to be repeated.
    let expected = callback?.string.flatMap {
      $0.isEmpty ? nil : UserInformation.removing(from: Template($0).visibleText(context.variables))
    }
    let isWhole = expected.map { !$0.isPartlyUnknown } == true
    let order = expected.flatMap { isWhole ? "'redirect_uri=\(PercentEncoding.encoding($0))'" : nil }
    if let finding = link.missing(
      "redirect_uri", help: order.map { "add \($0)" } ?? "add 'redirect_uri' with the callback URL, percent-encoded")
    {
      return [finding]
    }
    guard let value = link.value("redirect_uri"), let callback, let expected, isWhole, !value.isPartlyUnknown,
      !value.utf8.elementsEqual(expected.utf8)
    else { return [] }
    return [
      Finding(
        .other(UserInformation.range(in: value) == nil ? value : nil),
        marking: link.field.mark(parameter: "redirect_uri"), help: order.map { "write \($0)" },
        notes: [.init("the callback URL", at: callback)])
    ]
  }
}

extension Finding.Message {
  /// A value of `nil` holds a user name or a password.
  fileprivate static func other(_ value: String?) -> Self {
    value.map { "'redirect_uri' is '\($0)', which is not the callback URL" } ?? "'redirect_uri' is not the callback URL"
  }
}
