extension JSONModal {
  /// The kinds of blocks and buttons, as `#/definitions/…` names them.
  public enum ComponentKind: String, CaseIterable, Hashable, Sendable {
    case text = "element-text"
    case input = "element-input"
    case select = "element-select"
    case datepicker = "element-datepicker"
    case radioGroup = "element-radio-group"
    case checkboxGroup = "element-checkbox-group"
    case separator = "element-separator"
    case textarea = "element-textarea"
    case primaryAction = "action-primary"
    case secondaryAction = "action-secondary"
  }

  /// An option that a component takes.
  public struct Option: Hashable, Sendable {
    /// Its key.
    public var name: String
    /// Whether it must be there, here or in the answer of the app's endpoint.
    public var isRequired: Bool
  }

  /// A condition on the value of another block, under which something is visible.
  public enum VisibilityRule: String, CaseIterable, Hashable, Sendable {
    case notEmpty = "not_empty"
    case equals
    case includes
  }
}

extension JSONModal.ComponentKind {
  /// What a component of this kind is used as.
  public var role: JSONModal.Role {
    switch self {
    case .text, .input, .select, .datepicker, .radioGroup, .checkboxGroup, .separator, .textarea: .block
    case .primaryAction, .secondaryAction: .action
    }
  }

  /// Its name in a sentence: `radio group`.
  public var label: String {
    switch self {
    case .primaryAction: "primary button"
    case .secondaryAction: "secondary button"
    default: rawValue.split(separator: "-").dropFirst().joined(separator: " ")
    }
  }

  /// The whole reference: `#/definitions/element-text`.
  public var reference: String { ComponentReference.prefix + rawValue }

  /// The options that it takes; the schema of modals holds the same, and a test compares the two.
  ///
  /// Pipedrive's tables leave a few out that its text and its examples have: `visibleOn` works in every block but the
  /// separator, and datepickers have a placeholder.
  public var options: [JSONModal.Option] {
    switch self {
    case .text: Self.options(required: "value", optional: "markdown", "visibleOn")
    case .input:
      Self.options(
        required: "label",
        optional: "type", "value", "placeholder", "message", "error", "allowClear", "isRequired", "visibleOn",
        "fetchOnChange")
    case .select:
      Self.options(
        required: "label",
        optional: "value", "items", "placeholder", "message", "error", "allowClear", "isRequired", "filter",
        "visibleOn", "fetchOnChange")
    case .datepicker:
      Self.options(
        required: "label",
        optional: "value", "placeholder", "message", "error", "allowClear", "isRequired", "visibleOn",
        "fetchOnChange")
    case .radioGroup:
      Self.options(
        required: "label", optional: "value", "items", "message", "error", "isRequired", "visibleOn", "fetchOnChange")
    case .checkboxGroup:
      Self.options(
        optional: "label", "value", "items", "message", "error", "isRequired", "visibleOn", "fetchOnChange")
    case .separator: []
    case .textarea:
      Self.options(
        required: "label",
        optional: "value", "placeholder", "message", "error", "isRequired", "resize", "visibleOn", "fetchOnChange")
    case .primaryAction: Self.options(required: "label", "handler", optional: "url", "visibleOn")
    case .secondaryAction: Self.options(required: "label", "handler", optional: "visibleOn")
    }
  }

  private static func options(required: String..., optional: String...) -> [JSONModal.Option] {
    required.map { JSONModal.Option(name: $0, isRequired: true) }
      + optional.map { JSONModal.Option(name: $0, isRequired: false) }
  }

  /// What a button of this kind can do; empty for a block.
  public var handlers: [String] {
    switch self {
    case .primaryAction: ["request", "open-url"]
    case .secondaryAction: ["reset", "cancel"]
    default: []
    }
  }

  /// The conditions that can be put on its value.
  public var visibilityRules: [JSONModal.VisibilityRule] {
    switch self {
    case .text: [.includes]
    case .input, .textarea, .datepicker: [.notEmpty, .includes]
    case .select, .radioGroup, .checkboxGroup: [.notEmpty, .equals]
    case .separator, .primaryAction, .secondaryAction: []
    }
  }

  /// Whether it has items to choose from.
  public var hasItems: Bool { self == .select || self == .radioGroup || self == .checkboxGroup }
}
