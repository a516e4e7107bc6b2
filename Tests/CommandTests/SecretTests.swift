import Foundation
import Testing

/// No command prints a secret, whatever is wrong with the text that it stands in.
@Suite struct SecretTests {
  private static let texts = [
    ("a.yaml", "manifest: 1\noauth: { clientSecret: hunter2zz }\n"),
    ("a.yaml", "manifest: 1\noauth: { clientSecret: 987654321 }\n"),
    ("a.yaml", "clientSecret: [987654321, {a: 987654321}]\n"),
    ("a.yaml", "manifest: 1\napp: {name: &a hunter2zz}\noauth: {clientSecret: *a}\n"),
    ("a.yaml", "'https://u:hunter2zz@a.com': 'https://u:hunter2zz@a.com/'\n"),
    ("a.yaml", "manifest: 1\noauth: {clientSecret: hunter2zz}\napp: {type: hunter2zz}\n"),
    ("a.yaml", "manifest: 1\nsettingsPage: {url: //u:hunter2zz@a.com}\n"),
    ("a.yaml", "clientSecret: 987654321\nclientSecret: 987654321\n"),
    ("a.yaml", "clientSecret: .inf\nhunter2zz: clientSecret\npassword: hunter2zz\n"),
    ("a.yaml", "oauth:\n  clientSecret: hunter2zz\n  scopes: [\n"),
    ("a.yaml", "x: {jwtSecret: ${B}, password: hunter2zz}\n"),
    ("a.yaml", "clientSecret: \"a\n\n  hunter2zz\nname: b\n"),
    ("a.yaml", "b: https://u:hunter2zz@a.com: {\n"),
    (
      "a.yaml",
      """
      manifest: 1
      app: {name: A, callbackUrl: "https://us3r:hunter2zz@a.com/x"}
      oauth: {installationUrl: "https://oauth.pipedrive.com/oauth/authorize?redirect_uri=https%3A%2F%2Fb.com"}

      """
    ),
    ("a.yaml", "manifest: 1\nextensions:\n  jsonPanels: [{httpAuth: 'user:hunter2zz'}, {httpAuth: [u, hunter2zz]}]\n"),
    ("a.yaml", "manifest: 1\napp: {name: 'go https://u:hunter2zz@a.com/'}\n"),
    ("a.yaml", "manifest: 1\napp: {name: A}\nx-a: &a hunter2zz\noauth: {clientSecret: *a}\nlisting: {summary: *a}\n"),
    ("a.yaml", "manifest: 1\napp:\n  callbackUrl: >-\n    https://u:\n    hunter2zz@a.com/\n"),
    ("a.yaml", "manifest: 1\noauth: {apiKey: sk_hunter2zz, pwd: hunter2zz, jwtSecretKey: hunter2zz}\n"),
    (
      "a.yaml",
      "manifest: 1\napp: {name: A, callbackUrl: 'http://localhost/?client_secret=hunter2zz&token=987654321'}\n"
    ),
    ("a.yaml", "manifest: 1\napp: {callbackUrl: 'https://u:hunter2zz/ss@a.com'}\n"),
    ("a.yaml", "manifest: 1\nfoo: 1 # jwtSecret: hunter2zz\n"),
    ("a.yaml", "manifest: 1\nextensions: {jsonPanels: [{httpAuth: {username: a, password:hunter2zz}}]}\n"),
    ("a.yaml", "manifest: 1\noauth: {scopes: [base], clientSecret:\"hunter2zz\"}\n"),
    ("a.yaml", "manifest: 1\noauth: {scopes: [base], clientSecret=hunter2zz}\n"),
    ("a.yaml", "manifest: 1\noauth: {scopes: [base], clientSecret: ab,hunter2zz}\n"),
    ("a.yaml", "manifest: 1\noauth: {scopes: [base, \"clientSecret: hunter2zz\"]}\n"),
    ("a.yaml", "manifest: 1\noauth: clientSecret=hunter2zz\n"),
    ("a.yaml", "manifest: 1\noauth:\n  - clientSecret:hunter2zz\n"),
    ("a.yaml", "manifest: 1\noauth: {\"clientSecret\", \"hunter2zz\"}\n"),
    ("a.yaml", "manifest: 1\napp: {callbackUrl: 'https://a:hunter2zz%40a.com/x'}\n"),
    ("a.yaml", "manifest: 1\noauth:\n  installationUrl: https://a.com/y\n    clientSecret:hunter2zz\n"),
    ("a.yaml", "manifest: 1\noauth:\n  clientSecret: !hunter2zz\n"),
    ("a.yaml", "manifest: 1\noauth:\n  clientSecret: &hunter2zz x\n"),
    ("a.yaml", "manifest: 1\noauth:\n  clientSecret: #hunter2zz\n"),
    ("a.yaml", "manifest: 1\noauth:\n  clientSecret: ab #hunter2zz\n"),
    ("a.yaml", "manifest: 1\noauth:\n  apiKey: [hunter2zz]\n  api_key: {x: hunter2zz}\n"),
    ("a.yaml", "manifest: 1\noauth:\n  clientSecret: ${S}\n  # clientSecret: hunter2zz\nx: [\n"),
    ("a.json", "{\"oauth\": {\"clientSecret\": `hunter2zz`}}"),
    ("a.json", #"{"app": {"callbackUrl": "https://a.com/?token\u003dhunter2zz"}}"#),
    ("a.json", #"{"oauth":{"clientSecret":hunter2zz}}"#),
    ("a.json", "{\"oauth\":{\"clientSecret\":\nhunter2zz}}"),
    ("a.json", #"{"clientSecret" "hunter2zz"}"#),
    ("a.json", #"{"a":"https://u:hunter2zz@a.com",}"#),
  ]

  @Test(arguments: texts)
  func `no secret is in any output`(name: String, text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(name, text)
    try folder.write("schema.json", #"{"additionalProperties": {"const": 1}}"#)
    let reports = ReportFileTests.formats.map { "--report \($0)=report.\($0)" }.joined(separator: " ")
    let commands = [
      "--verbose \(reports) \(name); cat report.*", "render \(name)", "stats \(name)",
      "stats --format json \(name)", "validate --schema schema.json --verbose \(name)",
    ]
    for command in commands {
      let line = "$0 " + command
      let run = try CommandRun(shell: line, in: folder.url)
      for secret in ["hunter2zz", "987654321", "us3r"] {
        let shown = (run.output + run.trouble).replacing("hunter2zz: clientSecret", with: "")
        #expect(!shown.contains(secret) || text.contains("\(secret): clientSecret"), "\(line): \(text)")
      }
    }
  }

  @Test(arguments: [
    #"{"properties": {"password": {"const": "hunter2zz"}}}"#,
    #"{"properties": {"password": {"enum": ["hunter2zz"]}}}"#,
    #"{"properties": {"password": {"not": {"const": 5}, "default": "hunter2zz"}}}"#,
    #"{"properties": {"password": {"default": "hunter2zz"}}}"#,
    #"{"properties": {"password": {"examples": [{"a": 987654321}]}}}"#,
    #"{"properties": {"password": {"anyOf": [{"const": "hunter2zz"}, {"const": 987654321}]}}}"#,
    ##"{"properties": {"password": {"$ref": "#/$defs/word"}}, "$defs": {"word": {"enum": ["hunter2zz", "hunter2zy"]}}}"##,
    ##"{"properties": {"password": {"$ref": "#word"}}, "$defs": {"word": {"$anchor": "word", "const": "hunter2zz"}}}"##,
    #"{"patternProperties": {"^pass": {"const": "hunter2zz"}}}"#,
  ])
  func `validate tells no secret of a schema`(schema: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.json", #"{"password": 5}"#)
    try folder.write("schema.json", schema)
    let reports = ReportFileTests.formats.map { "--report \($0)=report.\($0)" }.joined(separator: " ")
    let outputs = ["flag", "basic", "detailed", "list", "hierarchical"].map { "--output \($0) a.json" }
    for arguments in ["--verbose \(reports) a.json; cat report.*"] + outputs {
      let line = "$0 validate --schema schema.json " + arguments
      let run = try CommandRun(shell: line, in: folder.url)
      for secret in ["hunter2z", "987654321"] {
        #expect(!(run.output + run.trouble).contains(secret), "\(line): \(schema)")
      }
      if arguments.hasPrefix("--output") {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
      }
    }
  }

  @Test func `what renders is all there but the secrets`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.yaml", "a: 1\nb: x@y.com\nclientSecret: {c: 987654321, d: ~}\npassword: ${P}\n")
    #expect(
      try CommandRun("render", "a.yaml", in: folder.url).output == """
        {
          "a": 1,
          "b": "x@y.com",
          "clientSecret": {
            "•••": "•••",
            "•••": null
          },
          "password": "${P}"
        }

        """)
  }
}
