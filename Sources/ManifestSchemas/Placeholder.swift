// ManifestSchemas
