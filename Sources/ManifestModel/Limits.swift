/// The numbers that Pipedrive states.
///
/// The schemas in `Schemas/` hold the same numbers; a test compares the two.
public enum Limits {
  /// UTF-16 code units in the name of an extension or panel action.
  ///
  /// Pipedrive says "characters" and not which; HTML's `maxlength` and JavaScript count UTF-16 code units.
  public static let nameLength = 30
  /// UTF-16 code units in the description of an extension.
  public static let descriptionLength = 150
  /// Link actions, JSON modals and custom modals in one view.
  public static let actionsPerView = 3
  /// Link actions, JSON modals and custom modals of one app.
  public static let actionsTotal = 21
  /// JSON and custom panels in one detail view.
  public static let panelsPerView = 1
  /// Fields of a JSON panel's object, header and id not counted.
  public static let panelFields = 20
  /// Blocks of a JSON modal.
  public static let modalBlocks = 10
  /// Action buttons of a JSON modal.
  public static let modalActions = 2
  /// Actions on the objects of a JSON panel.
  public static let objectActions = 3
  /// Fields of a JSON panel that have an action.
  public static let fieldsWithActions = 3

  /// Characters in the short summary of a listing.
  public static let summaryLength = 150
  /// Characters in the full description and in the instructions of a listing.
  public static let listingTextLength = 1500
  /// Characters in the use case that reviewers read.
  public static let useCaseLength = 350
  /// Pictures of a listing.
  public static let listingImages = 5
  /// Pictures that reviewers expect.
  public static let expectedListingImages = 3
  /// Pixels on a side of the icon, at least.
  public static let iconSide = 256
  /// Bytes of the icon or a picture of a listing: 10 MB, in the larger of the two sizes that this is.
  public static let listingImageBytes = 10 << 20

  /// Blocks of an onboarding.
  public static let onboardingBlocks = 4
  /// Characters in the title of a block.
  public static let blockTitleLength = 70
  /// Characters in the description of a block.
  public static let blockDescriptionLength = 200
  /// Characters in the title of the video.
  public static let videoTitleLength = 80
  /// Characters in the description of the video.
  public static let videoDescriptionLength = 120
  /// Bytes of the picture of a block: 100 KB, in the larger of the two sizes that this is.
  public static let blockImageBytes = 100 << 10
}
