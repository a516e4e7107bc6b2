public import ManifestSyntax

/// How much of what Pipedrive allows an app uses.
public struct Budget: Hashable, Sendable {
  /// A count of things that have a limit.
  public struct Count: Hashable, Sendable {
    /// How many there are.
    public var used: Int
    /// How many there may be.
    public var limit: Int
  }

  /// A view and what stands in it.
  public struct ViewCount: Hashable, Sendable {
    /// The view.
    public var view: View
    /// How much of its room is used.
    public var count: Count
  }

  /// The length of a text that has a limit, in UTF-16 code units.
  public struct TextLength: Hashable, Sendable {
    /// What it is the text of, in a sentence.
    public var label: String
    /// Where it stands, as a JSON Pointer.
    public var pointer: String
    /// The text.
    public var text: String
    /// How long it is.
    public var count: Count
  }

  /// A count in one extension.
  public struct NamedCount: Hashable, Sendable {
    /// What the extension or action is called.
    public var name: String
    /// Where it stands, as a JSON Pointer.
    public var pointer: String
    /// How much of its room is used.
    public var count: Count
  }

  /// The app's name.
  public var appName: String?
  /// Link actions, JSON modals and custom modals in all.
  public var actions: Count
  /// The same in each of the seven views.
  public var actionsByView: [ViewCount]
  /// Panels in each of the three detail views.
  public var panelsByView: [ViewCount]
  /// The fields of JSON panels whose data structure is at hand.
  public var panelFields: [NamedCount] = []
  /// The actions on objects of JSON panels that have one.
  public var objectActions: [NamedCount] = []
  /// The fields with actions of JSON panels that have one.
  public var fieldsWithActions: [NamedCount] = []
  /// The blocks of JSON modals whose schema is at hand.
  public var modalBlocks: [NamedCount] = []
  /// The names of extensions and panel actions, the longest first.
  public var names: [TextLength]
  /// The descriptions of extensions, the longest first.
  public var descriptions: [TextLength]
  /// The texts of the listing, the review and the onboarding, as the form has them.
  public var listing: [TextLength]
  /// The pictures of the listing; `nil` without a listing.
  public var listingImages: Count?
  /// The blocks of the onboarding; `nil` without an onboarding.
  public var onboardingBlocks: Count?

  /// Counts what a manifest uses, and the documents in it; `document` looks up those in files as well.
  public init(
    _ manifest: AppManifest, _ variables: Variables,
    document: (DocumentReference) -> Node? = { $0.node.kind == .mapping ? $0.node : nil }
  ) {
    appName = manifest.name.map { Template($0.value).resolvedText(variables) ?? $0.value }
    actions = Count(used: manifest.extensions.count(where: \.kind.isAction), limit: Limits.actionsTotal)
    let actionUses = LocationCount(manifest, where: \.isAction)
    actionsByView = View.allCases.map { view in
      ViewCount(view: view, count: Count(used: actionUses.count(in: view), limit: Limits.actionsPerView))
    }
    let panelUses = LocationCount(manifest, where: \.isPanel)
    panelsByView = View.allCases.filter(\.isDetailView).map { view in
      ViewCount(view: view, count: Count(used: panelUses.count(in: view), limit: Limits.panelsPerView))
    }
    names = Self.longestFirst(manifest.limitedNames, variables)
    descriptions = Self.longestFirst(manifest.limitedDescriptions, variables)
    listing = Self.lengths(manifest.limitedListingTexts + manifest.limitedOnboardingTexts, variables)
    listingImages = manifest.node["listing"].map { listing in
      Count(used: listing["images"].map(\.count) ?? 0, limit: Limits.listingImages)
    }
    onboardingBlocks = manifest.node["onboarding"].map { _ in
      Count(used: manifest.onboardingBlocks.count, limit: Limits.onboardingBlocks)
    }
    for item in manifest.extensions { count(item, variables, document) }
  }

  /// Replaces everything that a manifest says in it; the counts stay.
  public mutating func replaceTexts(_ replacement: (String) -> String) {
    appName = appName.map(replacement)
    for texts in [\Self.names, \.descriptions, \.listing] {
      for index in self[keyPath: texts].indices {
        self[keyPath: texts][index].text = replacement(self[keyPath: texts][index].text)
      }
    }
    for counts in [\Self.panelFields, \.objectActions, \.fieldsWithActions, \.modalBlocks] {
      for index in self[keyPath: counts].indices {
        self[keyPath: counts][index].name = replacement(self[keyPath: counts][index].name)
      }
    }
  }

  /// Counts in the extensions and in the documents that belong to them.
  private mutating func count(
    _ item: AppExtension, _ variables: Variables,
    _ document: (DocumentReference) -> Node? = { $0.node.kind == .mapping ? $0.node : nil }
  ) {
    func add(_ used: Int, of limit: Int, in node: Node, named name: String, to counts: inout [NamedCount]) {
      counts.append(NamedCount(name: name, pointer: node.pointer, count: Count(used: used, limit: limit)))
    }
    func addBlocks(_ node: Node, named name: String) {
      guard let schema = node["schema"], let root = document(DocumentReference(kind: .jsonModal, node: schema)) else {
        return
      }
      add(JSONModal(root).blocks.count, of: Limits.modalBlocks, in: node, named: name, to: &modalBlocks)
    }
    if item.kind == .jsonModal { addBlocks(item.node, named: item.title) }
    guard item.kind == .jsonPanel else { return }
    if let structure = item.node["dataStructure"],
      let root = document(DocumentReference(kind: .jsonPanel, node: structure))
    {
      let fields = JSONPanel(root).countedFields.count
      add(fields, of: Limits.panelFields, in: item.node, named: item.title, to: &panelFields)
    }
    let fields = Set(item.fieldsWithActions(variables).map { Array($0.value.utf8) }).count
    if !item.objectActions.isEmpty {
      add(item.objectActions.count, of: Limits.objectActions, in: item.node, named: item.title, to: &objectActions)
    }
    if fields > 0 {
      add(fields, of: Limits.fieldsWithActions, in: item.node, named: item.title, to: &fieldsWithActions)
    }
    for action in item.panelActions { addBlocks(action.node, named: action.name?.value ?? "an action without a name") }
  }

  private static func lengths(_ texts: [LimitedText], _ variables: Variables) -> [TextLength] {
    texts.map { text in
      TextLength(
        label: text.label, pointer: text.text.node.pointer,
        text: Template(text.text.value).resolvedText(variables) ?? text.text.value,
        count: Count(used: UTF16Length(text.text.value, variables).codeUnits, limit: text.limit))
    }
  }

  private static func longestFirst(_ texts: [LimitedText], _ variables: Variables) -> [TextLength] {
    // Equal lengths stay in file order, so that two runs say the same.
    lengths(texts, variables).enumerated().sorted { left, right in
      let (own, other) = (left.element.count.used, right.element.count.used)
      return own == other ? left.offset < right.offset : own > other
    }.map(\.element)
  }
}
