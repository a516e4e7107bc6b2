import ManifestLint

/// Flags a count or length that has nearly reached its limit.
struct QuotaNearLimit: Rule {
  static let metadata = RuleMetadata(
    id: "quota-near-limit",
    section: .extensions,
    severity: .info,
    origin: .advice,
    isOnByDefault: false,
    summary: "A count or a length is at 90 % of its limit or more.",
    rationale: """
      It is good to know before the next feature, or the translation of a name, does not fit any more. Counted are \
      actions, in all and per view, pictures, onboarding blocks, and the lengths of all limited texts; a limit of one, \
      such as that of panels in a view, is either free or used up.
      """,
    remedy: "Nothing has to be done; keep it in mind.",
    source: .registeringPrivateApp.section("App extensions"),
    examples: [
      .init(
        bad: "extensions:\n  linkActions:\n    - name: Send quote to car owner now\n",
        good: "extensions:\n  linkActions:\n    - name: Send quote\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest else { return [] }
    return texts(manifest, context.variables) + actions(manifest) + lists(manifest)
  }

  private func texts(_ manifest: AppManifest, _ variables: Variables) -> [Finding] {
    let texts = manifest.limitedExtensionTexts + manifest.limitedListingTexts + manifest.limitedOnboardingTexts
    return texts.compactMap { text in
      let length = UTF16Length(text.text.value, variables)
      guard isNear(length.codeUnits, text.limit) else { return nil }
      return Finding(.near("\(text.label) has \(length.codeUnits) of \(text.limit) characters"), at: text.text.node)
    }
  }

  private func actions(_ manifest: AppManifest) -> [Finding] {
    let actions = manifest.extensions.filter(\.kind.isAction)
    var findings: [Finding] = []
    if isNear(actions.count, Limits.actionsTotal), let last = actions.last {
      findings.append(
        Finding(.near("\(actions.count) of \(Limits.actionsTotal) actions are used"), marking: .object(last.node)))
    }
    let count = LocationCount(manifest, where: \.isAction)
    for view in View.allCases where isNear(count.count(in: view), Limits.actionsPerView) {
      guard let last = count[view].last else { continue }
      findings.append(
        Finding(
          .near("\(count.count(in: view)) of \(Limits.actionsPerView) actions in \(view.label) are used"),
          at: last.location.node))
    }
    return findings
  }

  private func lists(_ manifest: AppManifest) -> [Finding] {
    [
      (manifest.node["listing"]?["images"], Limits.listingImages, "listing images"),
      (manifest.node["onboarding"]?["blocks"], Limits.onboardingBlocks, "onboarding blocks"),
    ].compactMap { list, limit, label in
      guard let list, list.kind == .sequence, isNear(list.count, limit) else { return nil }
      return Finding(.near("\(list.count) of \(limit) \(label) are used"), marking: .object(list))
    }
  }

  /// Whether a count has reached nine tenths of a limit and not passed it.
  private func isNear(_ count: Int, _ limit: Int) -> Bool {
    count <= limit && count * 10 >= limit * 9
  }
}

extension Finding.Message {
  fileprivate static func near(_ text: String) -> Self { Self(stringLiteral: text) }
}
