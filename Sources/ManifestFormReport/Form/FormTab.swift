/// A tab of the form, with what a manifest fills in.
struct FormTab: Sendable {
  /// The tabs in the order of Developer Hub.
  enum Kind: String, CaseIterable, Sendable {
    case basicInfo = "Basic info"
    case oauth = "OAuth & access scopes"
    case extensions = "App extensions"
    case onboarding = "Onboarding for users"
    case general = "General info"
    case setup = "Setup and installation"
    case support = "Support and legal info"
    case review = "App review info"
  }

  /// Which tab it is.
  var kind: Kind
  /// What it holds.
  var groups: [FormGroup]
}

/// Fields that belong together: those of a tab, or those of one extension.
struct FormGroup: Sendable {
  /// The heading; `nil` where the tab's own is enough.
  var title: String?
  /// The kind of thing, beside a heading that is a name.
  var label: String?
  /// Where the object stands in the file, as a JSON Pointer.
  var pointer: String
  /// The line where the object stands, from 1; `nil` if it is not there.
  var line: Int?
  /// How many of it there are and may be.
  var counter: FormCounter?
  /// Its fields.
  var fields: [FormField] = []
  /// Groups below it.
  var groups: [FormGroup] = []
  /// What is to be said about it, such as that it is not shown whole.
  var remark: String?
}

/// A field with its value.
struct FormField: Sendable {
  /// The label.
  var label: String
  /// The key in the manifest.
  var key: String
  /// Where the value stands, as a JSON Pointer.
  var pointer: String
  /// The line where the value stands, from 1; `nil` if there is none.
  var line: Int?
  /// Whether it must be filled in.
  var isRequired = false
  /// Whether it is on the form, and not a key that only the file has.
  var isOnForm = true
  /// What is shown.
  var value: FormValue
  /// How long the text is and may be, or how many items there are and may be.
  var counter: FormCounter?
}
