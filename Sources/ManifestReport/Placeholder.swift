// ManifestReport
