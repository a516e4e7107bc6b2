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
    ActionableName.self,
    DuplicateName.self,
    DescriptionLength.self,
    DescriptionMissing.self,
    DescriptionRepeatsName.self,
    LocationNotAllowed.self,
    DuplicateLocation.self,
    ActionsPerLocation.self,
    ActionsTotal.self,
    PanelsPerLocation.self,
    SdkOnlyModal.self,
    PanelAuthentication.self,
    MainAction.self,
    PanelActions.self,
    SettingsPageFields.self,
    QuotaNearLimit.self,
    // Public listing
    ListingLength.self,
    ListingImageCount.self,
    ListingImageFile.self,
    ListingIconFile.self,
    ListingLegalUrls.self,
    ListingContact.self,
    ListingVideoHost.self,
    ListingSummary.self,
    OnboardingLimits.self,
    ListingText.self,
  ]

  /// What there is to say about each of them, in the same order.
  public static var metadata: [RuleMetadata] { all.map { $0.metadata } }
}
