import CSchemas

/// A schema that the tool carries inside its binary: one case for each file of `Schemas/`.
public enum BundledSchema: String, CaseIterable, Sendable {
  /// The app manifest, version 1.
  case appManifest = "app-manifest"
  /// The report that `--format json` writes.
  case report

  /// The schema's own title.
  public var title: String {
    switch self {
    case .appManifest: "Pipedrive app manifest"
    case .report: "manifestlint report"
    }
  }

  /// The name of its file in `Schemas/`.
  public var fileName: String { "\(rawValue).schema.json" }

  /// The text of the file, in UTF-8.
  public var bytes: [UInt8] {
    let schema =
      switch self {
      case .appManifest: unsafe CSchemaAppManifest
      case .report: unsafe CSchemaReport
      }
    return unsafe Array(UnsafeBufferPointer(start: schema.bytes, count: schema.count))
  }
}
