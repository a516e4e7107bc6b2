import Foundation
import ManifestLint
import ManifestTestSupport
import Testing

@Suite struct CompletionTests {
  /// A session in which somebody types at the mark.
  private struct Typing {
    let session: EditorSession
    let text: String
    let items: [Node]

    init(
      _ marked: String, _ path: String = "/project/a.pipedrive.yaml", _ host: MemoryHost = MemoryHost(),
      snippets: Bool = true
    ) {
      let marks = MarkedText(marked)
      text = marks.text
      session = EditorSession(host, snippets ? .full("utf-16") : .init(isRich: false))
      session.open(path, text)
      let offset = Int(marks.ranges["1️⃣"]?.lowerBound.utf8Offset ?? 0)
      let before = String(decoding: Array(text.utf8)[..<offset], as: UTF8.self)
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      let position = ["line": lines.count - 1, "character": lines.last?.utf16.count ?? 0]
      let result = session.request(
        "textDocument/completion", ["textDocument": session.document(path), "position": position])
      items = result?["items"].map { Array($0.items) } ?? []
    }

    var labels: [String] { items.map { $0["label"]?.text ?? "" } }

    func item(_ label: String) -> Node? { items.first { $0["label"]?.text == label } }

    /// The text with a completion put in.
    func taking(_ label: String) -> String? {
      item(label)?["textEdit"].map { EditorText(text).applying([$0]) }
    }
  }

  private static let app = """
    manifest: 1
    app:
      name: Car Services
      type: private
      callbackUrl: https://www.carservicesapp.com/callback
    oauth:
      scopes: [base]

    """

  // MARK: Keys

  @Test(arguments: [
    ("1️⃣", ["manifest", "app", "oauth", "$schema", "extensions", "listing", "onboarding", "review"]),
    ("manifest: 1\n1️⃣\napp:\n  name: x\n", ["oauth", "$schema", "extensions", "listing", "onboarding", "review"]),
    ("manifest: 1\napp:\n  name: x\n  ca1️⃣\noauth:\n", ["type", "callbackUrl", "status"]),
    ("app:\n  1️⃣\n", ["name", "type", "callbackUrl", "status"]),
    ("app:\n  1️⃣\n  name: x\n", ["type", "callbackUrl", "status"]),
    ("app: { na1️⃣", ["name", "type", "callbackUrl", "status"]),
    ("app: { name: x, 1️⃣ }\n", ["type", "callbackUrl", "status"]),
    ("extensions:\n  floatingWindow:\n    name: x\n    1️⃣\n", ["description", "iframeUrl", "jwtSecret", "entryPoints"]),
    ("extensions:\n  linkActions:\n    - name: x\n      1️⃣\n", ["url", "locations", "description", "jwtSecret"]),
    (
      "extensions:\n  linkActions:\n    - name: x\n      u1️⃣\n      locations: [deal-details]\n    - name: y\n",
      ["url", "description", "jwtSecret"]
    ),
    (
      "extensions:\n  linkActions:\n    - 1️⃣",
      ["new link action", "name", "url", "locations", "description", "jwtSecret"]
    ),
    ("extensions:\n  linkActions:\n    1️⃣\n", ["new link action"]),
    ("extensions:\n  settingsPage:\n    type: custom-ui\n    1️⃣\n", ["iframeUrl", "url", "jwtSecret"]),
    ("app:\n  name: \"x\n  1️⃣\n", ["type", "callbackUrl", "status"]),
  ])
  func `offers the keys that are not there yet, required ones first`(text: String, expected: [String]) {
    #expect(Typing(text).labels == expected)
  }

  @Test(arguments: [
    ("{1️⃣}", ["manifest", "app", "oauth", "$schema", "extensions", "listing", "onboarding", "review"]),
    (#"{ "manifest": 1, "1️⃣" }"#, ["app", "oauth", "$schema", "extensions", "listing", "onboarding", "review"]),
    ("{\n  \"app\": {\n    \"name\": \"x\",\n    \"1️⃣\n  },\n  \"oauth\": {}\n}", ["type", "callbackUrl", "status"]),
    ("{\n  \"app\": {\n    1️⃣\n    \"name\": \"x\"\n  }", ["type", "callbackUrl", "status"]),
  ])
  func `offers keys in JSON`(text: String, expected: [String]) {
    #expect(Typing(text, "/project/a.pipedrive.json").labels == expected)
  }

  @Test func `puts a key in with what is to be filled in`() {
    let typing = Typing("extensions:\n  link1️⃣\n")
    #expect(
      typing.taking("linkActions")
        == "extensions:\n  linkActions:\n    - name: $1\n      url: $2\n      locations: [${3|activities-list,deal-details,deals-list,person-details,people-list,organization-details,organizations-list|}]\n"
        .replacing("\n    ", with: "\n  ").replacing("\n  - name", with: "\n  - name"))
    #expect(typing.item("linkActions")?["insertTextFormat"]?.text == "2")
    #expect(typing.item("linkActions")?["insertTextMode"]?.text == "2")
  }

  @Test func `puts keys in as they stand in JSON`() {
    let json = "/project/a.pipedrive.json"
    #expect(
      Typing("{\n  \"app\": {\n    \"ca1️⃣\"\n  }\n}", json).taking("callbackUrl")
        == "{\n  \"app\": {\n    \"callbackUrl\": \"$1\"\n  }\n}")
    #expect(
      Typing("{ \"app\": { \"ty1️⃣\": 3 } }", json).taking("type") == "{ \"app\": { \"type\": 3 } }")
    #expect(
      Typing("{ \"app\": { 1️⃣\n \"name\": \"x\" } }", json, snippets: true).taking("status")
        == "{ \"app\": { \"status\": \"${1|draft,live,in-review,unpublished,published|}\",\n \"name\": \"x\" } }")
  }

  @Test func `puts plain text in where snippets are not known`() {
    let typing = Typing("extensions:\n  1️⃣\n", snippets: false)
    #expect(typing.taking("linkActions") == "extensions:\n  linkActions:\n")
    #expect(Typing("app:\n  1️⃣\n", snippets: false).taking("name") == "app:\n  name: \n")
    #expect(typing.items.allSatisfy { $0["insertTextFormat"] == nil })
  }

  @Test func `describes what it offers`() {
    let item = Typing("app:\n  1️⃣\n").item("callbackUrl")
    #expect(item?["detail"]?.string == "required")
    #expect(item?["documentation"]?["value"]?.text.contains("redirect_uri") == true)
  }

  // MARK: Values

  @Test(arguments: [
    ("app:\n  type: 1️⃣\n", ["private", "public"]),
    ("app:\n  type:1️⃣\n", ["private", "public"]),
    ("app:\n  type: pri1️⃣vate\n", ["private", "public"]),
    ("app: { type: 1️⃣ }", ["private", "public"]),
    ("app: { type: \"1️⃣\" }", ["private", "public"]),
    ("app:\n  type: private\n  status: 1️⃣\n", ["draft", "live"]),
    ("app:\n  type: public\n  status: 1️⃣\n", ["draft", "in-review", "unpublished", "published"]),
    (
      "extensions:\n  customPanels:\n    - name: x\n      locations: [1️⃣]\n",
      ["deal-details", "person-details", "organization-details"]
    ),
    ("extensions:\n  floatingWindow:\n    entryPoints: [top-bar, 1️⃣]\n", ["phone-and-calls"]),
    ("manifest: 1️⃣", ["1"]),
    ("app:\n  name: 1️⃣\n", []),
    ("app:\n  name: |\n    1️⃣\n", []),
    ("extensions:\n  linkActions: 1️⃣\n", []),
  ])
  func `offers the values that a key takes`(text: String, expected: [String]) {
    #expect(Typing(text).labels == expected)
  }

  @Test func `offers scopes with their names, but not twice`() {
    let typing = Typing("oauth:\n  scopes: [base, deals:1️⃣]\n")
    #expect(typing.labels.count == 29)
    #expect(!typing.labels.contains("base"))
    #expect(typing.item("deals:full")?["detail"]?.string == "Deals: Full access")
    #expect(typing.taking("deals:full") == "oauth:\n  scopes: [base, deals:full]\n")
    #expect(Typing("oauth:\n  scopes:\n    - base\n    - 1️⃣\n").labels.count == 29)
    #expect(Typing("oauth:\n  scopes: 1️⃣\n").taking("admin") == "oauth:\n  scopes: [admin]\n")
    #expect(Typing("oauth:\n  scopes:\n    1️⃣\n").taking("admin") == "oauth:\n  scopes:\n    - admin\n")
    #expect(Typing("oauth:\n  scopes:\n  -1️⃣\n").taking("admin") == "oauth:\n  scopes:\n  - admin\n")
  }

  @Test(arguments: [
    "    - deals:1️⃣\n", "    - deals:1️⃣", "    - deals:r1️⃣\n", "    - deals:1️⃣\n    - base\n", "    - \"deals:1️⃣",
    "    - \"deals:1️⃣\"\n", "    - 'deals:1️⃣'\n", "    - 'deals:1️⃣\n    - base\n", "    - dea1️⃣ls:r\n",
    "    - base\n    - deals:1️⃣ # those of the team\n", "    [base, deals:1️⃣", "    [deals:1️⃣]\n",
    "    [\"deals:1️⃣\", base]\n", "  - deals:1️⃣\n", "  -   deals:1️⃣\n", "    deals:1️⃣\n",
  ])
  func `a colon does not end a scope`(text: String) throws {
    let typing = Typing("oauth:\n  scopes:\n" + text)
    #expect(typing.item("deals:read")?["detail"]?.string == "Deals: Read only")
    #expect(!typing.labels.contains("manifest"))
    let colon = Typing("app:\n  name: x\noauth:\n  scopes:\n" + text)
    let taken = try #require(colon.taking("deals:read"))
    #expect(taken.components(separatedBy: "deals").count == 2, "\(taken)")
    #expect(taken.contains("deals:read"))
  }

  @Test(arguments: [
    ("app:\n  callbackUrl: https:1️⃣\n", []), ("app: { callbackUrl: https:1️⃣ }\n", []),
    ("app: { type:1️⃣ }\n", ["private", "public"]), ("app: { name: x, type:1️⃣", ["private", "public"]),
    ("app:\n  \"type\":1️⃣\n", ["private", "public"]), ("extensions:\n  linkActions:\n    - name:1️⃣\n", []),
    (
      "extensions:\n  linkActions:\n    - locations:1️⃣\n",
      [
        "activities-list", "deal-details", "deals-list", "person-details", "people-list", "organization-details",
        "organizations-list",
      ]
    ),
    (
      "extensions:\n  jsonPanels:\n    - name: x\n      dataStructure:\n        type:1️⃣\n", ["object"]
    ),
    ("app:\n  name: Cars: 1️⃣\n", []), ("manifest:1️⃣", ["1"]), ("app:1️⃣\n", []),
  ])
  func `a colon ends a key where one may stand`(text: String, expected: [String]) {
    #expect(Typing(text).labels == expected)
  }

  @Test(arguments: ["1️⃣", "\n1️⃣\n", "  1️⃣", "\"1️⃣\"", "\"1️⃣", "new1️⃣", "\u{FEFF}1️⃣"])
  func `begins a JSON document where there is none`(text: String) throws {
    let typing = Typing(text, "/project/a.pipedrive.json")
    #expect(typing.labels.prefix(4) == ["new app manifest", "manifest", "app", "oauth"])
    let filled = try #require(typing.taking("new app manifest"))
    #expect(
      filled.trimmingCharacters(in: .whitespacesAndNewlines.union(["\u{FEFF}"])) == """
        {
          "manifest": 1,
          "app": {
            "name": "$1",
            "type": "${2|private,public|}",
            "callbackUrl": "$3"
          },
          "oauth": {
            "scopes": ["$4"]
          }
        }
        """)
    let braces = try #require(typing.taking("app"))
    #expect(braces.contains("{\n  \"app\": {\n    \"name\": \"$1\","))
    #expect(braces.filter { $0 == "{" }.count == braces.filter { $0 == "}" }.count)
  }

  @Test func `begins a JSON document of a kind that a manifest says, in an editor without snippets too`() {
    let host = MemoryHost([
      "/project/a.pipedrive.yaml":
        "manifest: 1\nextensions:\n  jsonPanels:\n    - { name: x, dataStructure: panel.json }\n"
    ])
    #expect(Typing("1️⃣", "/project/panel.json", host).labels.first == "new JSON panel data structure")
    let plain = Typing("1️⃣", "/project/a.pipedrive.json", snippets: false)
    #expect(plain.labels.first == "manifest")
    #expect(plain.taking("manifest") == "{\n  \"manifest\": \n}")
    #expect(Typing("1️⃣", "/project/other.json", host).labels.isEmpty)
    #expect(Typing("manifest: 1\n1️⃣", "/project/a.pipedrive.json").labels.isEmpty)
    #expect(Typing("[]1️⃣", "/project/a.pipedrive.json").labels.isEmpty)
  }

  @Test func `offers the views that have room, and says how much is used`() {
    let text = """
      extensions:
        linkActions:
          - { name: A, url: https://x.y, locations: [deal-details, deals-list] }
          - { name: B, url: https://x.y, locations: [deal-details] }
          - { name: C, url: https://x.y, locations: [deal-details] }
        customModals:
          - name: D
            entryPoints: [people-list, 1️⃣
      """
    let typing = Typing(text)
    #expect(
      typing.labels == [
        "activities-list", "deals-list", "person-details", "organization-details", "organizations-list",
      ])
    #expect(typing.item("deals-list")?["detail"]?.string == "1 of 3 used")
    #expect(typing.item("activities-list")?["detail"]?.string == "0 of 3 used")
  }

  @Test func `says where no view has room for one more`() {
    let views = View.allCases.map(\.rawValue).joined(separator: ", ")
    func detail(_ count: Int, _ list: String) -> String? {
      let actions = (1...count).map { "    - { name: A\($0), url: https://x.y, locations: [\(views)] }\n" }.joined()
      let label = list == "linkActions" ? "link action" : "custom panel"
      let rest = list == "linkActions" ? "" : "  \(list):\n"
      return Typing("extensions:\n  linkActions:\n\(actions)\(rest)    - 1️⃣\n").item("new \(label)")?["detail"]?.string
    }
    #expect(detail(3, "linkActions") == "no view has room for one more")
    #expect(detail(2, "linkActions") == "with all that is required")
    #expect(detail(3, "customPanels") == "with all that is required")
  }

  @Test func `quotes what must be quoted`() {
    let panel = "/project/panel.yaml"
    let host = MemoryHost([
      "/project/a.pipedrive.yaml":
        "manifest: 1\nextensions:\n  jsonPanels:\n    - { name: x, dataStructure: panel.yaml }\n"
    ])
    let typing = Typing("type: object\nproperties:\n  a:\n    $ref: 1️⃣\n", panel, host)
    #expect(typing.labels.first == "#/definitions/text")
    #expect(typing.taking("#/definitions/date")?.hasSuffix("$ref: \"#/definitions/date\"\n") == true)
    let json = Typing(#"{ "manifest": 1, "app": { "type": 1️⃣ } }"#, "/project/a.pipedrive.json")
    #expect(json.taking("private") == #"{ "manifest": 1, "app": { "type": "private" } }"#)
    let quoted = Typing(#"{ "manifest": 1, "app": { "type": "pu1️⃣bl" } }"#, "/project/a.pipedrive.json")
    #expect(quoted.taking("private") == #"{ "manifest": 1, "app": { "type": "private" } }"#)
    #expect(quoted.item("private")?["filterText"]?.string == "\"private")
    // Neovim up to 0.9 takes the beginning of an edit for what it is only where there is none.
    #expect(typing.items.allSatisfy { $0["filterText"] == nil })
  }

  @Test func `offers the actions of a view as main actions`() {
    let text = """
      extensions:
        linkActions:
          - { name: Send quote, url: https://x.y, locations: [deal-details] }
          - { name: Open map, url: https://x.y, locations: [person-details] }
        jsonModals:
          - { name: "+ Prod. details", locations: [deal-details] }
        jsonPanels:
          - name: Visits
            locations: [deal-details]
            mainActions: { deal-details: 1️⃣ }
      """
    let typing = Typing(text)
    #expect(typing.labels == ["Send quote", "+ Prod. details"])
    #expect(typing.item("Send quote")?["detail"]?.string == "link action")
    #expect(typing.taking("+ Prod. details")?.hasSuffix("deal-details: \"+ Prod. details\" }") == true)
  }

  @Test func `offers the fields of a panel, wherever they stand`() {
    let manifest = """
      manifest: 1
      extensions:
        jsonPanels:
          - name: Visits
            dataStructure: panels/visits.json
            actions:
              - { name: Open, type: link, target: field, field: 1️⃣ }
      """
    let host = MemoryHost([
      "/project/panels/visits.json":
        ##"{ "type": "object", "properties": { "visit": { "$ref": "#/definitions/date" } } }"##
    ])
    #expect(Typing(manifest, "/project/a.pipedrive.yaml", host).labels == ["visit"])
    let inline = manifest.replacing("panels/visits.json", with: "{ type: object, properties: { stay: {} } }")
    #expect(Typing(inline).labels == ["stay"])
    #expect(
      Typing(
        "manifest: 1\nextensions:\n  jsonPanels:\n    - dataStructure: { type: object, required: [1️⃣], properties: { a: {} } }\n"
      ).labels == ["a"])
  }

  @Test func `offers files and folders`() {
    let host = MemoryHost([
      "/project/panels/visits.json": "", "/project/panels/more/x.yaml": "", "/project/panels/notes.txt": "",
      "/project/other.json": "", "/project/.hidden/x.json": "", "/project/assets/icon.png": "",
    ])
    let path = "/project/a.pipedrive.yaml"
    let before = "manifest: 1\nextensions:\n  jsonPanels:\n    - name: x\n      dataStructure: "
    #expect(Typing(before + "1️⃣\n", path, host).labels == ["assets/", "other.json", "panels/"])
    let typing = Typing(before + "panels/v1️⃣\n", path, host)
    #expect(typing.labels == ["panels/more/", "panels/visits.json"])
    #expect(typing.taking("panels/visits.json") == before + "panels/visits.json\n")
    #expect(Typing("listing:\n  icon: assets/1️⃣\n", path, host).labels == ["assets/icon.png"])
    #expect(Typing(before + "../../1️⃣\n", path, host).labels == [])
  }

  @Test func `offers variables`() {
    let text = """
      app:
        callbackUrl: https://${HOST}/x
      oauth:
        clientSecret: 1️⃣
      """
    let typing = Typing(text)
    #expect(typing.labels == ["${CLIENT_SECRET}", "${HOST}"])
    #expect(typing.taking("${CLIENT_SECRET}")?.hasSuffix("clientSecret: ${CLIENT_SECRET}") == true)
    let flow = Typing("extensions:\n  linkActions:\n    - { name: Send quote, jwtSecret: 1️⃣ }\n")
    #expect(flow.taking("${SEND_QUOTE_JWT_SECRET}")?.contains("jwtSecret: \"${SEND_QUOTE_JWT_SECRET}\" }") == true)
    let url = Typing("app:\n  callbackUrl: https://${HOST}/x\noauth:\n  installationUrl: https://${H1️⃣}/y\n")
    #expect(url.taking("${HOST}")?.hasSuffix("installationUrl: https://${HOST}/y\n") == true)
  }

  @Test func `offers the variables of an endpoint`() {
    let typing = Typing(
      #"{ "version": "v202101", "endpoints": { "getConversations": "https://x.y/1️⃣" } }"#, "/project/m.json")
    #expect(typing.labels == [":providerChannelId"])
    #expect(typing.taking(":providerChannelId")?.contains(#""https://x.y/:providerChannelId""#) == true)
  }

  @Test func `offers the keys of a document that stands inside of a manifest`() {
    let text = """
      manifest: 1
      extensions:
        jsonModals:
          - name: x
            schema:
              type: object
              properties:
                actions:
                  type: object
                  properties:
                    save:
                      $ref: "#/definitions/action-primary"
                      options:
                        1️⃣
      """
    #expect(Typing(text).labels == ["label", "handler", "url", "visibleOn"])
    #expect(Typing(text.replacing("1️⃣", with: "handler: 1️⃣")).labels == ["request", "open-url"])
  }

  // MARK: Comments

  @Test func `offers directives and rules in comments`() {
    #expect(Typing("# man1️⃣").labels.contains("manifestlint-disable-line"))
    #expect(Typing("# a note1️⃣").labels.isEmpty)
    let typing = Typing(Self.app.replacing("[base]", with: "[base, base] # manifestlint-disable-line 1️⃣"))
    #expect(typing.labels.first == "duplicate-scope")
    #expect(typing.item("duplicate-scope")?["detail"]?.string == "found here")
    #expect(!typing.labels.contains("syntax"))
  }

  @Test(arguments: [("/project/notes.yaml", "app:\n  1️⃣\n"), ("/project/notes.json", "{ \"a1️⃣\" }")])
  func `is silent in a document that is somebody else's`(path: String, text: String) {
    #expect(Typing(text, path).labels.isEmpty)
  }
}
