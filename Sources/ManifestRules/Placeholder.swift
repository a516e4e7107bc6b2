// ManifestRules
