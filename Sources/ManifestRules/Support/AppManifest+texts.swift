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
    guard let onboarding = node["onboarding"] else { return [] }
    let objects = (onboarding["blocks"].map { Array($0.items) } ?? []) + [onboarding["video"]].compactMap(\.self)
    return objects.flatMap { object in ["title", "description"].compactMap { object.text($0) } }
  }
}
