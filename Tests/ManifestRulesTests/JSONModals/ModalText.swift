/// The schema of a JSON modal in YAML, for tests.
enum ModalText {
  /// A modal with these blocks, or buttons, each on lines of its own without indentation.
  static func with(blocks: String = "", actions: String = "save: \(save)") -> String {
    "type: object\nproperties:\n" + part("blocks", blocks) + part("actions", actions)
  }

  /// A button that sends the form.
  static let save = "{ $ref: \"#/definitions/action-primary\", options: { label: Save, handler: request } }"

  /// A reference to a component, as a value in YAML.
  static func component(_ name: String, _ options: String) -> String {
    "{ $ref: \"#/definitions/\(name)\", options: { \(options) } }"
  }

  private static func part(_ name: String, _ lines: String) -> String {
    let indented = lines.split(separator: "\n").map { "      \($0)\n" }.joined()
    return "  \(name):\n    type: object\n    properties:\n" + (indented.isEmpty ? "      {}\n" : indented)
  }
}
