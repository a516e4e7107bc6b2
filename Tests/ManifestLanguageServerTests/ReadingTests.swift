import ManifestLint
import ManifestTestSupport
import Testing

@Suite struct ReadingTests {
  private let path = "/project/a.pipedrive.yaml"
  private let manifest = """
    manifest: 1
    app:
      name: Car Services
      type: private
      callbackUrl: https://www.carservicesapp.com/callback
    oauth:
      scopes: [base, deals:read]
      clientSecret: hunter2-hunter2  # manifestlint-disable-line plaintext-secret
    extensions:
      linkActions:
        - &quote
          name: Send quote
          url: https://www.carservicesapp.com/q
          locations: [deal-details]
        - name: Send the quote by mail, soon
          url: https://www.carservicesapp.com/m
          locations:
            - deal-details
            - deals-list
      jsonPanels:
        - name: Visits
          apiEndpoint: https://www.carservicesapp.com/api
          jwtSecret: ${SECRET}
          dataStructure: panels/visits.json
          locations: [deal-details]
          mainActions:
            deal-details: Send quote
          actions:
            - { name: Open visit, type: link, url: "https://www.carservicesapp.com/v", target: field, field: visit }
    # one
    # two
    x-shared: *quote

    """

  private func session(_ capabilities: EditorSession.Capabilities = .full("utf-16"), options: [String: Any]? = nil)
    -> EditorSession
  {
    let host = MemoryHost(["/project/panels/visits.json": DiagnosticTests.panel])
    let session = EditorSession(host, capabilities, options: options)
    session.open(path, manifest)
    return session
  }

  private func ask(_ method: String, _ session: EditorSession, at text: String, offset: Int = 1) -> Node? {
    let lines = manifest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let line = lines.firstIndex(where: { $0.contains(text) }), let range = lines[line].ranges(of: text).first
    else {
      Issue.record("'\(text)' is not in the manifest")
      return nil
    }
    let character = lines[line][..<range.lowerBound].utf16.count + offset
    return session.request(
      method, ["textDocument": session.document(path), "position": ["line": line, "character": character]])
  }

  private func hover(_ text: String, offset: Int = 1, _ session: EditorSession? = nil) -> String {
    ask("textDocument/hover", session ?? self.session(), at: text, offset: offset)?["contents"]?["value"]?.text ?? ""
  }

  // MARK: Hover

  @Test func `says what a field is`() {
    #expect(hover("callbackUrl").hasPrefix("**Callback URL**\n\nWhere users return"))
    #expect(hover("app:").contains("tab \"Basic info\""))
  }

  @Test func `says what a value means`() {
    #expect(hover("private").contains("`private`: For your own company"))
    #expect(hover("deals:read").contains("Deals: Read only"))
  }

  @Test func `says how much of a limit is used`() {
    #expect(hover("Send the quote").contains("- 28 of 30 characters"))
    #expect(
      hover("- deal-details", offset: 3).contains(
        "- 2 of 3 actions in deal details: Send quote, Send the quote by mail, soon"))
    #expect(hover("linkActions").contains("- 2 of 21 link actions, JSON modals and custom modals"))
    #expect(hover("actions:", offset: 2).contains("- 1 of 3 fields with actions"))
  }

  @Test func `explains the rule behind a mark`() {
    let session = session()
    session.replace(path, manifest.replacing("deals:read", with: "deals:rea"))
    let text = hover("deals:read", session)
    #expect(text.contains("**error · unknown-scope**"))
    #expect(text.contains("did you mean") || text.contains("deals:read"))
    #expect(text.contains("](https://"))
    #expect(text.contains("(checked 20"))
  }

  @Test func `explains a rule that a comment names`() {
    #expect(hover("plaintext-secret").hasPrefix("**plaintext-secret**"))
  }

  @Test func `speaks plainly to an editor without Markdown`() {
    let text = hover("callbackUrl", session(.init(isRich: false)))
    #expect(text.hasPrefix("Callback URL\n"))
    #expect(!text.contains("*"))
  }

  @Test func `never shows a secret`() {
    for method in ["textDocument/hover", "textDocument/documentSymbol"] {
      let answer = ask(method, session(), at: "hunter2")
      #expect(answer.map { $0.tree.source.string($0.tree.source.range).contains("hunter2") } == false, "\(method)")
    }
  }

  // MARK: Where it leads

  private func definition(_ text: String, offset: Int = 1) -> String? {
    let session = session()
    guard let link = ask("textDocument/definition", session, at: text, offset: offset)?[0] else { return nil }
    let start = link["targetRange"]?["start"]
    return
      "\(link["targetUri"]?.text.split(separator: "/").last ?? "") \(start?["line"]?.text ?? ""):\(start?["character"]?.text ?? "")"
  }

  @Test func `goes to files, actions, fields and anchors`() {
    #expect(definition("panels/visits.json") == "visits.json 0:0")
    #expect(definition("deal-details: Send quote", offset: 16) == "a.pipedrive.yaml 11:12")
    #expect(definition("field: visit }", offset: 8) == "visits.json 0:36")
    #expect(definition("*quote") == "a.pipedrive.yaml 10:6")
    #expect(definition("Car Services") == nil)
  }

  @Test func `links the files that there are`() {
    let session = session()
    let links = session.request("textDocument/documentLink", ["textDocument": session.document(path)])
    #expect(links?.items.map { $0["target"]?.text } == ["file:///project/panels/visits.json"])
  }

  // MARK: Shape

  @Test func `outlines the document`() throws {
    let session = session()
    let symbols = try #require(session.request("textDocument/documentSymbol", ["textDocument": session.document(path)]))
    #expect(symbols.items.map { $0["name"]?.text } == ["manifest", "app", "oauth", "extensions", "x-shared"])
    let actions = symbols[3]?["children"]?[0]
    #expect(actions?["children"]?.items.map { $0["name"]?.text } == ["Send quote", "Send the quote by mail, soon"])
    let flat = self.session(.init(isRich: false))
    let list = try #require(flat.request("textDocument/documentSymbol", ["textDocument": flat.document(path)]))
    #expect(list.items.contains { $0["name"]?.text == "Send quote" && $0["containerName"]?.text == "linkActions" })
  }

  @Test func `folds what has several lines`() throws {
    let session = session()
    let ranges = try #require(session.request("textDocument/foldingRange", ["textDocument": session.document(path)]))
    let lines = ranges.items.map { "\($0["startLine"]?.text ?? "")-\($0["endLine"]?.text ?? "")" }
    for expected in ["1-4", "5-7", "9-18", "14-18", "16-18", "29-30"] {
      #expect(lines.contains(expected), "\(expected) in \(lines)")
    }
    #expect(ranges.items.first { $0["startLine"]?.text == "29" }?["kind"]?.text == "comment")
  }

  @Test func `widens a selection step by step`() throws {
    let session = session()
    let result = session.request(
      "textDocument/selectionRange",
      [
        "textDocument": session.document(path),
        "positions": [["line": 6, "character": 13], ["line": 0, "character": 0]],
      ])
    #expect(result?.count == 2)
    var texts: [String] = []
    let text = EditorText(manifest)
    let scalars = Array(manifest.unicodeScalars)
    var step = result?[0]
    while let current = step {
      let range = text.offset(current["range"]?["start"])..<text.offset(current["range"]?["end"])
      texts.append(String(String.UnicodeScalarView(scalars[range])))
      step = current["parent"]
    }
    #expect(texts.prefix(3) == ["base", "[base, deals:read]", "scopes: [base, deals:read]"])
    #expect(texts.last == manifest)
  }

  @Test func `shows budgets in the text where somebody has asked for it`() {
    func hints(_ session: EditorSession) -> [String] {
      let range = ["start": ["line": 0, "character": 0], "end": ["line": 99, "character": 0]]
      let result = session.request("textDocument/inlayHint", ["textDocument": session.document(path), "range": range])
      return result?.items.map { "\($0["position"]?["line"]?.text ?? "") \($0["label"]?.text ?? "")" } ?? []
    }
    #expect(hints(session()).isEmpty)
    let found = hints(session(options: ["inlayHints": true]))
    for expected in ["9 2/21", "11 10/30", "13 2/3", "17 2/3", "18 1/3", "24 1/1"] {
      #expect(found.contains(expected), "\(expected) in \(found)")
    }
  }

  @Test func `takes settings that change`() {
    let session = session()
    session.notify("workspace/didChangeConfiguration", ["settings": ["manifestlint": ["inlayHints": true]]])
    #expect(session.received("workspace/inlayHint/refresh").count == 1)
  }
}
