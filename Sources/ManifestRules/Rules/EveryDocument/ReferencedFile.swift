import ManifestLint

/// Flags a path that leads to no file of the project.
struct ReferencedFile: Rule {
  static let metadata = RuleMetadata(
    id: "referenced-file",
    section: .everyDocument,
    severity: .error,
    origin: .advice,
    summary: "A file that the manifest names is missing, unreadable, a folder, or outside of the project.",
    rationale: """
      The documents and pictures that a manifest names belong to it: without them it cannot be checked, nor typed into \
      Developer Hub. The project begins in the nearest folder upward that holds '.git' or a configuration of the \
      linter, else in the manifest's own folder; nothing outside of it is read.
      """,
    remedy: "Correct the path, which is relative to the manifest, or move the file into the project.",
    source: .registeringPrivateApp.section("App extensions"),
    examples: [
      .init(bad: "listing:\n  icon: assets/icon.png\n", good: "listing:\n  icon: assets/icon-256x256.png\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    (context.manifest?.filePaths ?? []).compactMap { path in
      guard case .failure(let problem) = context.contents(of: path, limit: 0) else { return nil }
      return Finding.Message.notFound(path.text, problem).map { message in
        Finding(message, at: path, help: "correct the path; it is relative to the manifest")
      }
    }
  }
}

extension Finding.Message {
  fileprivate static func notFound(_ path: String, _ problem: ReferencedFileProblem) -> Self? {
    switch problem {
    case .unknown, .overLimit: nil
    case .missing: "there is no file '\(path)'"
    case .outsideProject: "'\(path)' lies outside of the manifest's project"
    case .unreadable: "the file '\(path)' cannot be read"
    case .isFolder: "'\(path)' is a folder, not a file"
    }
  }
}
