import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct DuplicateLocationTests {
  @Test func `takes the repeat out of a flow list`() {
    expectLint(
      DuplicateLocation(), in: "extensions:\n  linkActions: [{ locations: [deal-details, 1️⃣deal-details1️⃣] }]\n",
      ["1️⃣": "'deal-details' is already listed"],
      fixed: "extensions:\n  linkActions: [{ locations: [deal-details] }]\n")
  }

  @Test func `takes its line out of a block list, but no comment unseen`() {
    let marked = """
      extensions:
        customModals:
          - entryPoints:
              - deals-list
              - 1️⃣deals-list1️⃣
              - 2️⃣deals-list2️⃣ # really
              - people-list

      """
    expectLint(
      DuplicateLocation(), in: marked,
      ["1️⃣": "'deals-list' is already listed", "2️⃣": "'deals-list' is already listed"],
      fixed: """
        extensions:
          customModals:
            - entryPoints:
                - deals-list
                - deals-list # really
                - people-list

        """)
  }

  @Test func `looks at the entry points of a floating window`() {
    expectLint(
      DuplicateLocation(), in: "extensions: { floatingWindow: { entryPoints: [top-bar, 1️⃣top-bar1️⃣] } }",
      ["1️⃣": "'top-bar' is already listed"])
  }
}
