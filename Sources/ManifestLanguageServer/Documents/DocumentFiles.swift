import ManifestLint

/// The files that manifests name, where documents that are open count over the disk.
struct DocumentFiles: ReferencedFiles {
  let host: any LanguageServerHost
  let open: [DocumentAddress: SourceText]

  func contents(
    of path: String, relativeTo manifest: String, limit: Int
  ) -> Result<[UInt8], ReferencedFileProblem> {
    // A text that has never been saved lies nowhere.
    guard DocumentAddress(path: manifest).isFile else { return .failure(.unknown) }
    switch host.location(of: path, namedBy: manifest) {
    case .failure(let problem): return .failure(problem)
    case .success(let location):
      guard let source = open[DocumentAddress(path: location)] else {
        return host.contents(of: location, limit: limit)
      }
      return source.bytes.count > limit ? .failure(.overLimit) : .success(source.bytes)
    }
  }
}
