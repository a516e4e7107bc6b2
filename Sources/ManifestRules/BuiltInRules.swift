public import ManifestLint

/// The rules that the linter ships with.
public enum BuiltInRules {
  /// All of them, in the order of the catalogue.
  ///
  /// A test compares this list with the files below `Rules/`.
  public static let all: [any Rule.Type] = [
    // Every document
    Syntax.self,
    UnreadableFile.self,
    SchemaViolation.self,
    DuplicateKey.self,
    MissingKey.self,
    UnknownKey.self,
    WrongType.self,
    InvalidValue.self,
    EmptyValue.self,
    AmbiguousScalar.self,
    UnknownDocument.self,
    // App and OAuth
    UrlAbsolute.self,
    HttpsIframeUrl.self,
    HttpsUrl.self,
    UrlCredentials.self,
    UrlReservedParameter.self,
    UrlFragment.self,
    LocalHost.self,
    PlaceholderHost.self,
    UnknownScope.self,
    DuplicateScope.self,
    RedundantScope.self,
    AdminScope.self,
    MissingScope.self,
    UnusedScope.self,
    InstallationUrlEndpoint.self,
    InstallationUrlClientId.self,
    InstallationUrlRedirectUri.self,
    InstallationUrlState.self,
    InstallationUrlScope.self,
    PlaintextSecret.self,
    AppNamePlatform.self,
    PlaceholderText.self,
    PrivateAppListing.self,
    // Extensions
    NameLength.self,
    NameWhitespace.self,
    SentenceCase.self,
    DescriptionLength.self,
    LocationNotAllowed.self,
    DuplicateLocation.self,
    ActionsPerLocation.self,
    ActionsTotal.self,
    PanelsPerLocation.self,
    PanelAuthentication.self,
    SettingsPageFields.self,
    // JSON panel data structure
    PanelFieldType.self,
    PanelFieldLimit.self,
    PanelHeader.self,
    PanelRequired.self,
    PanelLabelCase.self,
    PanelFieldKey.self,
    // JSON modal schema
    ModalBlockLimit.self,
    ModalActionCount.self,
    ModalPrimaryAction.self,
    ModalComponent.self,
    ModalOption.self,
    ModalOptionMissing.self,
    ModalHandler.self,
    ModalVisibleOn.self,
    ModalFetchOnChange.self,
    ModalItemValues.self,
    ModalDefaultValue.self,
    ModalDate.self,
    // Extension manifests
    ExtensionVersion.self,
    EndpointMissing.self,
    EndpointUnknown.self,
    EndpointVariable.self,
    EndpointBraces.self,
    ExtensionClientId.self,
  ]

  /// What there is to say about each of them, in the same order.
  public static var metadata: [RuleMetadata] { all.map { $0.metadata } }
}
