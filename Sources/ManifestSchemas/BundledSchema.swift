import CSchemas

/// A schema that the tool carries inside its binary: one case for each file of `Schemas/`.
public enum BundledSchema: String, CaseIterable, Sendable {
  /// The app manifest, version 1.
  case appManifest = "app-manifest"
  /// The data structure of a JSON panel.
  case jsonPanel = "json-panel"
  /// The schema of a JSON modal.
  case jsonModal = "json-modal"
  /// The manifest of a messaging extension.
  case messagingManifest = "messaging-manifest"
  /// The manifest of a video calling extension.
  case videoManifest = "video-manifest"
  /// The configuration of the tool.
  case configuration = "config"
  /// The report that `--format json` writes.
  case report
  /// A line of the report that `--format jsonl` writes.
  case reportLine = "report-line"
  /// The known findings that `--write-baseline` writes.
  case baseline

  /// The schema's own title.
  public var title: String {
    switch self {
    case .appManifest: "Pipedrive app manifest"
    case .jsonPanel: "Pipedrive JSON panel data structure"
    case .jsonModal: "Pipedrive JSON modal schema"
    case .messagingManifest: "Pipedrive messaging manifest"
    case .videoManifest: "Pipedrive video calling manifest"
    case .configuration: "manifestlint configuration"
    case .report: "manifestlint report"
    case .reportLine: "manifestlint report line"
    case .baseline: "manifestlint baseline"
    }
  }

  /// The name of its file in `Schemas/`.
  public var fileName: String { "\(rawValue).schema.json" }

  /// Whether its `format` keywords refuse; the reader of configurations itself says more about a date that is none.
  public var assertsFormats: Bool { self != .configuration }

  /// The text of the file, in UTF-8.
  public var bytes: [UInt8] {
    let schema =
      switch self {
      case .appManifest: unsafe CSchemaAppManifest
      case .jsonPanel: unsafe CSchemaJSONPanel
      case .jsonModal: unsafe CSchemaJSONModal
      case .messagingManifest: unsafe CSchemaMessagingManifest
      case .videoManifest: unsafe CSchemaVideoManifest
      case .configuration: unsafe CSchemaConfiguration
      case .report: unsafe CSchemaReport
      case .reportLine: unsafe CSchemaReportLine
      case .baseline: unsafe CSchemaBaseline
      }
    return unsafe Self.bytes(of: schema)
  }

  /// The schema without what only people read, such as descriptions, for whoever only holds documents against it.
  ///
  /// It takes a third of the time to read. Of a schema that no run reads this is the whole.
  public var bareBytes: [UInt8] {
    switch self {
    case .appManifest: unsafe Self.bytes(of: CSchemaBareAppManifest)
    case .jsonPanel: unsafe Self.bytes(of: CSchemaBareJSONPanel)
    case .jsonModal: unsafe Self.bytes(of: CSchemaBareJSONModal)
    case .messagingManifest: unsafe Self.bytes(of: CSchemaBareMessagingManifest)
    case .videoManifest: unsafe Self.bytes(of: CSchemaBareVideoManifest)
    case .configuration: unsafe Self.bytes(of: CSchemaBareConfiguration)
    case .report, .reportLine, .baseline: bytes
    }
  }

  private static func bytes(of schema: CSchema) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: schema.bytes, count: schema.count))
  }
}
