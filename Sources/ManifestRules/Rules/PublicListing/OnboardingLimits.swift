import ManifestLint

/// Flags an onboarding that is larger than Pipedrive takes.
struct OnboardingLimits: Rule {
  static let metadata = RuleMetadata(
    id: "onboarding-limits",
    section: .publicListing,
    severity: .error,
    origin: .platform,
    summary: "The onboarding has more than four blocks, a text that is too long, or a picture that is not taken.",
    rationale: """
      The form takes four blocks, 70 characters for the title of a block and 200 for its description, 80 and 120 for \
      those of the video. The picture of a block is a PNG or JPEG of 720×400 pixels and up to 100 KB.
      """,
    remedy: "Shorten the text, merge blocks, or save the picture in that size.",
    source: .registeringPublicApp,
    examples: [
      .init(
        bad:
          "manifest: 1\nonboarding:\n  blocks: [{ title: A }, { title: B }, { title: C }, { title: D }, { title: E }]\n",
        good: "manifest: 1\nonboarding:\n  blocks: [{ title: A }, { title: B }, { title: C }, { title: D }]\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest else { return [] }
    let blocks = manifest.onboardingBlocks
    var findings = manifest.limitedOnboardingTexts.compactMap { $0.excessFinding(context.variables) }
    if blocks.count > Limits.onboardingBlocks {
      findings.append(
        Finding(
          .tooManyBlocks(blocks.count), marking: .object(blocks[Limits.onboardingBlocks]),
          help: "remove \(blocks.count - Limits.onboardingBlocks) of them"))
    }
    if !manifest.isPrivate(context.variables) {
      findings += blocks.compactMap { $0["image"] }.compactMap { Self.picture.finding(at: $0, context) }
    }
    return findings
  }

  private static let picture = PictureCheck(
    label: "the picture of the block", byteLimit: Limits.blockImageBytes, byteLimitPhrase: "100 KB"
  ) { size in
    size == PixelSize(width: 720, height: 400)
      ? nil : ("the picture of the block is \(size) pixels", "make it 720×400 pixels")
  }
}

extension Finding.Message {
  fileprivate static func tooManyBlocks(_ count: Int) -> Self {
    "\(count) onboarding blocks, at most \(Limits.onboardingBlocks) are allowed"
  }
}
