import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct AmbiguousScalarTests {
  @Test func `flags text that YAML 1.1 reads otherwise, and quotes it`() {
    expectLint(
      AmbiguousScalar(),
      in: """
        manifest: 1
        app:
          name: 1️⃣On1️⃣
        extensions:
          linkActions:
            - name: 2️⃣12:30:452️⃣
              description: "no"

        """,
      [
        "1️⃣": "'On' is a boolean to readers of YAML 1.1",
        "2️⃣": "'12:30:45' is a number in base 60 to readers of YAML 1.1",
      ],
      fixed: """
        manifest: 1
        app:
          name: "On"
        extensions:
          linkActions:
            - name: "12:30:45"
              description: "no"

        """)
  }

  @Test func `leaves keys, own keys and JSON alone`() {
    expectLint(AmbiguousScalar(), in: "manifest: 1\nx-active: yes\nx-map: { on: [off] }\n")
    expectLint(AmbiguousScalar(), in: #"{ "manifest": 1, "app": { "name": "yes" } }"#, named: "x.json")
  }

  @Test func `says nothing where the value is refused anyway`() {
    expectLint(AmbiguousScalar(), in: "manifest: 1\napp: { type: no }\n")
  }

  @Test func `reports each use of an alias, and edits the anchor only where all its uses are wrong`() {
    expectLint(
      AmbiguousScalar(), in: "manifest: 1\nx-n: &n no\napp: { name: 1️⃣*n1️⃣ }\n",
      ["1️⃣": "'no' is a boolean to readers of YAML 1.1"], fixed: "manifest: 1\nx-n: &n no\napp: { name: *n }\n")
    expectLint(
      AmbiguousScalar(),
      in: "manifest: 1\napp: { name: &n 1️⃣Off1️⃣ }\nextensions: { floatingWindow: { name: 2️⃣*n2️⃣ } }\n",
      [
        "1️⃣": "'Off' is a boolean to readers of YAML 1.1", "2️⃣": "'Off' is a boolean to readers of YAML 1.1",
      ])
  }
}
