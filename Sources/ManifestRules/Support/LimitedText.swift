import ManifestLint

/// A text that Pipedrive takes up to a number of characters.
struct LimitedText: Sendable {
  /// The text.
  let text: Located<String>
  /// The most UTF-16 code units that it may have.
  let limit: Int
  /// Its name in a sentence.
  let label: String

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

  /// A finding that it is longer; `nil` if it is not, as far as can be seen.
  func excessFinding(_ variables: Variables) -> Finding? {
    guard UTF16Length.mayExceed(limit, text) else { return nil }
    let length = UTF16Length(text.value, variables)
    guard length.codeUnits > limit else { return nil }
    let node = text.node
    let hasFinalBreak = (node.style == .folded || node.style == .literal) && text.value.hasSuffix("\n")
    let breakNote = hasFinalBreak ? ", the line break at its end included" : ""
    return Finding(
      "\(label) has \(length.phrase)\(breakNote), at most \(limit) are allowed", at: node,
      help: hasFinalBreak && length.codeUnits == limit + 1
        ? "write '\(node.style == .folded ? ">-" : "|-")' to leave the line break out"
        : UTF16Length.shorteningPhrase(length.codeUnits - limit),
      notes: node.excess(over: limit).map { [.init("past the limit", at: .piece($0, of: node))] } ?? [])
  }
}

extension AppManifest {
  /// The names and descriptions of extensions.
  var limitedExtensionTexts: [LimitedText] {
    extensionNames.map { LimitedText($0, limit: Limits.nameLength, "name") }
      + extensions.compactMap(\.description).map { LimitedText($0, limit: Limits.descriptionLength, "description") }
  }

  /// The texts of the listing, and the one for its reviewers.
  var limitedListingTexts: [LimitedText] {
    let listing = node["listing"]
    return [
      LimitedText(listing, "summary", limit: Limits.summaryLength, "short summary"),
      LimitedText(listing, "description", limit: Limits.listingTextLength, "full description"),
      LimitedText(listing, "instructions", limit: Limits.listingTextLength, "text of the instructions"),
      LimitedText(node["review"], "useCase", limit: Limits.useCaseLength, "use case"),
    ].compactMap(\.self)
  }

  /// The texts of the onboarding.
  var limitedOnboardingTexts: [LimitedText] {
    let blocks = onboardingBlocks.flatMap { block in
      [
        LimitedText(block, "title", limit: Limits.blockTitleLength, "title of the block"),
        LimitedText(block, "description", limit: Limits.blockDescriptionLength, "description of the block"),
      ].compactMap(\.self)
    }
    let video = node["onboarding"]?["video"]
    return blocks
      + [
        LimitedText(video, "title", limit: Limits.videoTitleLength, "title of the video"),
        LimitedText(video, "description", limit: Limits.videoDescriptionLength, "description of the video"),
      ].compactMap(\.self)
  }

  /// The blocks of the onboarding.
  var onboardingBlocks: [Node] { node["onboarding"]?["blocks"].map { Array($0.items) } ?? [] }
}
