import JSONSchema
import ManifestConfiguration
import ManifestFiles
import ManifestLint

/// How the files of a run are judged, as far as that is the same for all of them.
struct Judgement: Sendable {
  /// What documents are held against.
  var schemas: @Sendable (DocumentKind) -> Schema?
  /// The values of variables.
  var variables: Variables
  /// The day on which entries of a configuration expire or not.
  var today: CalendarDay?

  /// A linter of files for which these settings are in force.
  func linter(_ settings: FileSettings, in texts: any ReferencedFiles) -> Linter {
    Linter(settings.rules.ruleSet, schemas: schemas, files: texts)
  }
}
