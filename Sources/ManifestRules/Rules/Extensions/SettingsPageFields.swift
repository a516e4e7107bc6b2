import ManifestLint

/// Flags a field of the settings page that its type does not take.
struct SettingsPageFields: Rule {
  static let metadata = RuleMetadata(
    id: "settings-page-fields",
    section: .extensions,
    severity: .error,
    origin: .platform,
    summary: "The settings page has a field that belongs to the other type.",
    rationale: """
      A settings page is either a link to a page of yours, with 'url', or a page shown inside Pipedrive, with \
      'iframeUrl' and, if you like, 'jwtSecret'. Developer Hub has no place for the fields of the other type.
      """,
    remedy: "Remove the field, or change the type.",
    source: .registeringPrivateApp.section("App settings page"),
    examples: [
      .init(
        bad: """
          extensions:
            settingsPage:
              type: external-link
              url: https://www.carservicesapp.com/settings
              jwtSecret: ${SETTINGS_JWT_SECRET}

          """,
        good: """
          extensions:
            settingsPage:
              type: external-link
              url: https://www.carservicesapp.com/settings

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let page = context.manifest?.settingsPage, let kind = page.kind else { return [] }
    let misplaced = page.misplacedAddress
    return page.foreignEntries.map { entry in
      let key = entry.key.text
      let notes: [Finding.Note] = [.init("the type", at: kind.node)]
      let wanted = kind.value.addressKey
      return entry == misplaced
        ? Finding(
          .misplaced(key, kind.value), at: entry.key,
          help: "give the address under '\(wanted)', or change the type", notes: notes)
        : Finding(
          .foreign(key, kind.value), at: entry.key, help: "remove '\(key)', or change the type", notes: notes)
    }
  }
}

extension Finding.Message {
  fileprivate static func misplaced(_ key: String, _ kind: SettingsPage.Kind) -> Self {
    "a settings page of type '\(kind.rawValue)' takes '\(kind.addressKey)', not '\(key)'"
  }

  fileprivate static func foreign(_ key: String, _ kind: SettingsPage.Kind) -> Self {
    "a settings page of type '\(kind.rawValue)' takes no '\(key)'"
  }
}
