import ManifestLint
import ManifestTestSupport
import Testing

@testable import ManifestRules

@Suite struct PlaintextSecretTests {
  @Test func `flags literals, defaults and text beside a variable, and never shows them`() {
    let marked = """
      oauth:
        clientSecret: 1️⃣s3cr3tvalue1️⃣
      extensions:
        linkActions:
          - jwtSecret: 2️⃣${SECRET:-s3cr3tvalue}2️⃣
        jsonPanels:
          - httpAuth: { username: a, password: 3️⃣"x${SECRET}"3️⃣ }

      """
    expectLint(
      PlaintextSecret(), in: marked,
      [
        "1️⃣": "'clientSecret' holds a secret as plain text",
        "2️⃣": "the variable in 'jwtSecret' has a default, which is a secret as plain text",
        "3️⃣": "'password' holds text beside a variable; a secret must be exactly one variable",
      ],
      unsafelyFixed: """
        oauth:
          clientSecret: ${CLIENT_SECRET}
        extensions:
          linkActions:
            - jwtSecret: ${LINK_ACTIONS_1_JWT_SECRET}
          jsonPanels:
            - httpAuth: { username: a, password: "${JSON_PANELS_1_HTTP_AUTH_PASSWORD}" }

        """)
    let source = SourceText(path: "x.yaml", text: MarkedText(marked).text)
    let result = Linter(RuleSet([PlaintextSecret()]), schemas: [:]).lint(source)
    #expect(!"\(result.diagnostics)".contains("s3cr3t"))
    #expect(!result.text.string(source.range).contains("s3cr3t"))
  }

  @Test(arguments: ["${client-secret}", "${{ secrets.X }}"])
  func `says what is wrong with the name of a variable`(value: String) {
    expectLint(
      PlaintextSecret(), in: "oauth:\n  clientSecret: 1️⃣\(value)1️⃣\n",
      ["1️⃣": "what 'clientSecret' holds is no variable: a name has letters, digits and '_' only"])
  }

  @Test(arguments: ["${SECRET}", "\"\"", "\" \"", "${SECRET:-}", "[not, text]"])
  func `lets one variable and no secret pass`(value: String) {
    expectLint(PlaintextSecret(), in: "oauth:\n  clientSecret: \(value)\n")
  }
}
