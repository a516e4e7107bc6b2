/// The part of the catalogue that a rule belongs to.
public enum RuleSection: String, CaseIterable, Hashable, Sendable {
  case everyDocument = "Every document"
  case appAndOAuth = "App and OAuth"
  case extensions = "Extensions"
  case jsonPanels = "JSON panel data structure"
  case jsonModals = "JSON modal schema"
  case extensionManifests = "Extension manifests"
  case publicListing = "Public listing"
  case meta = "Meta"
}
