/// A field of the registration form: where its value stands in a manifest, and how it is shown.
struct FieldTemplate: Sendable {
  /// How a value is shown.
  enum Control: Sendable {
    /// One text.
    case text
    /// A list of short texts.
    case list
    /// A list of access scopes.
    case scopes
    /// A document, or the path of one.
    case document
    /// Fields of its own.
    case group([FieldTemplate])
    /// A list of things with fields of their own, and what one of them is called.
    case groups(item: String, [FieldTemplate])
  }

  /// The key in the manifest.
  var key: String
  /// The label in Developer Hub; the schema of manifests has the same, and a test compares the two.
  var label: String
  /// Whether it must be filled in.
  var isRequired = false
  /// Whether it is part of the form only where something else is chosen, so that it is left out while it is empty.
  var isConditional = false
  /// How its value is shown.
  var control = Control.text
  /// What holds while it is empty.
  var whenAbsent: String?
}

extension FieldTemplate {
  static func required(_ key: String, _ label: String, _ control: Control = .text) -> Self {
    Self(key: key, label: label, isRequired: true, control: control)
  }

  static func optional(_ key: String, _ label: String, _ control: Control = .text, whenAbsent: String? = nil) -> Self {
    Self(key: key, label: label, control: control, whenAbsent: whenAbsent)
  }

  static func conditional(_ key: String, _ label: String, _ control: Control = .text) -> Self {
    Self(key: key, label: label, isConditional: true, control: control)
  }
}
