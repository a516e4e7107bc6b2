import Foundation
import ManifestModel
import ManifestSchemas
import Testing

/// The schemas and the code hold the same facts about Pipedrive.
@Suite struct LimitTests {
  private static func value(_ schema: BundledSchema, _ path: String...) throws -> Any {
    var value: Any = try JSONSerialization.jsonObject(with: Data(schema.bytes))
    for key in path {
      let object = try #require(value as? [String: Any], "\(path.joined(separator: "/"))")
      value = try #require(object[key], "there is no \(key) in \(path.joined(separator: "/"))")
    }
    return value
  }

  @Test(arguments: [
    ("extensionName", Limits.nameLength), ("extensionDescriptionLimit", Limits.descriptionLength),
    ("listingSummary", Limits.summaryLength), ("listingTextLimit", Limits.listingTextLength),
    ("reviewUseCase", Limits.useCaseLength), ("onboardingBlockTitle", Limits.blockTitleLength),
    ("onboardingBlockDescription", Limits.blockDescriptionLength), ("onboardingVideoTitle", Limits.videoTitleLength),
    ("onboardingVideoDescription", Limits.videoDescriptionLength),
  ])
  func `a text is as long as the code says`(definition: String, limit: Int) throws {
    #expect(try Self.value(.appManifest, "$defs", definition, "else", "maxLength") as? Int == limit)
  }

  @Test(arguments: [
    ("listing", "images", Limits.listingImages), ("onboarding", "blocks", Limits.onboardingBlocks),
  ])
  func `a list is as long as the code says`(object: String, key: String, limit: Int) throws {
    #expect(try Self.value(.appManifest, "$defs", object, "properties", key, "maxItems") as? Int == limit)
  }

  /// A new limit in the schema must find its way into the code.
  @Test func `no other limit stands in the schema`() throws {
    var found: [Int] = []
    var rest: [Any] = [try JSONSerialization.jsonObject(with: Data(BundledSchema.appManifest.bytes))]
    while let value = rest.popLast() {
      if let list = value as? [Any] { rest += list }
      guard let object = value as? [String: Any] else { continue }
      rest += object.values
      found += ["maxLength", "maxItems"].compactMap { object[$0] as? Int }.filter { $0 > 0 }
    }
    #expect(found.sorted() == [4, 5, 30, 70, 80, 120, 150, 150, 200, 350, 1500])
  }

  @Test func `the access scopes are those of the code, in the same order`() throws {
    let scopes = try Self.value(.appManifest, "$defs", "knownScope", "enum") as? [String]
    #expect(scopes == Scope.allCases.map(\.rawValue))
  }

  @Test func `a description of a scope begins with its name in Developer Hub`() throws {
    let phrases = try #require(try Self.value(.appManifest, "$defs", "knownScope", "enumDescriptions") as? [String])
    // No page shows how Developer Hub calls this one.
    for (scope, phrase) in zip(Scope.allCases, phrases) where scope != .projectFieldsFull {
      #expect(phrase.hasPrefix(scope.label))
    }
  }

  @Test func `the views are those of the code`() throws {
    let views = try Self.value(.appManifest, "$defs", "knownView", "enum") as? [String]
    #expect(views == View.allCases.map(\.rawValue))
    let detailViews = try Self.value(.appManifest, "$defs", "knownDetailView", "enum") as? [String]
    #expect(detailViews == View.allCases.filter(\.isDetailView).map(\.rawValue))
  }

  @Test func `targets of panel actions are those of the code`() throws {
    let targets = try Self.value(.appManifest, "$defs", "knownPanelActionTarget", "enum") as? [String]
    #expect(targets == PanelAction.Target.allCases.map(\.rawValue))
  }
}
