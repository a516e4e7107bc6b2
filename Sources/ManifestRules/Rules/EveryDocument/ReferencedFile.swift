import ManifestLint

/// Flags a path that leads to no file of the project.
struct ReferencedFile: Rule {
  static let metadata = RuleMetadata(
    id: "referenced-file",
    section: .everyDocument,
    severity: .error,
    origin: .advice,
    summary: "A file that the manifest names is missing, unreadable, no document, or outside of the project.",
    rationale: """
      The documents and pictures that a manifest names belong to it: without them it cannot be checked, nor typed into \
      Developer Hub. The project begins in the nearest folder upward that holds '.git' or a configuration of the \
      linter, else in the manifest's own folder; nothing outside of it is read, and nothing in '.git'. A document is a \
      JSON or YAML file by its name, and no app manifest.
      """,
    remedy: "Correct the path, which is relative to the manifest, or move the file into the project.",
    source: .registeringPrivateApp.section("App extensions"),
    examples: [
      .init(bad: "listing:\n  icon: assets/icon.png\n", good: "listing:\n  icon: assets/icon-256x256.png\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest else { return [] }
    let documents = Dictionary(manifest.documentReferences.map { ($0.node, $0) }) { first, _ in first }
    var manifests: [String: Bool] = [:]
    return manifest.filePaths.compactMap { path in
      finding(at: path, documents[path], context) { document, path in
        if let known = manifests[path] { return known }
        if manifests.count == Self.mostRead { return false }
        let answer = context.isAppManifest(document)
        manifests[path] = answer
        return answer
      }
    }
  }

  /// How many documents are read to know whether they are app manifests: thrice as many as an app can have.
  ///
  /// One file can be named in many ways, and would be read as often.
  private static let mostRead = 64

  private func finding(
    at path: Node, _ document: DocumentReference?, _ context: LintContext,
    isAppManifest: (DocumentReference, String) -> Bool
  ) -> Finding? {
    if case .failure(let problem) = context.contents(of: path, limit: 0) {
      if problem == .missing, Self.isAddress(path.text) {
        return Finding(
          "'\(path.text)' is an address, and nothing is fetched", at: path,
          help: "write the path of a file, relative to the manifest")
      }
      if let message = Finding.Message.notRead(path.text, problem) {
        return Finding(message, at: path, help: "correct the path; it is relative to the manifest")
      }
    }
    guard let document, let resolved = document.path(context.variables), !resolved.isEmpty else { return nil }
    if !DocumentName.isOne(resolved.utf8) {
      return Finding(
        "'\(path.text)' is no document: its name does not end in .json, .yaml or .yml", at: path,
        help: "name a JSON or YAML file that holds the \(document.kind.label)")
    }
    if isAppManifest(document, resolved) {
      return Finding(
        "'\(path.text)' is an app manifest, and a \(document.kind.label) belongs here", at: path,
        help: "name a file that holds the \(document.kind.label) alone")
    }
    return nil
  }

  /// Whether a path is written as an address is.
  private static func isAddress(_ path: String) -> Bool {
    path.holds("://") || ["file:", "data:"].contains { path.lowercased().hasPrefix($0) }
  }
}

extension Finding.Message {
  fileprivate static func notRead(_ path: String, _ problem: ReferencedFileProblem) -> Self? {
    switch problem {
    case .unknown, .overLimit: nil
    case .missing: "there is no file '\(path)'"
    case .outsideProject: "'\(path)' lies outside of the manifest's project"
    case .insideGit: "'\(path)' lies in '.git', which holds no files of the project"
    case .notADocument: "'\(path)' leads to a file whose name does not end in .json, .yaml or .yml"
    case .namedAsFolder: "'\(path)' is a file, and the slash at its end is for folders"
    case .unreadable: "the file '\(path)' cannot be read"
    case .isFolder: "'\(path)' is a folder, not a file"
    }
  }
}
