import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

/// The tables in code and the schemas in `Schemas/` say the same.
@Suite struct SchemaTableTests {
  private static func definition(_ kind: DocumentKind, _ name: String) throws -> Node {
    try #require(TestSchemas.all[kind]?.root["$defs"]?[name])
  }

  private static func texts(_ list: Node?) -> [String] { list.map { $0.items.map(\.text) } ?? [] }

  @Test func `types of fields`() throws {
    let known = try Self.definition(.jsonPanel, "knownFieldType")
    #expect(
      Self.texts(known["enum"]) == JSONPanel.FieldType.allCases.map { ComponentReference.prefix + $0.rawValue })
  }

  @Test func `kinds of components`() throws {
    for (role, name) in [(JSONModal.Role.block, "knownBlock"), (.action, "knownAction")] {
      let known = try Self.definition(.jsonModal, name)
      #expect(
        Self.texts(known["enum"]) == JSONModal.ComponentKind.allCases.filter { $0.role == role }.map(\.reference))
    }
  }

  @Test(arguments: [
    (JSONModal.ComponentKind.text, "textOptions"), (.input, "inputOptions"), (.select, "selectOptions"),
    (.datepicker, "datepickerOptions"), (.radioGroup, "radioGroupOptions"), (.checkboxGroup, "checkboxGroupOptions"),
    (.separator, "separatorOptions"), (.textarea, "textareaOptions"), (.primaryAction, "primaryOptions"),
    (.secondaryAction, "secondaryOptions"),
  ])
  func `options of components`(kind: JSONModal.ComponentKind, name: String) throws {
    let options = try Self.definition(.jsonModal, name)
    var known = Set(options["properties"].map { $0.entries.map(\.key.text) } ?? [])
    if kind.refusesFetchOnChange { known.remove("fetchOnChange") }
    #expect(known == Set(kind.options.map(\.name)))
    #expect(Set(Self.texts(options["required"])) == Set(kind.options.filter(\.isRequired).map(\.name)))
  }

  @Test func `handlers`() throws {
    #expect(
      Self.texts(try Self.definition(.jsonModal, "knownPrimaryHandler")["enum"])
        == JSONModal.ComponentKind.primaryAction.handlers)
    #expect(
      Self.texts(try Self.definition(.jsonModal, "knownSecondaryHandler")["enum"])
        == JSONModal.ComponentKind.secondaryAction.handlers)
  }

  @Test(arguments: ExtensionManifest.Kind.allCases)
  func `endpoints and versions`(kind: ExtensionManifest.Kind) throws {
    let root = try #require(TestSchemas.all[kind.documentKind]?.root)
    let endpoints = try #require(root["properties"]?["endpoints"])
    #expect(endpoints["properties"].map { $0.entries.map(\.key.text) } == kind.endpoints.map(\.name))
    #expect(Self.texts(endpoints["required"]) == kind.endpoints.filter(\.isRequired).map(\.name))
    #expect(root["properties"]?["version"]?["else"]?["const"]?.text == kind.version)
  }

  @Test func `limits`() throws {
    let object = try Self.definition(.jsonPanel, "object")
    // Beside the fields, a header and an id.
    #expect(object["properties"]?["properties"]?["maxProperties"]?.text == "\(Limits.panelFields + 2)")
    let parts = try #require(TestSchemas.all[.jsonModal]?.root["properties"]?["properties"]?["properties"])
    #expect(
      parts["blocks"]?["properties"]?["properties"]?["maxProperties"]?.text == "\(Limits.modalBlocks)")
    #expect(
      parts["actions"]?["properties"]?["properties"]?["maxProperties"]?.text == "\(Limits.modalActions)")
  }
}
