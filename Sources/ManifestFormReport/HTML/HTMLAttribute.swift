/// An attribute of an element: a known name with any value, or a link with an address that is safe to follow.
struct HTMLAttribute: Hashable, Sendable {
  /// The names of attributes whose value may be any text; none of them is run or fetched by a browser.
  enum Name: String, Sendable {
    case `class`, colspan, content, `for`, height, lang, name, role, rows, scope, title, type, value, width, x, y, rx
    case ariaDescribedBy = "aria-describedby"
    case ariaHidden = "aria-hidden"
    case ariaLabel = "aria-label"
    case ariaLabelledBy = "aria-labelledby"
    case ariaLive = "aria-live"
    case charset
    case dataRule = "data-rule"
    case dataSeverity = "data-severity"
    case direction = "dir"
    case httpEquivalent = "http-equiv"
    case viewBox
  }

  /// The names of attributes that are there or not.
  enum Flag: String, Sendable {
    case checked, hidden, open
  }

  /// The name as it is written.
  let name: String
  /// The value before it is escaped; `nil` for a flag.
  let value: String?

  /// An attribute with a text.
  static func text(_ name: Name, _ value: String) -> Self { Self(name: name.rawValue, value: value) }
  /// An attribute with a number.
  static func number(_ name: Name, _ value: Int) -> Self { Self(name: name.rawValue, value: String(value)) }
  /// An attribute without a value.
  static func flag(_ name: Flag) -> Self { Self(name: name.rawValue, value: nil) }
  /// What the style sheet knows the element by.
  static func style(_ names: String) -> Self { .text(.class, names) }
  /// What links know the element by.
  static func id(_ id: HTMLIdentifier) -> Self { Self(name: "id", value: id.text) }
  /// Where a link leads.
  static func link(_ address: HTMLAddress) -> Self { Self(name: "href", value: address.text) }
  /// What a page that is opened is told of this one: nothing.
  static let leavesNoTrace = Self(name: "rel", value: "noopener noreferrer")

  /// What lets a part that scrolls be reached by the keyboard.
  static let focusable = Self(name: "tabindex", value: "0")

  private init(name: String, value: String?) {
    self.name = name
    self.value = value
  }
}
