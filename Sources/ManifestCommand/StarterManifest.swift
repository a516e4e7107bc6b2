/// The manifest that `init` writes.
enum StarterManifest {
  /// A private app in draft with one link action; it has no finding.
  static let text = """
    # yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/manifestlint/main/Schemas/app-manifest.schema.json
    #
    # What Developer Hub holds about your app, to be kept in git.
    # Check it with: manifestlint
    manifest: 1

    # Tab "Basic info"
    app:
      name: Car Services App
      type: private          # private or public; cannot be changed later
      status: draft          # draft or live
      callbackUrl: https://www.carservicesapp.com/oauth/callback   # the OAuth redirect_uri, exactly one

    # Tab "OAuth & access scopes"
    oauth:
      scopes:                # ask for no more than the app uses
        - base
        - deals:read
      clientSecret: ${CLIENT_SECRET}   # a variable: secrets are never committed

    # Tab "App extensions"
    extensions:
      linkActions:           # at most 3 actions in a view and 21 in all
        - name: Send quote             # at most 30 characters, in sentence case
          description: Opens the quote of this deal in Car Services App
          url: https://www.carservicesapp.com/quotes
          locations:
            - deal-details

    """
}
