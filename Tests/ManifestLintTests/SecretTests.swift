@testable import ManifestLint
import ManifestTestSupport
import ManifestText
import Testing

/// Quotes every scalar and every syntax error in all the words that a diagnostic has.
private struct Chatterbox: RuleForBrokenDocuments {
  static let metadata = RuleMetadata(
    id: "chatterbox", section: .everyDocument, severity: .warning, origin: .advice, summary: "Talks.",
    rationale: "Talks.", remedy: "Talks.", source: nil, examples: [])

  func check(_ context: LintContext) -> [Finding] {
    let errors = context.syntaxErrors.map { error in
      Finding(
        .init(stringLiteral: error.message), marking: .text(error.range), help: error.help,
        notes: error.notes.map { Finding.Note($0.message, at: .text($0.range)) }, fixIt: error.fixIt)
    }
    let scalars = context.root.subtree.filter(\.isScalar).map { node in
      Finding(
        "'\(node.text)' is said", at: node, label: "not '\(node.text)'", help: "remove '\(node.text)'",
        notes: [Finding.Note("'\(node.text)'", at: node)],
        fixIt: FixIt("write '\(node.text)'", safety: .safe, edits: [node.edit(replacingTextWith: node.text + "!")]))
    }
    return errors + scalars
  }
}

@Suite struct SecretTests {
  private func lint(_ text: String, named path: String = "x.yaml", variables: Variables = Variables()) -> LintResult {
    Linter(RuleSet([Chatterbox.self]), schemas: [:])
      .lint(SourceText(path: path, text: text), Linter.Options(variables: variables))
  }

  private func shown(_ result: LintResult) -> String {
    result.text.string(result.text.lines.source.range)
  }

  /// Everything that a report could print.
  private func everything(_ result: LintResult) -> String {
    var words = [shown(result)]
    for diagnostic in result.diagnostics {
      words.append(diagnostic.message)
      words += [diagnostic.label, diagnostic.help, diagnostic.pointer, diagnostic.fixIt?.message].compactMap(\.self)
      words += diagnostic.notes.map(\.message)
      words += diagnostic.fixIt?.edits.map(\.replacement) ?? []
    }
    return words.joined(separator: "\n")
  }

  @Test(arguments: [
    "clientSecret: hunter", "jwtSecert: hunter", "x: { password: hunter }", "jwtSecret: ${A:-hunter}",
    "jwtSecret: [hunter]", "jwtSecret: {a: {b: hunter}}", "url: https://hunter@a.de/",
    "url: 'https://u:hunter@a.de/'", "clientSecret: >\n  hunter\n", "clientSecret: \"hu\\x6eter\"",
    "a: &s hunter\njwtSecret: *s", "a: &s [hunter]\njwtSecret: *s\nb: *s", "clientSecret: hunter\ntype: hunter",
    "clientSecret: hunter2zz # not hunter2zz", "clientSecret: hunter2zz\nurl: https://a.de/?key=hunter2zz",
    "clientSecret: a${B}hunter", "hunter: clientSecret\nclientSecret: 'hunter'\nb: {c: 'hunter'}",
    "url: //u:hunter@a.com", "url: u:hunter@a.com", "url: https:u:hunter@a.com", "url: https:/u:hunter@a.com",
    "url: https:\\\\u:hunter@a.com", "url: https://u:hun/hunter@a.com", "url: https://u:b hunter@a.com",
    "url: see https://a.de and https://u:hunter@a.de", "'https://u:hunter@a.com': 1", "url: u:hu\"nter@a.com",
    "x: &b {clientSecret: hunter}\ny: {<<: *b}", "password: {password: {password: hunter}}",
    "httpAuth: 'user:hunter'", "httpAuth: [user, hunter]", "httpAuth: {user: a, pass: hunter}",
    "apiKey: hunter", "accessToken: hunter2zz", "pwd: hunter", "x: {secretKey: hunter}", "jwtSecretKey: hunter",
    "privateKey: |\n  -----BEGIN PRIVATE KEY-----\n  hunter\n", "API_KEY: hunter", "basicAuth: hunter",
  ])
  func `secrets are hidden in a good text`(text: String) {
    expectHidden(text)
  }

  @Test(arguments: [
    "url: https://a.de/?client_secret=hunter", "url: https://a.de/?a=1&token=hunter#x", "url: /x?api_key=hunter",
    "url: https://a.de/#access_token=hunter", "url: ${BASE}?password=hunter&b=2",
    "{url: https://a.de?token=hunter, a: b}", "url: https://a.de/?access%5Ftoken=hunter",
    "url: https://a.de/?token[]=hunter",
    "url: https://a.de/?a%5Btoken%5D=hunter", "url: \"https://a.de/?token='hunter'\"",
    "url: https://a.de/?token={hunter2Z9}",
    "url: https://a.de/?token=<hunter2Z9>", "url: \"https://a.de/?token\\u003dhunter\"",
    "url: \"https://a.de/?\\u0074oken=hunter\"", "url: \"https://a.de/?tok\\\n  en=hunter\"",
    "url: https://me:hunter%40a.de/x", "url: https://hunter%40a.de/x",
    "text: Open https://a.de/?token=hunter2zz, then say 'hunter2zz'", "url: https://a.de/?token=${T:-hunter}",
    "url: https://b.de/?redirect_uri=https%3A%2F%2Fu%3Ahunter%40a.com%2F", "url: \"https://a.de/?token=hunter\"",
    "url: >-\n  https://hunter:\n  hunter@a.com/\n", "url: >-\n  https://me:12\n  hunter@a.com/\n",
    "url: \"https://me:\n  hunter@a.com/\"", "url: |\n  https://me:\n  hunter@a.com/\n",
  ])
  func `secrets are hidden in addresses`(text: String) {
    expectHidden(text)
    expectHidden(text + "\n")
  }

  @Test(arguments: [
    "a: 1 # jwtSecret: hunter", "a: 1\n# clientSecret: 'hunter two'\n", "# jwtSecret=hunter\na: 1",
    "# privateKey: |\n#   -----BEGIN PRIVATE KEY-----\n#   hunter\na: 1", "a: 1 # - {clientSecret: hunter, name: x}",
    "a: 1 # see https://u:hunter@a.com", "a: 1 # jwtSecret: hunter # the old one", "a: 1 # https://a.de/?token=hunter",
    "a:\n  #jwtSecret:\n  #  hunter\n  b: 1", "a: 1 # password: hunter2zz is the old one",
  ])
  func `secrets that were made comments are hidden`(text: String) {
    expectHidden(text)
  }

  @Test(arguments: [
    "x: {username: a, password:hunter}", "x: {password:\"hunter\"}", "x: {a: b, clientSecret=hunter}",
    "x: {clientSecret: ab,hunter}", "x: {clientSecret: ab, hunter, hunter, c: d}", "x: {\"clientSecret\", \"hunter\"}",
    "x: [clientSecret: ab,hunter]", "x: [a, \"clientSecret: hunter\"]", "x: [a, \"clientSecret:hunter two\"]",
    "clientSecret:hunter", "clientSecret=hunter", "x:\n  jwtSecret:hunter\n",
    "x:\n  - jwtSecret: ${A}\n  - jwtSecret=hunter",
    "x: https://a.com/y\n  clientSecret:hunter", "x: abc\n  clientSecret=hunter\n  password:hunter",
    "x: \"pwd:hunter\"",
    "x: |\n  clientSecret: hunter\n  a: b", "x: \"jwtSecret\\u003a hunter\"", "oauth.clientSecret=hunter",
    "x: {jwtSecert:hunter}", "x: {httpAuth:hunter}", "x: {apiKey:hunter}",
  ])
  func `secrets are hidden that are one text with their keys`(text: String) {
    expectHidden(text)
  }

  @Test(arguments: [
    "clientSecret: !hunter", "clientSecret: !hunter2Zz", "clientSecret: !<hunter> x", "clientSecret: &hunter x",
    "clientSecret: &hunter ${A}", "clientSecret: #hunter", "clientSecret: ab #hunter", "clientSecret: ab # hunter",
    "clientSecret: ${S:-ab} # hunter", "x: {clientSecret: !hunter }", "x: {clientSecret: ab #hunter\n}",
    "x: {clientSecret: &hunter ab}", "clientSecret: \"ab\" #hunter", "clientSecret: ${S} #hunter",
    "clientSecret: !!str #hunter", "clientSecret: &a !hunter b", "clientSecret: [a, &hunter b]",
    "clientSecret: !hunter [b]", "httpAuth: {username: a, password: #hunter\n}",
    "httpAuth: {username: a, pw: !hunter b, x: c}",
    "apiKey: &hunter b", "apiKey: b2345678 # hunter", "clientSecret:\n  #hunter2Zz\n", "clientSecret: | #hunter\n  b\n",
  ])
  func `what only looks like a tag, an anchor or a comment is hidden`(text: String) {
    expectHidden(text)
    expectHidden(text + "\n")
    expectHidden("y: 1\r\n" + text + "\r\nz: 1")
  }

  @Test(arguments: [
    "api-key: [hunter]", "apiKey: [[hunter]]", "apiKey: {x: hunter2Zz}", "apiKey: {x: {y: [hunter2Zz]}}",
    "apiKey: {hunter2Zz}", "token: [hunter2Zz]", "apiKey: [{x: hunter2Zz}]", "apiKey: {a: {type: b}, x: hunter2Zz}",
    "httpAuth: {username: a, pw: [hunter]}", "httpAuth: {username: a, pw: {x: [{y: hunter}]}}",
    "httpAuth: {x: {username: a, password: hunter}}", "httpAuth: {username: a, x: {hunter}}",
    "apiKey: {type: b, x: {apiKey: hunter}}", "accessKey: !hunter [b]",
  ])
  func `secrets are hidden in lists and objects`(text: String) {
    expectHidden(text)
  }

  @Test(arguments: [
    "a: [\nx:\n  clientSecret: ${S}\n  # clientSecret: hunter\n",
    "a: [\nclientSecret: ${S} # clientSecret: hunter\nb: c",
    "a: [\nclientSecret: ${S}\n# jwtSecret: ${T}\n# password: \"hunter\"\n",
    "a: [\nclientSecret: \"${S}\" # pwd=hunter2zz",
  ])
  func `secrets in comments are hidden beside variables in a broken text`(text: String) {
    expectHidden(text)
  }

  @Test(arguments: [
    "a: [\nhttpAuth: 'user:hunter'", "a: [\nhttpAuth: [user, hunter]", "a: [\nhttpAuth:\n  - user\n  - hunter\n",
    "a: [\napiKey: hunter", "a: [\nurl: https://a.de/?token=hunter", "a: [\npwd: hunter\n",
    "a: [\nclientSecret: hunter", "a: [\nclientSecret: hunter, 2", "x: [{jwtSecret: ${B}, password: hunter}",
    "x: [{jwtSecret: \"${B}\", password: \"hunter\", jwtSecret: hunter}", "clientSecret hunter\na: [",
    "clientSecret: \"a\n\n  hunter\nname: b\nc: [", "clientSecret: \"a\nhunter: b\"\nc: [",
    "a: [\nclientSecret: |\n  b, c: hunter\n  d: hunter\nname: x", "a: [\nclientSecret:\n  b:\n    c: hunter\n",
    "a: [\nclientSecret:\n- hunter\n- hunter\n", "- - clientSecret: >\n      b\n      hunter: c\n- [",
    "a: [\n? clientSecret\n: hunter", "a: [\nclientSecret: {b: c,\n d: hunter}", "a: {clientSecret: {b: c, d: hunter",
    "a: {clientSecret: {b: it's \"}\", d: hunter", "a: [\nname: &s hunter\nclientSecret: *s",
    "a: [\nclientSecret: ${A}\n  hunter", "a: [\nclientSecret: ${A:-hunter}", "a: [\nclientSecret=hunter",
    "a: [\nCLIENT_SECRET: hunter", "a: [\n'clientSecret': 'hun''hunter'", "a: [\njwtSecert: hunter",
    "\tclientSecret: hunter\n\tname: x", "a: [\r\nclientSecret:\r\n  hunter\r\n", "b: https://u:hunter@a.com: {",
    "a: [\nurl: //u:hunter@a.com", "a: [\nurl: u:hunter@a.com", "a: [\nurl: https:u:hunter@a.com",
    "a: [\nclientSecret: hunter\ntype: hunter", "clientSecret: 'hunter\na: b", "a: @clientSecret: hunter",
  ])
  func `secrets are hidden in broken YAML`(text: String) {
    expectHidden(text)
  }

  @Test(arguments: [
    #"{"oauth":{"clientSecret":hunter2zz}}"#, "{\"oauth\":{\"clientSecret\":\n  hunter2zz}}",
    "{\"oauth\":{\"clientSecret\":\n\"hunter\",,}}", #"{"clientSecret" "hunter"}"#, #"{"clientSecret": "hunter"#,
    #"{"jwtSecret": "hunter", "x""#, #"{"jwtSecret": "${A}", "password": "hunter","#,
    #"{"jwtSecret": "a", "password": hunter, "x": 1, "password": "hunter""#, #"{"clientSecret": 'hunter'}"#,
    #"{"clientSecret": hun'hunter'}"#, #"{"clientSecret": [1, {"a": "b", "c": "hunter""#,
    #"{"clientSecret": "a\"hunter",}"#, #"{"client\u0053ecret": "hunter",}"#, #"{"clientSecret": "hunter\q"}"#,
    "{\"clientSecret\": \"a\nhunter\"}", "{\"clientSecret\": /* x */ \"hunter\"}", #"{"clientSecret": 12hunter}"#,
    #"{"clientSecret": hun,hunter:2,}}"#, #"{"a":"https://u:hunter@a.com",}"#, #"{"a":"u:hunter@a.com",}"#,
    #"{"a":"//u:hunter@a.com",}"#, #"{"clientSecret": ab, "type": "ab" x}"#, #"{clientSecret: hunter}"#,
    "{\"oauth\": {\"clientSecret\": `hunter`}}", "{\"clientSecret\": \u{201C}hunter\u{201D}}",
    #"{"a": "https://a.de/?token\u003dhunter",}"#, #"{"a": "https://a.de/?x=1\u0026token\u003dhunter",}"#,
    #"{"httpAuth": "u:hunter",}"#, #"{"secretKey": hunter}"#, #"{"a": "https://a.de/?x=1\u0026token=hunter",}"#,
    #"{"clientSecret": "hunter" "hunter"}"#, #"["clientSecret", "hunter""#, #"{"clientSecret": +hunter}"#,
    "{\"clientSecret\": hunter2zz-and-a-tail-that-makes-an-excerpt-break-off-hunter}",
  ])
  func `secrets are hidden in broken JSON`(text: String) {
    let result = lint(text, named: "x.json")
    #expect(!everything(result).contains("hunter"), "\(text)")
    #expect(!result.diagnostics.isEmpty)
    // YAML with the same text has other errors, or none.
    expectHidden(text)
  }

  private func expectHidden(_ text: String) {
    let shown = everything(lint(text)).replacing("hunter: clientSecret", with: "")
    for piece in ["hunter", "unter", "hunte", "x6eter", "hu\"nter", "nter@"] {
      #expect(!shown.contains(piece), "\(text)")
    }
  }

  @Test(arguments: [
    "clientSecret: ${HUNTER}", "url: https://a.de/hunter@x", "url: https://a.de:8080/hunter@x", "name: hunter",
    "mail: hunter@acme.com", "mail: mailto:hunter@acme.com", "text: \"mail: hunter@acme.com\"",
    "url: https://${HOST:-localhost}/hunter@x", "url: 'http://[::1]:80/hunter@x'", "password: password",
    "httpAuth: {username: hunter, password: \"${P}\"}", "httpAuth: ${HUNTER}", "token: hunter",
    "apiKey: {type: string, example: Hunter2zz}", "visibleOn: {apiKey: [Hunter2zz]}", "token: [hunter]",
    "dependentRequired: {apiKey: [accountHunter]}", "properties: {apiKey: {a: Hunter2zz}}", "apiKey: {a: hunter}",
    "apiKey: {x: {label: Hunter2zz, type: text}}", "clientSecret: !!str ${HUNTER}",
    "x: {clientSecret: \"${S}\", hunter}",
    "clientSecret: ${S} # from the hunter", "clientSecret: # from the hunter\n  ${S}", "clientSecret: ${S}\n#hunter2Zz",
    "clientSecret: # manifestlint-disable-line hunter", "name: hunter # x\nclientSecret: ${S}\nb: c #hunter",
    "text: 'Password: hunter'", "text: 'Token: Hunter is needed'", "x: [token:hunter]", "x: [deals:hunter]",
    "clientSecret:${HUNTER}", "x: {clientSecret:${HUNTER}}", "text: >-\n  see\n  the token: hunter\n",
    "url: https://a.de/?token=<oauth2Hunter>", "url: https://a.de/hunter%40acme.com",
    "visibleOn: {apiKey: not_hunter}", "x-token: {hunter: true}", "jwtSecretKey: ${HUNTER}", "monkey: Hunter2zz",
    "url: https://a.de/?token=${T}&x=hunter", "url: 'https://a.de/?token={hunter}'", "text: the password=hunter",
    "url: https://a.de/?state=hunter&response_type=token", "url: https://a.de/?mail=hunter%40acme.com",
    "url: https://a.de/?to=https%3A%2F%2Fb.de%2Fhunter%40acme.com",
    "text: >-\n  see https://a.de:\n  hunter@acme.com\n",
    "a: 1 # clientSecret: comes from the hunter", "a: 1 # jwtSecret: ${HUNTER}", "a: 1 # the token: hunter",
    "a: 1 # manifestlint-disable-line plaintext-secret -- hunter", "# clientSecret\n#  hunter\na: 1",
    "# clientSecret:\n\n#  hunter\na: 1", "a: 1 # mail: hunter@acme.com",
  ])
  func `what is no secret is shown`(text: String) {
    let expected = text == "password: password" ? "password: •••" : text
    #expect(shown(lint(text)) == expected)
  }

  @Test(arguments: [
    "a: [\nclientSecret: \"${HUNTER}\"", "a: [\nclientSecret: ${HUNTER} # from the environment\nname: x",
    "a: [{clientSecret: ${HUNTER}, name: x}", "a: [\nmail: hunter@acme.com", "{\"mail\":\"hunter@acme.com\",}",
    "{\"a\":\"http://localhost:3000\",\"mail\":\"hunter\",}", "{\"clientSecret\": \"${HUNTER}\",}",
    "a: [\noauth:\n  clientSecret:\n  name: x", "a: [\n# the clientSecret\nname: x",
    "a: [\nproperties: {apiKey: {hunter: 1}}", "a: [\nhttpAuth:\n  # hunter\n  username: hunter\n",
    "a: [\nclientSecret: ${S} # the secret of hunter\nb: c", "a: [\nclientSecret: ${S}\n# see hunter: it\nb: c",
    "a: [\nhttpAuth: {username: hunter}", "a: [\nx: https://a.de/?mail=hunter&token=${T}",
  ])
  func `what is no secret is shown in a broken text`(text: String) {
    #expect(shown(lint(text)) == text)
    #expect(shown(lint(text, named: "x.json")) == text)
  }

  @Test func `a broken text is hidden no further than the secret's value`() {
    let text = "oauth:\n  clientSecret: hunter2zz\n  clientId: 1\njsonPanels: [{password: a, name: b}\nc: ]\n"
    #expect(shown(lint(text)) == text.replacing("hunter2zz", with: "•••").replacing(" a,", with: " •••,"))
    let json = "{\"oauth\": {\"clientSecret\": \"hunter2zz\", \"clientId\": 1}, \"a\": [{\"password\": b}], \"c\": 2}"
    #expect(
      shown(lint(json, named: "x.json"))
        == json.replacing("\"hunter2zz\"", with: "•••").replacing("b}]", with: "•••"))
  }

  @Test func `a short secret is hidden where a text is it as a whole`() {
    let shown = everything(lint("clientSecret: abc\ntype: abc\nname: abcd\n"))
    #expect(!shown.contains("'abc'") && !shown.contains("abc\n"))
    #expect(shown.contains("name: abcd"))
  }

  @Test func `what a variable stands for is hidden`() {
    let result = lint("clientSecret: ${S}\ntype: hunter\n", variables: Variables(["S": "hunter"]))
    #expect(!everything(result).contains("hunter"))
  }

  @Test func `many secrets in many diagnostics take one pass`() {
    var text = ""
    for index in 0..<2_000 { text += "- {name: no, url: https://a.com, jwtSecret: secret\(index)}\n" }
    let result = lint(text)
    #expect(result.diagnostics.count == 12_000)
    #expect(!result.diagnostics.contains { $0.message.contains("secret9") })
  }

  @Test(arguments: [
    "{\"a\":", "{\"clientSecret\":", "{\"clientSecret\":1,", "{\"clientSecret\":\"${A}\",", "\"clientSecret\" ",
    "clientSecret: ${A:-", "clientSecret: 'a", "https://u:p/ ", "http:", "a:b@", "//a@", "&a{", ",'", ",\"", "- ", "'",
    "clientSecret: &a *a\n", "clientSecret ,{", "\n clientSecret:\n", "password: aaaaaaaaaaaaaaaa", "[", " ", "\\",
    "*a,", "%2F%2F%41", "?token=a&", "%40", "#password: a b ",
  ])
  func `a large broken text is searched in one pass`(piece: String) {
    let text = "clientSecret: *a, " + String(repeating: piece, count: 30_000 / piece.utf8.count) + " x@y"
    #expect(!shown(lint("{" + text, named: "x.json")).isEmpty)
    #expect(!shown(lint(text + "\n\"")).isEmpty)
  }

  @Test(arguments: [
    "# token:\n", "# token: ", "# apiKey:\n  #\n", "token: ${A}\n# token: ${A}\n", "clientSecret: ${A} # ",
  ])
  func `a broken text is searched in steps that grow with it`(line: String) {
    func steps(_ count: Int) -> Int {
      let text = String(repeating: line, count: count) + "\na: ["
      var scanner = SecretScanner(SourceText(path: "x.yaml", text: text), .app)
      scanner.scan()
      return scanner.steps
    }
    #expect(steps(4_000) <= 5 * steps(1_000))
  }

  @Test(arguments: ["\"", "'"])
  func `the places of many secrets in one text are found in one pass`(quote: String) {
    let text = "a: \(quote)x\n" + String(repeating: "  u:hunter@\n", count: 20_000) + "  \(quote)\n"
    let start = ContinuousClock.now
    #expect(!everything(lint(text)).contains("hunter"))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test(arguments: ["password: a b ", "token:", "https://u:p@a ", "%2F%2Fu%40a", "?token=a&", "# secret: "])
  func `a large comment is searched in one pass`(piece: String) {
    let text = "a: 1 # " + String(repeating: piece, count: 300_000 / piece.utf8.count)
    let start = ContinuousClock.now
    #expect(!shown(lint(text)).isEmpty)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
