import ManifestLint

/// Flags a picture of the listing that the form does not take.
struct ListingImageFile: Rule {
  static let metadata = RuleMetadata(
    id: "listing-image-file",
    section: .publicListing,
    severity: .error,
    origin: .platform,
    summary: "A listing image is not PNG or JPEG, of another size than the four, or over 10 MB.",
    rationale: """
      The form takes PNG and JPEG files of up to 10 MB that are 1280×800, 1440×900, 2560×1600 or 2880×1800 pixels, \
      which is 16:10. The file itself is looked at, whatever its name ends in.
      """,
    remedy: "Save the picture in one of these sizes.",
    source: .registeringPublicApp,
    examples: [
      .init(
        bad: "listing:\n  images: [assets/deal-1000x600.png]\n",
        good: "listing:\n  images: [assets/deal-1280x800.png]\n")
    ])

  /// The sizes that the form takes.
  static let sizes = [
    PixelSize(width: 1280, height: 800), PixelSize(width: 1440, height: 900), PixelSize(width: 2560, height: 1600),
    PixelSize(width: 2880, height: 1800),
  ]

  func check(_ context: LintContext) -> [Finding] {
    guard let images = context.publicListing?["images"] else { return [] }
    return images.items.compactMap { Self.check.finding(at: $0, context) }
  }

  private static let check = PictureCheck(
    label: "the listing image", byteLimit: Limits.listingImageBytes, byteLimitPhrase: "10 MB"
  ) { size in
    if sizes.contains(size) { return nil }
    let isWide = size.width * 10 == size.height * 16
    return (
      isWide ? "the listing image is \(size) pixels" : "the listing image is \(size) pixels, which is not 16:10",
      "make it \(sizes.dropLast().map(\.description).joined(separator: ", ")) or \(sizes[3])"
    )
  }
}
