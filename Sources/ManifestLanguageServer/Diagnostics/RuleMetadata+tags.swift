import ManifestLint

extension RuleMetadata {
  /// Whether what it marks could simply go, so that an editor draws it faded.
  var marksWhatCouldGo: Bool { ["duplicate-scope", "duplicate-location", "unused-suppression"].contains(id) }
}
