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
}
