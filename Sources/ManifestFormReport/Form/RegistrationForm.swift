import ManifestModel

/// The fields of Developer Hub's form, in its order.
enum RegistrationForm {
  static let app: [FieldTemplate] = [
    .required("name", "App name"),
    .required("type", "App type"),
    .optional("status", "Status", whenAbsent: "not written: a draft"),
    .required("callbackUrl", "Callback URL"),
  ]

  static let oauth: [FieldTemplate] = [
    .required("scopes", "Access scopes", .scopes),
    .optional("installationUrl", "Installation URL"),
    .optional("clientId", "Client ID"),
    .optional("clientSecret", "Client secret"),
  ]

  /// The fields of an extension of a kind.
  static func fields(of kind: ExtensionKind) -> [FieldTemplate] {
    switch kind {
    case .linkAction:
      [
        .required("name", "Action name"), description, .required("url", "URL"), jwtSecret,
        .required("locations", "Locations", .list),
      ]
    case .jsonModal:
      [
        .required("name", "Action name"), description, .required("apiEndpoint", "API endpoint"), jwtSecret,
        .required("schema", "JSON schema", .document), .required("locations", "Locations", .list),
      ]
    case .jsonPanel:
      [
        .required("name", "Panel name"), description, .required("apiEndpoint", "API endpoint"),
        .optional("httpAuth", "HTTP authentication", .group(httpAuthentication)), .optional("jwtSecret", "JWT secret"),
        .required("dataStructure", "JSON data structure", .document),
        .required("locations", "Panel locations", .list),
        .conditional("mainActions", "Main actions", .group(mainActions)),
        .conditional("actions", "Object and field actions", .groups(item: "Panel action", panelAction)),
      ]
    case .customModal:
      [
        .required("name", "Modal name"), description, .required("iframeUrl", "Iframe URL"), jwtSecret,
        .optional("entryPoints", "Entry points", .list, whenAbsent: "none: opened by the SDK only"),
      ]
    case .customPanel:
      [
        .required("name", "Panel name"), description, .required("iframeUrl", "Iframe URL"), jwtSecret,
        .required("locations", "Panel locations", .list),
      ]
    case .floatingWindow:
      [
        .required("name", "Name"), .required("description", "Description"), .required("iframeUrl", "Iframe URL"),
        jwtSecret, .optional("entryPoints", "Entry points", .list, whenAbsent: "not written: the top bar"),
      ]
    }
  }

  private static let description = FieldTemplate.optional("description", "Description")
  private static let jwtSecret = FieldTemplate.optional(
    "jwtSecret", "JWT secret", whenAbsent: "not set: the client secret is used")

  static let httpAuthentication: [FieldTemplate] = [
    .required("username", "User name"), .required("password", "Password"),
  ]

  static let mainActions: [FieldTemplate] = [
    .conditional("deal-details", "Main action in deal details"),
    .conditional("person-details", "Main action in person details"),
    .conditional("organization-details", "Main action in organization details"),
  ]

  static let panelAction: [FieldTemplate] = [
    .required("name", "Action name"), .required("type", "Type"), .conditional("url", "URL"),
    .conditional("apiEndpoint", "API endpoint"), .conditional("schema", "JSON schema", .document),
    .conditional("jwtSecret", "JWT secret"), .required("target", "Target"), .conditional("field", "Field"),
  ]

  static let settingsPage: [FieldTemplate] = [
    .required("type", "Type"), .conditional("url", "URL"), .conditional("iframeUrl", "Iframe URL"),
    .conditional("jwtSecret", "JWT secret"),
  ]

  static let onboarding: [FieldTemplate] = [
    .optional("blocks", "Content blocks", .groups(item: "Content block", onboardingBlock)),
    .optional("video", "Video", .group(onboardingVideo)),
    .optional("learnArticleUrl", "Learn article link"),
  ]

  static let onboardingBlock: [FieldTemplate] = [
    .optional("title", "Title"), .optional("description", "Description"), .optional("learnMoreUrl", "Learn more link"),
    .optional("image", "Image"),
  ]

  static let onboardingVideo: [FieldTemplate] = [
    .optional("url", "Video link"), .optional("title", "Title"), .optional("description", "Description"),
  ]

  static let general: [FieldTemplate] = [
    .required("categories", "App categories", .list),
    .required("summary", "Short summary"),
    .required("icon", "App icon"),
    .required("images", "App listing images", .list),
    .required("description", "Full description"),
    .optional("videoUrl", "YouTube video link"),
  ]

  static let setup: [FieldTemplate] = [.optional("instructions", "Instructions for users")]

  static let support: [FieldTemplate] = [
    .required("websiteUrl", "Website URL"), .required("termsUrl", "Terms of Service URL"),
    .required("privacyUrl", "Privacy Policy URL"), .optional("pricingUrl", "Pricing page URL"),
    .optional("supportUrl", "Support URL"), .optional("supportEmail", "Support email"),
    .optional("documentationUrl", "Documentation URL"), .optional("issueTrackerUrl", "Issue tracker URL"),
  ]

  static let review: [FieldTemplate] = [
    .required("contactEmail", "Main contact email"),
    .optional("useCase", "Use case"),
    .optional("recordingUrl", "Installation flow recording URL"),
  ]
}

extension ExtensionKind {
  /// The heading over the extensions of this kind.
  var formTitle: String {
    switch self {
    case .linkAction: "Link actions"
    case .jsonModal: "JSON modals"
    case .jsonPanel: "JSON panels"
    case .customModal: "Custom modals"
    case .customPanel: "Custom panels"
    case .floatingWindow: "Custom floating window"
    }
  }
}
