import ManifestModel
import ManifestSchemas
import ManifestSyntax
import ManifestText
import Testing

@testable import ManifestFormReport

/// The form has the fields of the schema, with its titles, no more and no less.
@Suite struct RegistrationFormTests {
  private static let definitions: Node? = {
    let source = SourceText(path: "app-manifest.schema.json", bytes: Array(BundledSchema.appManifest.bytes))
    return JSONParser.parse(source).documents[0].root["$defs"]
  }()

  private static let forms: [(definition: String, fields: [FieldTemplate])] =
    [
      ("app", RegistrationForm.app), ("oauth", RegistrationForm.oauth),
      ("httpAuth", RegistrationForm.httpAuthentication), ("mainActions", RegistrationForm.mainActions),
      ("panelAction", RegistrationForm.panelAction), ("settingsPage", RegistrationForm.settingsPage),
      ("listing", RegistrationForm.general + RegistrationForm.setup + RegistrationForm.support),
      ("onboarding", RegistrationForm.onboarding), ("onboardingBlock", RegistrationForm.onboardingBlock),
      ("onboardingVideo", RegistrationForm.onboardingVideo), ("review", RegistrationForm.review),
    ] + zip(definitionNames, ExtensionKind.allCases).map { ($0, RegistrationForm.fields(of: $1)) }

  private static let definitionNames = [
    "linkAction", "jsonModal", "jsonPanel", "customModal", "customPanel", "floatingWindow",
  ]

  @Test(arguments: forms.indices)
  func `fields are those of the schema`(index: Int) throws {
    let (name, fields) = Self.forms[index]
    let definitions = try #require(Self.definitions)
    let definition = try #require(definitions[name])
    let properties = try #require(definition["properties"])
    #expect(Set(fields.map(\.key)) == Set(properties.entries.map(\.key.text)))
    let required = definition["required"].map { $0.items.map(\.text) } ?? []
    #expect(Set(fields.filter(\.isRequired).map(\.key)) == Set(required))
    for field in fields {
      let property = try #require(properties[field.key])
      let reference = property["$ref"]?.string?.split(separator: "/").last.map(String.init)
      let title = property["title"] ?? reference.flatMap { definitions[$0]?["title"] }
      #expect(field.label == title?.text, "\(name).\(field.key)")
    }
  }
}
