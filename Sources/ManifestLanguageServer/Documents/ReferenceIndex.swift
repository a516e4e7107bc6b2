import ManifestLint

/// Which app manifests there are, and which documents they refer to.
struct ReferenceIndex {
  /// What one manifest names.
  struct Entry: Hashable {
    /// A document that belongs to it.
    struct Document: Hashable {
      var path: String
      var kind: DocumentKind
      /// Which document of its stream the manifest is.
      var tree: Int
    }

    var documents: [Document] = []
    /// The paths of all files that it names, pictures too.
    var files: [String] = []
  }

  /// A manifest that refers to a document.
  struct Reference: Hashable {
    var kind: DocumentKind
    /// The path of the manifest.
    var manifest: String
    /// Which document of its stream the manifest is.
    var tree: Int
  }

  /// What each manifest names.
  let entries: [String: Entry]
  /// The documents by path; of several manifests that name one, the first in order of path counts.
  let references: [String: Reference]

  init(_ entries: [(manifest: String, entry: Entry)]) {
    var references: [String: Reference] = [:]
    for (manifest, entry) in entries.sorted(by: { $0.manifest < $1.manifest }) {
      for document in entry.documents where references[document.path] == nil {
        references[document.path] = Reference(kind: document.kind, manifest: manifest, tree: document.tree)
      }
    }
    self.references = references
    self.entries = Dictionary(entries.map { ($0.manifest, $0.entry) }) { first, _ in first }
  }

  /// The documents that depend on one, or that it depends on.
  func relatives(of path: String) -> Set<String> {
    var result = Set(entries[path]?.documents.map(\.path) ?? [])
    for (manifest, entry) in entries where entry.files.contains(path) { result.insert(manifest) }
    result.remove(path)
    return result
  }
}
