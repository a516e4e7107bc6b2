import ManifestConfiguration
import ManifestFiles
import ManifestLint

extension FileError {
  /// What it means that this keeps a configuration from being read, in one line.
  var trouble: String { "the configuration cannot be used: \(message)" }
}

extension ConfigurationReading {
  /// What keeps the configuration from being in force as it was meant, in one line; `nil` if nothing does.
  var trouble: String? {
    let count = result.diagnostics.count
    let mistakes = count == 1 ? "a mistake" : "\(count) mistakes"
    return count == 0 ? nil : "the configuration '\(FilePath(configuration.source.path))' has \(mistakes)"
  }
}
