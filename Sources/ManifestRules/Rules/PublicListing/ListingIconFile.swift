import ManifestLint

/// Flags an icon that the form does not take.
struct ListingIconFile: Rule {
  static let metadata = RuleMetadata(
    id: "listing-icon-file",
    section: .publicListing,
    severity: .error,
    origin: .platform,
    summary: "The app's icon is not PNG or JPEG, not square, smaller than 256×256 pixels, or over 10 MB.",
    rationale: """
      The form takes a square PNG or JPEG of 256×256 pixels or more and up to 10 MB. It is shown down to 20×20 pixels, \
      on light and on dark. The file itself is looked at, whatever its name ends in.
      """,
    remedy: "Save a square picture of 256×256 pixels or more.",
    source: .registeringPublicApp,
    examples: [
      .init(
        bad: "listing:\n  icon: assets/icon-128x128.png\n", good: "listing:\n  icon: assets/icon-256x256.png\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let icon = context.publicListing?["icon"] else { return [] }
    return [Self.check.finding(at: icon, context)].compactMap(\.self)
  }

  private static let check = PictureCheck(
    label: "the icon", byteLimit: Limits.listingImageBytes, byteLimitPhrase: "10 MB"
  ) { size in
    let help = "make it square, \(Limits.iconSide)×\(Limits.iconSide) pixels or more"
    if size.width != size.height { return ("the icon is \(size) pixels, which is not square", help) }
    return size.width < Limits.iconSide ? ("the icon is \(size) pixels, which is too small", help) : nil
  }
}
