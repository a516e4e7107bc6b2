import ManifestLint

extension AppManifest {
  /// The texts that users read: names, descriptions, listing and onboarding.
  var readTexts: [Located<String>] {
    let names = [name].compactMap(\.self) + extensionNames
    let descriptions = extensions.compactMap(\.description)
    return names + descriptions + listingTexts + onboardingTexts + [node["review"]?.text("useCase")].compactMap(\.self)
  }

  /// The texts of the listing.
  var listingTexts: [Located<String>] {
    ["summary", "description", "instructions"].compactMap { node["listing"]?.text($0) }
  }

  private var onboardingTexts: [Located<String>] {
    limitedOnboardingTexts.map(\.text)
  }
}
