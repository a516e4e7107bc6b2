// ManifestModel
