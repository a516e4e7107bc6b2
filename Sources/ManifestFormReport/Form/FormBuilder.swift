import ManifestModel
import ManifestSyntax
import ManifestText

/// Fills the registration form in with what a manifest says, as far as that can be read.
struct FormBuilder {
  private let manifest: AppManifest
  private let values: ValueReader
  private let variables: Variables
  private let limits: [Node: Int]

  /// How many more groups of a list are drawn.
  private var remainingGroups = Self.mostGroups

  /// The most things with fields of their own that are drawn of one document.
  static let mostGroups = 400
  /// The most keys of an object that are drawn besides those of the form.
  private static let mostExtraFields = 100

  /// Reads a manifest whose text is shown through a redacted one.
  init(_ document: FormDocument, _ text: RedactedText) {
    manifest = AppManifest(document.root)
    values = ValueReader(text)
    variables = document.variables
    let texts =
      manifest.limitedNames + manifest.limitedDescriptions + manifest.limitedListingTexts
      + manifest.limitedOnboardingTexts
    limits = Dictionary(texts.map { ($0.text.node, $0.limit) }) { first, _ in first }
  }

  /// The tabs of the form: those of private apps, and for public ones or where something is filled in the others.
  mutating func tabs() -> [FormTab] {
    let isPublic = manifest.isPublic(variables)
    let hasListing = isPublic || manifest.node["listing"] != nil
    return FormTab.Kind.allCases.compactMap { kind in
      switch kind {
      case .basicInfo: FormTab(kind: kind, groups: basicInfo())
      case .oauth: FormTab(kind: kind, groups: [object("oauth", RegistrationForm.oauth)])
      case .extensions: FormTab(kind: kind, groups: extensions())
      case .onboarding where isPublic || manifest.node["onboarding"] != nil:
        FormTab(kind: kind, groups: [object("onboarding", RegistrationForm.onboarding)])
      case .general where hasListing:
        FormTab(kind: kind, groups: [object("listing", RegistrationForm.general, besides: Self.laterListingFields)])
      case .setup where hasListing:
        FormTab(kind: kind, groups: [object("listing", RegistrationForm.setup, besides: nil)])
      case .support where hasListing:
        FormTab(kind: kind, groups: [object("listing", RegistrationForm.support, besides: nil)])
      case .review where isPublic || manifest.node["review"] != nil:
        FormTab(kind: kind, groups: [object("review", RegistrationForm.review)])
      case .onboarding, .general, .setup, .support, .review: nil
      }
    }
  }

  private static let laterListingFields = RegistrationForm.setup + RegistrationForm.support

  // MARK: Tabs

  private mutating func basicInfo() -> [FormGroup] {
    let app = object("app", RegistrationForm.app)
    let tabs = ["app", "oauth", "extensions", "listing", "onboarding", "review"]
    let root = manifest.node
    var file = FormGroup(title: "Not on the form", pointer: Self.notOnForm(root.pointer))
    if let version = root["manifest"] {
      file.parts.append(.field(field(.required("manifest", "Format version"), version, in: root.pointer)))
    }
    let known = tabs + ["manifest"]
    append(
      root.entries.filter { entry in !entry.isRepeated && !known.contains { entry.key.hasContent($0) } }, to: &file)
    return file.parts.isEmpty ? [app] : [app, file]
  }

  /// The name of a group that is no object of its own, so that no finding belongs to it.
  private static func notOnForm(_ pointer: String) -> String { "-" + pointer }

  private mutating func extensions() -> [FormGroup] {
    let pointer = manifest.node.pointer + "/extensions"
    let node = manifest.node["extensions"]
    var all = FormGroup(pointer: pointer, line: line(node))
    guard let node, node.kind == .mapping else {
      if let node {
        all.pointer = Self.notOnForm(pointer)
        all.parts = [.field(value(of: node, label: "App extensions", key: "extensions"))]
      }
      return [all]
    }
    var groups: [FormGroup] = []
    var extra: [Entry] = []
    for entry in node.entries where !entry.isRepeated {
      if let kind = ExtensionKind.allCases.first(where: { entry.key.hasContent($0.key) }) {
        groups.append(extensions(kind, entry.value))
      } else if entry.key.hasContent("settingsPage") {
        groups.append(group("App settings page", RegistrationForm.settingsPage, entry.value))
      } else if entry.key.hasContent("messaging") {
        groups.append(manifestExtension("Messaging extension manifest", entry))
      } else if entry.key.hasContent("videoCalling") {
        groups.append(manifestExtension("Video calling extension manifest", entry))
      } else {
        extra.append(entry)
      }
    }
    append(extra, to: &all)
    // Each kind stands once, so the order is the same in every run.
    all.parts += groups.sorted { Self.rank($0) < Self.rank($1) }.map(FormGroup.Part.group)
    return [all]
  }

  /// The place of a kind of extension on the tab.
  private static func rank(_ group: FormGroup) -> Int {
    let titles =
      ExtensionKind.allCases.map(\.formTitle) + [
        "App settings page", "Messaging extension manifest", "Video calling extension manifest",
      ]
    return titles.firstIndex { $0 == group.title } ?? titles.count
  }

  private mutating func extensions(_ kind: ExtensionKind, _ node: Node) -> FormGroup {
    let template = RegistrationForm.fields(of: kind)
    if kind == .floatingWindow { return group(kind.formTitle, template, node) }
    return list(kind.formTitle, item: kind.label, template, node)
  }

  private func manifestExtension(_ title: String, _ entry: Entry) -> FormGroup {
    let template = FieldTemplate.required(entry.key.text, title, .document)
    // The group stands where its parent does: a finding about the value belongs to the field.
    return FormGroup(
      title: title, pointer: Self.notOnForm(entry.value.pointer), line: line(entry.value),
      parts: [.field(field(template, entry.value, in: manifest.node.pointer + "/extensions"))])
  }

  // MARK: Objects

  /// The object under a key of the root; other keys than those of the form follow, unless `others` is `nil`.
  private mutating func object(
    _ key: String, _ template: [FieldTemplate], besides others: [FieldTemplate]? = []
  ) -> FormGroup {
    let node = manifest.node[key]
    let pointer = "\(manifest.node.pointer)/\(key)"
    guard let node, node.kind != .mapping else {
      return filled(
        FormGroup(pointer: others == nil ? Self.notOnForm(pointer) : pointer, line: line(node)), template, node,
        besides: others)
    }
    // It is no object, so the form is empty; what stands there is shown on the first tab that it belongs to.
    if others == nil { return filled(FormGroup(pointer: Self.notOnForm(pointer)), template, nil, besides: nil) }
    var group = FormGroup(pointer: Self.notOnForm(pointer), line: line(node))
    group.parts = [.field(value(of: node, label: key, key: key))]
    return filled(group, template, nil, besides: nil)
  }

  /// A group with a heading for an object below the root.
  private mutating func group(
    _ title: String, label: String? = nil, _ template: [FieldTemplate], _ node: Node
  ) -> FormGroup {
    let group = FormGroup(title: title, label: label, pointer: node.pointer, line: line(node))
    guard node.kind == .mapping else {
      var group = group
      group.pointer = Self.notOnForm(node.pointer)
      group.parts = [.field(value(of: node, label: title, key: node.key?.text ?? ""))]
      return group
    }
    return filled(group, template, node, besides: [])
  }

  /// A group with a group for each item of a list.
  private mutating func list(_ title: String, item: String, _ template: [FieldTemplate], _ node: Node) -> FormGroup {
    guard node.kind == .sequence else { return group(title, template, node) }
    var list = FormGroup(title: title, pointer: node.pointer, line: line(node))
    let items = Array(node.items)
    if node.key?.hasContent("blocks") == true {
      list.counter = FormCounter(used: items.count, limit: Limits.onboardingBlocks, unit: "blocks")
    }
    let drawn = items.prefix(remainingGroups)
    remainingGroups -= drawn.count
    for (index, child) in drawn.enumerated() {
      let shown = (child.text("name") ?? child.text("title")).flatMap { values.heading(of: $0.node) }
      let label = shown == nil ? "\(item) without a name" : item
      list.parts.append(.group(group(shown ?? "\(index + 1)", label: label, template, child)))
    }
    if drawn.count < items.count {
      list.remark = "\(items.count - drawn.count) more are not drawn here; the source below has them."
    }
    return list
  }

  /// A group with the fields of a template, and with the keys of the object that are not among them.
  private mutating func filled(
    _ group: FormGroup, _ template: [FieldTemplate], _ node: Node?, besides others: [FieldTemplate]?
  ) -> FormGroup {
    var group = group
    let parent = node?.pointer ?? group.pointer
    for template in template {
      let value = node?[template.key]
      if value == nil, template.isConditional { continue }
      switch (template.control, value?.kind) {
      case (.group(let fields), .mapping?):
        if let value { group.parts.append(.group(self.group(template.label, fields, value))) }
      case (.groups(let item, let fields), .sequence?):
        if let value { group.parts.append(.group(list(template.label, item: item, fields, value))) }
      default: group.parts.append(.field(field(template, value, in: parent)))
      }
    }
    guard let others, let node else { return group }
    let known = (template + others).map(\.key)
    let extra = node.entries.filter { entry in !entry.isRepeated && !known.contains { entry.key.hasContent($0) } }
    append(extra, to: &group)
    return group
  }

  // MARK: Fields

  private func field(_ template: FieldTemplate, _ node: Node?, in parent: String) -> FormField {
    var field = FormField(
      label: template.label, key: template.key, pointer: parent + "/" + JSONPointer.escaping(template.key),
      line: line(node), isRequired: template.isRequired, value: .absent(template.whenAbsent))
    guard let node else { return field }
    switch template.control {
    case .list, .scopes:
      let isScope = if case .scopes = template.control { true } else { false }
      field.value = values.list(node) { isScope ? Scope(rawValue: $0)?.label : nil }
    default: field.value = values.value(of: node)
    }
    field.counter = counter(node, template.key)
    return field
  }

  /// Adds fields for keys that the form does not have.
  private func append(_ entries: [Entry], to group: inout FormGroup) {
    group.parts += entries.prefix(Self.mostExtraFields).map { .field(extraField($0)) }
    let more = entries.count - Self.mostExtraFields
    if more > 0 { group.remark = "\(more) more keys are not drawn here; the source below has them." }
  }

  /// A field for a key that the form does not have.
  private func extraField(_ entry: Entry) -> FormField {
    let key = values.text(of: entry.key)
    var field = value(of: entry.value, label: key, key: key)
    field.isOnForm = false
    return field
  }

  private func value(of node: Node, label: String, key: String) -> FormField {
    FormField(label: label, key: key, pointer: node.pointer, line: line(node), value: values.value(of: node))
  }

  private func counter(_ node: Node, _ key: String) -> FormCounter? {
    if let limit = limits[node], let text = node.string {
      let length = UTF16Length(text, variables)
      return FormCounter(used: length.codeUnits, limit: limit, unit: "characters", isLowerBound: length.isLowerBound)
    }
    if key == "images", node.kind == .sequence {
      return FormCounter(used: node.count, limit: Limits.listingImages, unit: "images")
    }
    return nil
  }

  private func line(_ node: Node?) -> Int? {
    node.map { values.line(of: $0) }
  }
}
