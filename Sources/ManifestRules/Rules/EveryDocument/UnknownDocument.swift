import ManifestLint

/// Flags a document that is none of the kinds that are known.
struct UnknownDocument: Rule {
  static let metadata = RuleMetadata(
    id: "unknown-document",
    section: .everyDocument,
    severity: .error,
    origin: .advice,
    isIndispensable: true,
    summary: "The document is of no known kind.",
    rationale: """
      A file that was named for checking and is not understood must not pass as good. Manifests of invoicing \
      extensions are told apart and named: Pipedrive no longer offers that kind.
      """,
    remedy: "Begin an app manifest with 'manifest: 1', or name the kind with --kind.",
    source: nil,
    examples: [
      .init(bad: "name: Car Services App\n", good: "manifest: 1\napp:\n  name: Car Services App\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    switch context.kind {
    case .known: []
    case .retiredInvoicingManifest:
      [
        Finding(
          .retired, marking: .object(context.root),
          help: "remove this file; messaging and video calling are the kinds that are left")
      ]
    case .unknown:
      [
        Finding(
          context.root.kind == .null ? .empty : .unknown(context.root), marking: .object(context.root),
          help: "begin an app manifest with 'manifest: 1', or name the kind with --kind "
            + DocumentKind.allCases.map(\.rawValue).joined(separator: "|"))
      ]
    }
  }
}

extension Finding.Message {
  fileprivate static let retired: Self = """
    this is the manifest of an invoicing extension, a kind that Pipedrive no longer offers
    """

  fileprivate static let empty: Self = "the document is empty; expected an app manifest"

  fileprivate static func unknown(_ root: Node) -> Self {
    root.kind == .mapping
      ? "the document is neither an app manifest nor one of the documents that belong to one"
      : "the document is \(root.kind.phrase); expected an app manifest or one of the documents that belong to one"
  }
}
