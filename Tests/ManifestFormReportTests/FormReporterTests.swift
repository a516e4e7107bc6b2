import ManifestModel
import ManifestReport
import ManifestSyntax
import ManifestTestSupport
import ManifestText
import Testing

@testable import ManifestFormReport

/// The page as a whole, and what it shows of a manifest.
@Suite struct FormReporterTests {
  private static let manifest = """
    manifest: 1
    app:
      name: 1️⃣Car Services App1️⃣
      type: private
      callbackUrl: https://${HOST:-www.example.com}/callback
    oauth:
      scopes: [base, "deals:read"]
      clientSecret: ${CLIENT_SECRET}
    extensions:
      linkActions:
        - name: 2️⃣A name that is longer than thirty2️⃣
          url: https://www.example.com/
          locations: [deal-details]
          colour: blue
    3️⃣x-own: 13️⃣

    """

  private func finding(
    _ range: TextRange?, _ pointer: String?, severity: Severity = .error, message: String = "wrong",
    rule: String = "name-length"
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, message: message, help: "mend it", at: range ?? .start, pointer: pointer,
      notes: [Note("another place", at: .start)], fixIt: FixIt("mend", safety: .unsafe, edits: []))
  }

  @Test func `is a whole page without anything`() {
    let page = MarkupPage(drawn([]))
    #expect(page.brokenLaws == [])
    #expect(page.elements.first?.attributes["lang"] == "en")
    #expect(page.elements(styled: "verdict").map(\.text) == ["no problems in 0 files"])
  }

  @Test func `shows every field of the form with its value`() {
    let page = page(DrawnFile(Self.manifest))
    #expect(page.brokenLaws == [])
    #expect(
      page.elements(styled: "tab-title").map(\.text) == ["Basic info", "OAuth & access scopes", "App extensions"])
    let values = page.elements(styled: "value").map(\.text)
    #expect(
      values == [
        "Car Services App", "private", "not written: a draft", "https://${HOST:-www.example.com}/callback", "1", "1",
        "baseAccess to basic informationdeals:readDeals: Read only", "not set", "not set", "${CLIENT_SECRET}",
        "A name that is longer than thirty", "not set", "https://www.example.com/",
        "not set: the client secret is used", "deal-details", "blue",
      ])
    #expect(page.elements(styled: "variable").map(\.text) == ["${HOST:-www.example.com}", "${CLIENT_SECRET}"])
    #expect(page.elements(styled: "clean").count == 1)
  }

  @Test func `counts the characters of what has a limit`() {
    let page = page(DrawnFile(Self.manifest))
    #expect(page.elements(styled: "counter").map(\.text).contains("33/30 characters used, over the limit"))
    #expect(page.elements(styled: "over").count == 1)
    let near = "extensions:\n  linkActions:\n    - name: \(String(repeating: "n", count: 27))${X}\n"
    #expect(
      MarkupPage(drawn([DrawnFile(near)])).elements(styled: "near").map(\.text) == [
        "27+/30 characters used, near the limit"
      ])
  }

  @Test func `shows a finding beside its field, with its help, its places and its rule`() throws {
    let page = page(
      DrawnFile(Self.manifest) { marks, _ in
        [
          finding(marks["1️⃣"], "/app/name", severity: .warning, rule: "unheard-of"),
          finding(marks["2️⃣"], "/extensions/linkActions/0/name"),
        ]
      })
    #expect(page.brokenLaws == [])
    let field = try #require(page.elements(styled: "field").first { $0.attributes["class"] == "field error" })
    #expect(field.text.hasPrefix("Action name requirednameline 11A name that is longer than thirty33/30"))
    #expect(field.text.contains("error wronghelp mend itfix mend --unsafe-fixes"))
    #expect(field.text.contains("1:1 another place11:13name-length/extensions/linkActions/0/name"))
    let links = page.elements.filter { $0.name == "a" }
    #expect(links.contains { $0.attributes["href"] == "#f1-L11" && $0.text == "11:13" })
    #expect(links.contains { $0.attributes["href"] == "#rule-name-length" })
    #expect(links.contains { $0.attributes["href"] == "https://example.com/page?a=1&b=2" })
    // The first tab with the worst finding is the one that is seen first.
    let checked = page.elements.filter { $0.attributes["type"] == "radio" && $0.attributes["checked"] != nil }
    #expect(checked.map { $0.attributes["value"] } == ["2"])
  }

  @Test(arguments: [
    ("/extensions/linkActions/0", "group card"), ("/extensions/linkActions/0/locations/0", "field error"),
    ("/extensions/linkActions/0/colour", "field error"), ("/x-own", "field error"), ("/app", "group"),
    ("/oauth/scopes/1/x/y/z", "field error"),
  ])
  func `places what is about a part at what it is a part of`(pointer: String, style: String) {
    let page = page(DrawnFile(Self.manifest) { marks, _ in [finding(marks["3️⃣"], pointer)] })
    #expect(page.elements(styled: "finding").count == 1)
    #expect(page.elements(styled: "loose").isEmpty)
    let holders = page.elements.filter { ["group card", "field error", "group"].contains($0.attributes["class"]) }
    #expect(holders.last { $0.text.contains("mend it") }?.attributes["class"] == style)
  }

  @Test(arguments: [nil, "", "/nothing", "/extensions/7", "#1/app/name", "nonsense"])
  func `lists what belongs to no field, and loses nothing`(pointer: String?) {
    let page = page(DrawnFile(Self.manifest) { _, _ in [finding(nil, pointer)] })
    // What is about the extensions as a whole stands on their tab.
    let isLoose = pointer != "/extensions/7"
    #expect(page.elements(styled: "finding").count == 1)
    #expect(page.elements(styled: "loose").count == (isLoose ? 1 : 0))
  }

  @Test func `hides secrets everywhere`() {
    let secret = "f00dbabe-f00dbabe"
    let text = """
      app: { name: \(secret) }
      oauth:
        clientSecret: 0️⃣"\(secret)"0️⃣
        scopes: [\(secret)]
      extensions:
        linkActions: [{ name: \(secret), description: "\(secret)", locations: [deal-details] }]
        \(secret): { jwtSecret: \(secret) }
        messaging: { endpoints: \(secret) }

      """
    let diagnostic = Diagnostic(
      rule: "plaintext-secret", severity: .error, message: "'\(secret)' is seen", label: secret, help: secret,
      at: .start, pointer: "/oauth/clientSecret", notes: [Note(secret, at: .start)],
      fixIt: FixIt(secret, safety: .safe, edits: []))
    let html = drawn([
      DrawnFile(
        text, suppressed: [SuppressedDiagnostic(diagnostic, by: .comment, reason: secret)]
      ) { _, _ in [diagnostic] }
    ])
    // Where it stands in the source itself it is hidden by its place; the linter names every such place.
    let withoutSource = html.split(separator: "<details class=\"source\">")[0]
    #expect(!withoutSource.contains("f00d"))
    #expect(html.contains("•••"))
  }

  @Test func `shows the source as it is, with the secrets in it hidden`() {
    let page = page(DrawnFile("app:\n  name: <b>&\u{202E}\u{7}\noauth: { clientSecret: 0️⃣f00d-f00d0️⃣ }\n"))
    #expect(page.brokenLaws == [])
    let lines = page.elements(styled: "line").map(\.text)
    #expect(lines == ["1app:\n", "2  name: <b>&\\u{202E}\\u{07}\n", "3oauth: { clientSecret: ••• }\n"])
    #expect(!page.elements.contains { $0.text.contains("f00d") })
  }

  @Test func `shows what is broken, unknown or unreadable as a source with a list`() {
    let broken = DrawnFile("a: [1\nb: 2\n", path: "broken.yaml", kind: nil) { _, _ in
      [finding(.start, nil, rule: "syntax")]
    }
    let unreadable = DrawnFile("", path: "gone.yaml")
    var gone = unreadable
    gone.file.text = nil
    gone.file.diagnostics = [finding(.start, nil, rule: "unreadable-file")]
    gone.documents = []
    let page = MarkupPage(drawn([broken, gone]))
    #expect(page.brokenLaws == [])
    #expect(page.elements(styled: "loose").count == 2)
    #expect(page.elements(styled: "source").map { $0.attributes["open"] } == [""])
    #expect(page.elements(styled: "tabs").isEmpty)
  }

  @Test(arguments: [
    "app: text\noauth: [1]\nextensions: 7\n", "app: [ { name: x } ]\nextensions: { linkActions: { name: x } }\n",
    "extensions: { linkActions: [1, [2], {}], jsonPanels: null, floatingWindow: [], messaging: [], settingsPage: 1 }\n",
    "app: { type: public }\nlisting: text\nonboarding: { blocks: 7, video: [1] }\nreview: null\n",
    "app: { type: public }\nonboarding: { blocks: [{ title: x, more: [1, { a: b }] }] }\n", "manifest: 1\n",
    "app: { name: { a: 1 }, ? [x] : y }\n",
  ])
  func `draws what is nowhere near a manifest`(text: String) {
    let page = page(
      DrawnFile(text) { _, roots in
        roots[0].subtree.map { node in finding(node.range, node.pointer) }
      })
    #expect(page.brokenLaws == [])
    let root = YAMLParser.parse(SourceText(path: "a.yaml", text: text)).documents[0].root
    #expect(page.elements(styled: "finding").count == root.subtree.reduce(0) { count, _ in count + 1 })
  }

  @Test func `draws each manifest of a stream`() {
    let page = page(
      DrawnFile("app: { name: 1️⃣first1️⃣ }\n---\napp: { name: 2️⃣second2️⃣ }\n") { marks, _ in
        [finding(marks["1️⃣"], "#0/app/name"), finding(marks["2️⃣"], "#1/app/name")]
      })
    #expect(page.brokenLaws == [])
    #expect(page.elements(styled: "document").map(\.text) == ["first", "second"])
    #expect(page.elements(styled: "loose").isEmpty)
    #expect(page.elements(styled: "finding").count == 2)
  }

  @Test func `says what was suppressed, by what and why`() {
    let diagnostic = finding(.start, "/app/name", message: "known")
    let page = page(
      DrawnFile(
        Self.manifest,
        suppressed: [
          SuppressedDiagnostic(diagnostic, by: .comment, reason: "until <June>"),
          SuppressedDiagnostic(diagnostic, by: .baseline),
        ]))
    #expect(page.brokenLaws == [])
    let text = page.elements(styled: "suppressed")[0].text
    #expect(text.hasPrefix("2 findings suppressed"))
    #expect(text.contains("by a comment: until <June>"))
    #expect(text.hasSuffix("by the baseline"))
  }

  @Test func `leaves out what is below the level`() {
    let file = DrawnFile(Self.manifest) { marks, _ in
      [finding(marks["1️⃣"], "/app/name", severity: .info), finding(marks["2️⃣"], "/app/name", severity: .warning)]
    }
    let page = MarkupPage(drawn([file], level: .warning))
    #expect(page.elements(styled: "finding").map { $0.attributes["data-severity"] } == ["warning"])
  }

  @Test func `draws what the views have room for`() {
    let manifest = """
      extensions:
        linkActions:
          - { name: First, locations: [deal-details, deals-list] }
          - { name: Second, locations: [deal-details] }
          - { name: Third, locations: [deal-details] }
          - { name: Fourth, locations: [deal-details] }
        customPanels: [{ name: Panel, locations: [deal-details] }]

      """
    let page = page(DrawnFile(manifest))
    #expect(page.brokenLaws == [])
    #expect(page.elements(styled: "slot").count == 4 + 3 * 6 + 3)
    #expect(page.elements(styled: "excess").count == 1)
    let rows = page.elements.filter { $0.name == "tr" }.map(\.text)
    #expect(rows.contains("deal details4/3First, Second, Third, Fourth1/1Panel"))
    #expect(rows.contains("deals list1/3First–"))
  }

  @Test func `draws a giant mapping in part, and places its findings above`() {
    let text = "app:\n" + (1...1000).map { "  key\($0): \($0)\n" }.joined()
    let page = page(
      DrawnFile(text) { _, _ in [finding(nil, "/app/key1"), finding(nil, "/app/key1000")] })
    #expect(page.brokenLaws == [])
    #expect(page.elements(styled: "field").count < 130)
    #expect(page.elements(styled: "finding").count == 2)
    #expect(page.elements(styled: "remark").contains { $0.text.hasPrefix("900 more keys") })
  }

  @Test func `marks the item of a list that a finding is about`() {
    let page = page(DrawnFile(Self.manifest) { _, _ in [finding(nil, "/oauth/scopes/1", severity: .warning)] })
    let items = page.elements.filter { $0.name == "li" && $0.attributes["class"] == "warning" }
    #expect(items.map(\.text) == ["deals:readDeals: Read only"])
  }

  @Test func `counts images and blocks`() {
    let page = page(
      DrawnFile(
        """
        app: { type: public }
        listing: { images: [1.png, 2.png, 3.png, 4.png, 5.png, 6.png] }
        onboarding: { blocks: [{ title: first }] }

        """))
    let counters = page.elements(styled: "counter").map(\.text)
    #expect(counters == ["1/4 blocks used", "5/70 characters used", "6/5 images used, over the limit"])
  }

  @Test func `is the same in every run`() {
    let file = DrawnFile(Self.manifest) { marks, _ in
      (0..<30).map { finding(marks["1️⃣"], "/app/name", rule: "rule-\($0)") }
    }
    let first = drawn([file, file])
    for _ in 0..<5 { #expect(drawn([file, file]) == first) }
  }

  @Test func `shows the start of a giant source and the lines around findings`() {
    let lines = (1...9000).map { "k\($0): \($0)" }.joined(separator: "\n") + "\n"
    let file = DrawnFile(lines, kind: nil) { _, roots in
      roots[0].entries.enumerated().filter { $0.offset % 1000 == 999 }.map { finding($0.element.value.range, nil) }
    }
    let html = drawn([file])
    let page = MarkupPage(html)
    #expect(page.brokenLaws == [])
    #expect(page.elements(styled: "line").count == 100 + 9 * 7 - 3)
    #expect(page.elements(styled: "remark").count == 1)
    #expect(page.elements(styled: "gap").first?.text == "896 lines not shown")
  }

  @Test func `stays small where a manifest is giant`() {
    let item = "    - { name: Send quote, url: \"https://www.example.com/\", locations: [deal-details] }\n"
    let text = "extensions:\n  linkActions:\n" + String(repeating: item, count: 1000)
    let long = "app: { name: \"\(String(repeating: "x", count: 200_000))\" }\n"
    let html = drawn([DrawnFile(text), DrawnFile(long)])
    #expect(html.utf8.count < 3_000_000)
    #expect(html.contains("600 more are not drawn here"))
    #expect(html.contains("the text goes on"))
  }
}
