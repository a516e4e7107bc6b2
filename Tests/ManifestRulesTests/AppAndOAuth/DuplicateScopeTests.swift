import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct DuplicateScopeTests {
  @Test func `flags every one after the first`() {
    expectLint(
      DuplicateScope(),
      in: """
        oauth:
          scopes:
            - base
            - deals:read
            - 1️⃣base1️⃣
            - "2️⃣deals:read2️⃣"   # for the panel
            - Base

        """.replacing("\"2️⃣deals:read2️⃣\"", with: "2️⃣\"deals:read\"2️⃣"),
      ["1️⃣": "access scope 'base' is already listed", "2️⃣": "access scope 'deals:read' is already listed"],
      fixed: """
        oauth:
          scopes:
            - base
            - deals:read
            - "deals:read"   # for the panel
            - Base

        """)
  }

  @Test(arguments: ["[]", "[base]", "['', '']", "[1, 1]", "[null, null]", "base", "{ a: b }"])
  func `says nothing where nothing is repeated, or something else is wrong`(scopes: String) {
    expectLint(DuplicateScope(), in: "oauth: { scopes: \(scopes) }\n")
  }

  @Test func `a repeated alias is removed where it stands`() {
    expectLint(
      DuplicateScope(), in: "x-scope: &deals deals:read\noauth: { scopes: [*deals, base, 1️⃣base1️⃣] }\n",
      ["1️⃣": "access scope 'base' is already listed"],
      fixed: "x-scope: &deals deals:read\noauth: { scopes: [*deals, base] }\n")
    expectLint(
      DuplicateScope(), in: "x-scope: &deals deals:read\noauth: { scopes: [base, *deals, 1️⃣base1️⃣] }\n",
      ["1️⃣": "access scope 'base' is already listed"],
      fixed: "x-scope: &deals deals:read\noauth: { scopes: [base, *deals] }\n")
  }
}
