import ManifestLint

/// Flags an app's name that reads as if Pipedrive had made the app, or as if it were not finished.
struct AppNamePlatform: Rule {
  static let metadata = RuleMetadata(
    id: "app-name-platform",
    section: .appAndOAuth,
    severity: .warning,
    origin: .review,
    summary: "The app's name holds 'Pipedrive', or a word such as 'test' when the app is live.",
    rationale: """
      The name must not suggest that Pipedrive made the app; reviewers refuse it. Words such as 'test' or 'beta' in \
      the name of a live app are left over from before.
      """,
    remedy: "Name the app by what it is called outside of Pipedrive too.",
    source: .approvalProcess,
    examples: [
      .init(bad: "app:\n  name: Pipedrive Car Services\n", good: "app:\n  name: Car Services App\n"),
      .init(
        bad: "app:\n  name: Car Services App (test)\n  status: live\n",
        good: "app:\n  name: Car Services App\n  status: live\n"),
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let name = context.manifest?.name.map({ VisibleText($0, context.variables) }) else { return [] }
    let words = TextWord.all(in: name.text)
    if let platform = platformName(in: words) {
      return [
        Finding(
          .platform(platform.text), marking: name.mark(platform.offsets),
          help: "name the app by what it is called itself")
      ]
    }
    guard context.stage == .live, let stage = words.first(where: { Self.stageWords.contains($0.text.lowercased()) })
    else { return [] }
    return [
      Finding(.stage(stage.text), marking: name.mark(stage.offsets), help: "leave '\(stage.text)' out")
    ]
  }

  private static let stageWords: Set = ["test", "dev", "staging", "beta", "demo"]

  /// Pipedrive's name or one that looks like it, also in two words.
  private func platformName(in words: [TextWord]) -> TextWord? {
    for (index, word) in words.enumerated() {
      let lower = word.text.lowercased()
      if lower.holds("pipedrive") || NearMatch.isNear(lower, "pipedrive") { return word }
      if lower == "pipe", index + 1 < words.count, words[index + 1].text.lowercased() == "drive" {
        let next = words[index + 1]
        return TextWord(
          text: "\(word.text) \(next.text)", offsets: word.offsets.lowerBound..<next.offsets.upperBound)
      }
    }
    return nil
  }
}

extension Finding.Message {
  fileprivate static func platform(_ word: String) -> Self {
    "the app's name holds '\(word)' and so reads as if Pipedrive had made the app"
  }
  fileprivate static func stage(_ word: String) -> Self { "the app is live and its name holds '\(word)'" }
}
