import ManifestLint

/// Flags a video on a site that Pipedrive does not show videos of.
struct ListingVideoHost: Rule {
  static let metadata = RuleMetadata(
    id: "listing-video-host",
    section: .publicListing,
    severity: .error,
    origin: .platform,
    summary: "The video of the listing is not on YouTube, or that of the onboarding not on one of four sites.",
    rationale: """
      The listing shows a video of YouTube and of no other site; the onboarding takes YouTube, Vimeo, Vidyard and \
      Wistia.
      """,
    remedy: "Upload the video there and link to it.",
    source: .registeringPublicApp,
    examples: [
      .init(
        bad: "listing:\n  videoUrl: https://vimeo.com/824804225\n",
        good: "listing:\n  videoUrl: https://www.youtube.com/watch?v=c4rS3rv1c35\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest, !manifest.isPrivate(context.variables) else { return [] }
    return [
      finding(manifest.node["listing"]?["videoUrl"], "the listing takes videos of YouTube only", Self.youTube, context),
      finding(
        manifest.node["onboarding"]?["video"]?["url"],
        "the onboarding takes videos of YouTube, Vimeo, Vidyard and Wistia only", Self.youTube + Self.others, context),
    ].compactMap(\.self)
  }

  private func finding(
    _ node: Node?, _ message: Finding.Message, _ sites: [String], _ context: LintContext
  ) -> Finding? {
    guard let node, let text = node.string, let address = (try? WebAddress.parse(text, context.variables)) ?? nil,
      address.reach != .unknown, !sites.contains(where: { address.host == $0 || address.host.hasSuffix("." + $0) })
    else { return nil }
    return Finding(message, at: node, label: "on '\(address.host)'", help: "upload the video there and link to it")
  }

  private static let youTube = ["youtube.com", "youtu.be", "youtube-nocookie.com"]
  private static let others = ["vimeo.com", "vidyard.com", "wistia.com", "wistia.net", "wi.st"]
}
