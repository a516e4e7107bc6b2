// ManifestLint
