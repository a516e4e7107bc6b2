import ManifestLint

/// Flags a count or length that has nearly reached its limit.
struct QuotaNearLimit: Rule {
  static let isOnByDefault = false
  static let metadata = RuleMetadata(
    id: "quota-near-limit",
    section: .extensions,
    severity: .info,
    origin: .advice,
    isOnByDefault: isOnByDefault,
    summary: "A count or a length is at 90 % of its limit or more.",
    rationale: """
      It is good to know before the next feature, or the translation of a name, does not fit any more. Counted are \
      actions, in all and per view, fields and actions of panels, blocks of modals, pictures, onboarding blocks, and \
      the lengths of all limited texts; a limit of one or two, such as that of panels in a view or of buttons in a \
      modal, is either free or used up.
      """,
    remedy: "Nothing has to be done; keep it in mind.",
    source: .registeringPrivateApp.section("App extensions"),
    examples: [
      .init(
        bad: "extensions:\n  linkActions:\n    - name: Send quote to car owner now\n",
        good: "extensions:\n  linkActions:\n    - name: Send quote\n")
    ])

  func check(_ context: LintContext) -> [Finding] {
    var findings = documents(context)
    if let manifest = context.manifest {
      findings += texts(manifest, context.variables) + actions(manifest) + lists(manifest)
      findings += manifest.extensions.flatMap { panelActions($0, context.variables) }
    }
    return findings
  }

  /// What is used in documents of their own, and in those inside of the manifest.
  private func documents(_ context: LintContext) -> [Finding] {
    let fields = context.panels.compactMap { panel -> Finding? in
      finding(panel.countedFields.count, of: Limits.panelFields, "fields", at: panel.properties)
    }
    return fields
      + context.modals.compactMap { modal in
        finding(modal.blocks.count, of: Limits.modalBlocks, "blocks", at: modal.blockList)
      }
  }

  private func panelActions(_ item: AppExtension, _ variables: Variables) -> [Finding] {
    let fields = Set(item.fieldsWithActions(variables).map { Array($0.value.utf8) }).count
    return [
      finding(item.objectActions.count, of: Limits.objectActions, "object actions", at: item.node["actions"]),
      finding(fields, of: Limits.fieldsWithActions, "fields with actions", at: item.node["actions"]),
    ].compactMap(\.self)
  }

  private func finding(_ count: Int, of limit: Int, _ label: String, at node: Node?) -> Finding? {
    guard isNear(count, limit), let node else { return nil }
    return Finding(.near("\(count) of \(limit) \(label) are used"), marking: .object(node))
  }

  private func texts(_ manifest: AppManifest, _ variables: Variables) -> [Finding] {
    let texts =
      manifest.limitedNames + manifest.limitedDescriptions + manifest.limitedListingTexts
      + manifest.limitedOnboardingTexts
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
      list?.kind == .sequence ? finding(list?.count ?? 0, of: limit, label, at: list) : nil
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
