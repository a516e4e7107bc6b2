import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct RedundantScopeTests {
  @Test func `flags what a greater scope holds`() {
    expectLint(
      RedundantScope(),
      in: "oauth: { scopes: [1️⃣deals:read1️⃣, deals:full, users:read, 2️⃣webhooks:full2️⃣, admin, mail:read] }\n",
      [
        "1️⃣": "access scope 'deals:read' gives nothing beside 'deals:full'",
        "2️⃣": "access scope 'webhooks:full' gives nothing beside 'admin'",
      ],
      fixed: "oauth: { scopes: [deals:full, users:read, webhooks:full, admin, mail:read] }\n",
      unsafelyFixed: "oauth: { scopes: [deals:full, users:read, admin, mail:read] }\n")
  }

  @Test func `names the nearest holder, and speaks of a repeated scope once`() {
    expectLint(
      RedundantScope(),
      in: "oauth: { scopes: [admin, webhooks:full, 1️⃣webhooks:read1️⃣, webhooks:read] }\n".replacing(
        "webhooks:full", with: "2️⃣webhooks:full2️⃣"),
      [
        "1️⃣": "access scope 'webhooks:read' gives nothing beside 'webhooks:full'",
        "2️⃣": "access scope 'webhooks:full' gives nothing beside 'admin'",
      ])
  }

  @Test(arguments: [
    "[deals:read, leads:full]", "[admin, deals:full, search:read]", "[products:full, product-fields:full]",
  ])
  func `lets scopes pass that each give something`(scopes: String) {
    expectLint(RedundantScope(), in: "oauth: { scopes: \(scopes) }\n")
  }
}
