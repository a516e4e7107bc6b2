import ManifestLint

/// Flags a listing with too few or too many pictures.
struct ListingImageCount: Rule {
  static let metadata = RuleMetadata(
    id: "listing-image-count",
    section: .publicListing,
    severity: .usually(
      .error, otherwise: .init(when: "one or two pictures; none in a draft", .warning)),
    origin: .platform,
    summary: "The listing has no picture, fewer than three, or more than five.",
    rationale: "The form takes one to five pictures; the checklist of the reviewers asks for three at least.",
    remedy: "Show three to five pictures of the app at work in Pipedrive.",
    source: .approvalProcess,
    examples: [
      .init(
        bad: "listing:\n  images: [1.png, 2.png]\n", good: "listing:\n  images: [1.png, 2.png, 3.png]\n"),
      .init(
        bad: "listing:\n  images: [1.png, 2.png, 3.png, 4.png, 5.png, 6.png]\n",
        good: "listing:\n  images: [1.png, 2.png, 3.png, 4.png, 5.png]\n"),
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let images = context.manifest?.node["listing"]?["images"], images.kind == .sequence else { return [] }
    let count = images.count
    if count == 0 {
      return [
        Finding(
          .none, at: images, help: Self.help,
          severity: DraftAllowance.severity(ofMissing: "images", in: images.parent ?? images, context.stage))
      ]
    }
    if count > Limits.listingImages, let excess = images[Limits.listingImages] {
      return [Finding(.tooMany(count), at: excess, help: "remove \(count - Limits.listingImages) of them")]
    }
    // What a private app lists is of no interest to reviewers.
    guard count < Limits.expectedListingImages, context.publicListing != nil else { return [] }
    return [Finding(.tooFew(count), marking: .object(images), help: Self.help, severity: .warning)]
  }

  private static let help = "show three to five pictures of the app at work"
}

extension Finding.Message {
  fileprivate static let none: Self = "the listing has no pictures; at least one is needed, and reviewers expect three"
  fileprivate static func tooMany(_ count: Int) -> Self {
    "\(count) listing images, at most \(Limits.listingImages) are allowed"
  }
  fileprivate static func tooFew(_ count: Int) -> Self {
    "the listing has \(count == 1 ? "one image" : "\(count) images"); reviewers expect three at least"
  }
}
