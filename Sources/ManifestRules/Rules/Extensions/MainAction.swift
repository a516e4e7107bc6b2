import ManifestLint

/// Flags the main action of a JSON panel that is not an action of that view.
struct MainAction: Rule {
  static let metadata = RuleMetadata(
    id: "main-action",
    section: .extensions,
    severity: .error,
    origin: .platform,
    summary: "The main action of a JSON panel does not exist, or is not in that view.",
    rationale: """
      The button of a JSON panel opens one of the link actions and JSON modals that stand in the same detail view; \
      Developer Hub offers no others there. Custom modals cannot be main actions.
      """,
    remedy: "Name a link action or JSON modal of that view, or add the view to the action's locations.",
    source: .panelActions,
    examples: [
      .init(
        bad: """
          extensions:
            linkActions:
              - { name: Send quote, locations: [deals-list] }
            jsonPanels:
              - mainActions: { deal-details: Send quote }

          """,
        good: """
          extensions:
            linkActions:
              - { name: Send quote, locations: [deals-list, deal-details] }
            jsonPanels:
              - mainActions: { deal-details: Send quote }

          """)
    ])

  func check(_ context: LintContext) -> [Finding] {
    guard let manifest = context.manifest else { return [] }
    let lists = manifest.extensions.lazy.filter { $0.kind == .jsonPanel }.compactMap { $0.node["mainActions"] }
    if lists.isEmpty { return [] }
    let choice = Choice(manifest.extensions, context.variables)
    return lists.flatMap { list in
      list.entries.compactMap { entry -> Finding? in
        guard !entry.isRepeated, let view = View(rawValue: entry.key.text), let text = entry.value.string,
          let name = Template(text).resolvedText(context.variables), name.contains(where: { !$0.isWhitespace })
        else { return nil }
        return finding(name, at: entry.value, in: view, choice)
      }
    }
  }

  /// The extensions that a name may mean.
  private struct Choice {
    /// Those that have a name that is known, by the bytes of the name.
    var named: [[UInt8]: [AppExtension]] = [:]
    /// The names in file order.
    var names: [(name: String, item: AppExtension)] = []
    /// Whether a variable hides the name of one.
    var hasHiddenName = false

    init(_ extensions: [AppExtension], _ variables: Variables) {
      for item in extensions {
        guard let template = item.name.map({ Template($0.value) }) else { continue }
        if let name = template.resolvedText(variables) {
          named[Array(name.utf8), default: []].append(item)
          names.append((name, item))
        } else {
          hasHiddenName = true
        }
      }
    }
  }

  private func finding(_ name: String, at node: Node, in view: View, _ choice: Choice) -> Finding? {
    let items = choice.named[Array(name.utf8)] ?? []
    let actions = items.filter { $0.kind.canBeMainAction }
    if actions.contains(where: { mayStand($0, in: view) }) { return nil }
    if let action = actions.first {
      return Finding(
        .notInView(name, view), at: node,
        help: "add '\(view.rawValue)' to its locations, or name an action of that view",
        notes: [action.locationList.map { .init("where it is", at: $0.key ?? $0) }].compactMap(\.self))
    }
    if let other = items.first {
      return Finding(
        .otherKind(name, other.kind), at: node, help: "name a link action or JSON modal of that view",
        notes: [other.name.map { .init("the \(other.kind.label)", at: $0.node) }].compactMap(\.self))
    }
    if choice.hasHiddenName { return nil }
    let match = NearMatch.unique(name, among: offered(in: view, choice))
    return Finding(
      .noSuchAction(name), at: node,
      help: match.map { "did you mean '\($0)'?" } ?? "name a link action or JSON modal of that view")
  }

  /// The names that Developer Hub would offer in a view, no more than anybody has there.
  private func offered(in view: View, _ choice: Choice) -> [String] {
    choice.names.lazy.filter { $0.item.kind.canBeMainAction && mayStand($0.item, in: view) }.prefix(100).map(\.name)
  }

  /// Whether an action is in a view, or may be: behind a variable, a mistake in the list, or no list at all.
  private func mayStand(_ item: AppExtension, in view: View) -> Bool {
    guard let list = item.locationList, list.kind == .sequence else { return true }
    return list.items.contains { $0.text == view.rawValue || View(rawValue: $0.text) == nil }
  }
}

extension ExtensionKind {
  /// Whether the button of a JSON panel can open it.
  fileprivate var canBeMainAction: Bool {
    switch self {
    case .linkAction, .jsonModal: true
    case .customModal, .jsonPanel, .customPanel, .floatingWindow: false
    }
  }
}

extension Finding.Message {
  fileprivate static func noSuchAction(_ name: String) -> Self { "no link action or JSON modal is called '\(name)'" }
  fileprivate static func otherKind(_ name: String, _ kind: ExtensionKind) -> Self {
    "'\(name)' is a \(kind.label), which cannot be a main action"
  }
  fileprivate static func notInView(_ name: String, _ view: View) -> Self { "'\(name)' is not in \(view.label)" }
}
