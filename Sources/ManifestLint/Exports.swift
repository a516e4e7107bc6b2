// A rule file has one import: what it looks at comes along.

@_exported public import JSONSchema
@_exported public import ManifestModel
@_exported public import ManifestSyntax
@_exported public import ManifestText
