import ManifestLint

/// Flags an extension of a public app that says nothing about itself.
struct DescriptionMissing: Rule {
  static let metadata = RuleMetadata(
    id: "description-missing",
    section: .extensions,
    severity: .info,
    origin: .review,
    summary: "An extension of a public app has no description.",
    rationale: """
      The listing of a public app shows its interactive features, each with its description. Without one there is a \
      name and nothing else.
      """,
    remedy: "Say in a sentence what the extension does for its user.",
    source: .registeringPublicApp.section("App extensions"),
    examples: [
      .init(
        bad: """
          app:
            type: public
          extensions:
            linkActions:
              - name: Send quote

          """,
        good: """
          app:
            type: public
          extensions:
            linkActions:
              - name: Send quote
                description: Send the owner of a car a quote by e-mail

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest, manifest.isPublic(context.variables) else { return [] }
    return manifest.extensions.compactMap { item in
      // A floating window must have one, and anything but a text is another rule's.
      guard item.kind != .floatingWindow, item.node.lacks("description") else { return nil }
      return Finding(
        .noDescription(item), marking: .object(item.node), help: "add 'description' with a sentence about what it does")
    }
  }
}

extension Finding.Message {
  fileprivate static func noDescription(_ item: AppExtension) -> Self {
    guard let name = item.name?.value else { return "a \(item.kind.label) has no description for the app's listing" }
    return "\(item.kind.label) '\(name)' has no description for the app's listing"
  }
}
