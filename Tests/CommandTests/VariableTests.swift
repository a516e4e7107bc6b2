import Foundation
import Testing

@Suite struct VariableTests {
  private static let manifest = """
    manifest: 1
    app: { name: "${NAME}", type: private, callbackUrl: "${URL:-https://www.carservicesapp.com/c}" }
    oauth: { scopes: [base], clientSecret: "${SECRET}" }
    extensions:
      linkActions:
        - { name: "${ACTION}", url: "https://${HOST}/q", locations: [deal-details] }

    """

  private func lint(_ options: String, environment: [String: String] = [:]) throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write("a.pipedrive.yaml", Self.manifest)
    try folder.write(
      "one.env",
      """
      # values
      export ACTION="Send \\"it\\""   # a comment

      URL=http://www.carservicesapp.com/c # another
      """)
    try folder.write("two.env", "URL='/relative'\n")
    try folder.write("bad.env", "URL=x\nno assignment of hunter2\n")
    return try CommandRun(
      shell: "\"$0\" --format concise -q \(options) a.pipedrive.yaml", in: folder.url, environment: environment)
  }

  @Test func `without values nothing is guessed, and defaults count`() throws {
    let run = try lint("")
    #expect(run.output == "" && run.status == 0)
    // Never silently from the environment, so that a run gives the same result everywhere.
    #expect(try lint("", environment: ["URL": "http://a.de", "ACTION": "x"]).output == "")
  }

  @Test func `a later file wins over an earlier one, an option over both, the process comes last`() throws {
    #expect(try lint("--env-file one.env").output.contains("[https-url]"))
    #expect(try lint("--env-file one.env --env-file two.env").output.contains("[url-absolute]"))
    #expect(try lint("--env-file two.env --env URL=https://a.b/c").output == "")
    #expect(try lint("--env-from-process", environment: ["URL": "http://www.a.com"]).output.contains("[https-url]"))
    #expect(
      try lint("--env-from-process --env URL=https://www.a.com", environment: ["URL": "http://www.a.com"]).output == "")
  }

  @Test func `a value is judged like one that stands in the manifest`() throws {
    let long = String(repeating: "long ", count: 8)
    #expect(try lint("--env 'ACTION=\(long)'").output.contains("name has 40 characters"))
    #expect(try lint("--env 'HOST=a b'").output.contains("[url-absolute]"))
  }

  @Test(arguments: ["--env NAME", "--env 1A=x", "--env-file missing.env", "--env-file bad.env"])
  func `what is no assignment is wrong usage, and no value is printed`(options: String) throws {
    let run = try lint(options)
    #expect(run.status == 2)
    #expect(!run.trouble.contains("hunter2"))
  }

  @Test(arguments: [
    ("--env hunter2", "the value of '--env' has no '='; write NAME=VALUE"),
    (
      "--env CLIENT-SECRET=hunter2",
      "'CLIENT-SECRET' is no name of a variable for '--env'; write letters, digits and '_', no digit first"
    ),
    (
      "'--env=A B=hunter2'", "'A B' is no name of a variable for '--env'; write letters, digits and '_', no digit first"
    ),
  ])
  func `a wrong assignment is told without its value`(options: String, message: String) throws {
    let run = try lint(options)
    #expect(run.status == 2)
    #expect(run.trouble.contains(message), "\(run.trouble)")
    #expect(!run.trouble.contains("hunter2"))
    let folder = try TemporaryFolder()
    let stats = try CommandRun(shell: "\"$0\" stats \(options) a.yaml", in: folder.url)
    #expect(stats.trouble.contains(message) && !stats.trouble.contains("hunter2"))
  }

  @Test func `a value given for a secret is not shown`() throws {
    let run = try lint("--env SECRET=hunter2hunter2 --env ACTION=hunter2hunter2hunter2hunter2hunter2")
    #expect(!(run.output + run.trouble).contains("hunter2hunter2"))
  }
}
