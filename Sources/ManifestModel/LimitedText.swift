public import ManifestSyntax

/// A text that Pipedrive takes up to a number of characters.
public struct LimitedText: Sendable {
  /// The text.
  public let text: Located<String>
  /// The most UTF-16 code units that it may have.
  public let limit: Int
  /// Its name in a sentence.
  public let label: String

  /// Takes the text of a key; `nil` if there is none.
  init?(_ object: Node?, _ key: String, limit: Int, _ label: String) {
    guard let text = object?.text(key) else { return nil }
    self.init(text, limit: limit, label)
  }

  /// Puts the parts together.
  init(_ text: Located<String>, limit: Int, _ label: String) {
    self.text = text
    self.limit = limit
    self.label = label
  }
}

extension AppManifest {
  /// The names of extensions and panel actions.
  public var limitedNames: [LimitedText] {
    extensionNames.map { LimitedText($0, limit: Limits.nameLength, "name") }
  }

  /// The descriptions of extensions.
  public var limitedDescriptions: [LimitedText] {
    extensions.compactMap(\.description).map { LimitedText($0, limit: Limits.descriptionLength, "description") }
  }

  /// The texts of the listing, and the one for its reviewers.
  public var limitedListingTexts: [LimitedText] {
    let listing = node["listing"]
    return [
      LimitedText(listing, "summary", limit: Limits.summaryLength, "short summary"),
      LimitedText(listing, "description", limit: Limits.listingTextLength, "full description"),
      LimitedText(listing, "instructions", limit: Limits.listingTextLength, "text of the instructions"),
      LimitedText(node["review"], "useCase", limit: Limits.useCaseLength, "use case"),
    ].compactMap(\.self)
  }

  /// The texts of the onboarding.
  public var limitedOnboardingTexts: [LimitedText] {
    let blocks = onboardingBlocks
    let texts = blocks.enumerated().flatMap { index, block in
      let place = blocks.count == 1 ? "of the block" : "of block \(index + 1)"
      return [
        LimitedText(block, "title", limit: Limits.blockTitleLength, "title \(place)"),
        LimitedText(block, "description", limit: Limits.blockDescriptionLength, "description \(place)"),
      ].compactMap(\.self)
    }
    let video = node["onboarding"]?["video"]
    return texts
      + [
        LimitedText(video, "title", limit: Limits.videoTitleLength, "title of the video"),
        LimitedText(video, "description", limit: Limits.videoDescriptionLength, "description of the video"),
      ].compactMap(\.self)
  }

  /// The blocks of the onboarding.
  public var onboardingBlocks: [Node] { node["onboarding"]?["blocks"].map { Array($0.items) } ?? [] }
}
