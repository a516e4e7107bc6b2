/// What goes into the report as it is: two constants of ours, so nothing of a manifest can come with them.
enum HTMLAsset: CaseIterable, Hashable, Sendable {
  /// How the report looks.
  case styleSheet
  /// What filters the findings; without it everything is shown.
  case script

  /// The element that it stands in.
  var element: HTMLElement {
    switch self {
    case .styleSheet: .style
    case .script: .script
    }
  }

  /// Its text.
  var text: String {
    switch self {
    case .styleSheet: StyleSheet.text
    case .script: FilterScript.text
    }
  }

  /// The SHA-256 of the text in Base64, by which a browser lets it through; a test compares the two.
  var hash: String {
    switch self {
    case .styleSheet: StyleSheet.hash
    case .script: FilterScript.hash
    }
  }

  /// What a browser may load for the report: these two, and nothing from anywhere else.
  static let policy = """
    default-src 'none'; style-src 'sha256-\(styleSheet.hash)'; script-src 'sha256-\(script.hash)'; \
    base-uri 'none'; form-action 'none'
    """
}
