import ManifestSyntax

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

  /// The app's name.
  public var appName: String?
  /// Link actions, JSON modals and custom modals in all.
  public var actions: Count
  /// The same in each of the seven views.
  public var actionsByView: [ViewCount]
  /// Panels in each of the three detail views.
  public var panelsByView: [ViewCount]
  /// The names of extensions and panel actions, the longest first.
  public var names: [TextLength]
  /// The descriptions of extensions, the longest first.
  public var descriptions: [TextLength]
  /// The texts of the listing, the onboarding and the review, the longest first.
  public var listing: [TextLength]
  /// The pictures of the listing; `nil` without a listing.
  public var listingImages: Count?
  /// The blocks of the onboarding; `nil` without an onboarding.
  public var onboardingBlocks: Count?

  /// Counts what a manifest uses.
  public init(_ manifest: AppManifest, _ variables: Variables) {
    appName = manifest.name?.value
    actions = Count(used: manifest.extensions.count(where: \.kind.isAction), limit: Limits.actionsTotal)
    let actionUses = LocationCount(manifest, where: \.isAction)
    actionsByView = View.allCases.map { view in
      ViewCount(view: view, count: Count(used: actionUses.count(in: view), limit: Limits.actionsPerView))
    }
    let panelUses = LocationCount(manifest, where: \.isPanel)
    panelsByView = View.allCases.filter(\.isDetailView).map { view in
      ViewCount(view: view, count: Count(used: panelUses.count(in: view), limit: Limits.panelsPerView))
    }
    let texts = manifest.limitedExtensionTexts
    names = Self.lengths(texts.filter { $0.limit == Limits.nameLength }, variables)
    descriptions = Self.lengths(texts.filter { $0.limit == Limits.descriptionLength }, variables)
    listing = Self.lengths(manifest.limitedListingTexts + manifest.limitedOnboardingTexts, variables)
    listingImages = manifest.node["listing"].map { listing in
      Count(used: listing["images"].map(\.count) ?? 0, limit: Limits.listingImages)
    }
    onboardingBlocks = manifest.node["onboarding"].map { _ in
      Count(used: manifest.onboardingBlocks.count, limit: Limits.onboardingBlocks)
    }
  }

  private static func lengths(_ texts: [LimitedText], _ variables: Variables) -> [TextLength] {
    let lengths = texts.map { text in
      TextLength(
        label: text.label, pointer: text.text.node.pointer, text: text.text.value,
        count: Count(used: UTF16Length(text.text.value, variables).codeUnits, limit: text.limit))
    }
    // Equal lengths stay in file order, so that two runs say the same.
    return lengths.enumerated().sorted { left, right in
      let (own, other) = (left.element.count.used, right.element.count.used)
      return own == other ? left.offset < right.offset : own > other
    }.map(\.element)
  }
}
