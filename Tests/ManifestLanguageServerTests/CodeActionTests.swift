import Foundation
import ManifestLint
import Testing

@Suite struct CodeActionTests {
  private let path = "/project/a.pipedrive.yaml"
  private let manifest = """
    manifest: 1
    app:
      name: Car Services
      type: private
      callbackUrl: https://www.carservicesapp.com/callback
    oauth:
      scopes: [base, "deals:rread", base]
    extensions:
      linkActions:
        - name: "Send  quote"
          url: https://www.carservicesapp.com/q
          location: [deal-details]

    """

  private func session(_ text: String, _ capabilities: EditorSession.Capabilities = .full("utf-16")) -> EditorSession {
    let session = EditorSession(MemoryHost(), capabilities)
    session.open(path, text)
    return session
  }

  private func applied(_ action: Node?, _ session: EditorSession, _ text: String) -> String? {
    action.flatMap { session.edit(of: $0) }.map { EditorText(text).applying($0.documentEdits) }
  }

  @Test func `offers the fix of what is wrong at the place`() throws {
    let session = session(manifest)
    let actions = session.actions(path, (6, 20), only: ["quickfix"])
    let action = try #require(actions.first)
    #expect(action["isPreferred"]?.boolean == true)
    #expect(action["diagnostics"]?[0]?["code"]?.string == "unknown-scope")
    #expect(action["edit"]?["documentChanges"]?[0]?["textDocument"]?["version"]?.text == "1")
    #expect(applied(action, session, manifest)?.contains("[base, \"deals:read\", base]") == true)
  }

  @Test func `marks a fix that needs a look`() throws {
    let text = manifest.replacing("\"Send  quote\"", with: "Send Quote")
    let session = session(text)
    let action = try #require(session.actions(path, (9, 14)).first { $0["title"]?.text.contains("Send quote") == true })
    #expect(action["isPreferred"] == nil)
    #expect(action["title"]?.text.hasSuffix("(look at it before you save)") == true)
  }

  @Test func `fixes all that is safe at once`() throws {
    let session = session(manifest)
    let actions = session.actions(path, (0, 0), only: ["source.fixAll"])
    #expect(actions.map { $0["kind"]?.text } == ["source.fixAll.manifestlint"])
    #expect(actions[0]["edit"] == nil)
    let fixed = try #require(applied(actions[0], session, manifest))
    #expect(fixed.contains("[base, \"deals:read\"]"))
    #expect(fixed.contains("name: \"Send quote\""))
    #expect(fixed.contains("locations: [deal-details]"))
  }

  @Test func `a fix that would bring an error is to be looked at, and no part of all that is safe`() throws {
    let text = manifest.replacing("[base, \"deals:rread\", base]", with: "[base]")
      .replacing("\"Send  quote\"", with: "Send quote")
      .replacing("location:", with: "jwt_secret: hunter2-hunter2-hunter2\n      locations:")
    let session = session(text)
    let action = try #require(session.actions(path, (11, 8), only: ["quickfix"]).first)
    #expect(action["title"]?.string == "Rename it to 'jwtSecret' (look at it before you save)")
    #expect(action["isPreferred"] == nil)
    #expect(session.actions(path, (11, 8)).allSatisfy { $0["kind"]?.text == "quickfix" })
    #expect(session.actions(path, (0, 0), only: ["source.fixAll"]).isEmpty)

    session.replace(path, text.replacing("[base]", with: "[base, base]"))
    let all = session.actions(path, (0, 0), only: ["source.fixAll"])
    #expect(all.count == 1)
    #expect(applied(all.first, session, text.replacing("[base]", with: "[base, base]")) == text)
  }

  @Test func `tells actions of the same title apart`() {
    let text = manifest.replacing("base]", with: "base, base]")
    let titles = session(text).actions(path, (0, 0), (12, 0), only: ["quickfix"]).compactMap { $0["title"]?.text }
    #expect(Set(titles).count == titles.count, "\(titles)")
    #expect(titles.contains("Disable 'name-whitespace' on this line"))
    let twice = manifest.replacing("Car Services", with: "\"Car  Services\"")
    let others = session(twice).actions(path, (0, 0), (12, 0), only: ["quickfix"]).compactMap { $0["title"]?.text }
    #expect(others.contains("Disable 'name-whitespace' on this line (line 3)"))
    #expect(others.contains("Disable 'name-whitespace' on this line (line 10)"))
    #expect(others.filter { $0.hasPrefix("Disable 'name-whitespace' in this file") }.count == 1)
  }

  @Test func `gives the edit at once to an editor that does not come back for it`() {
    var capabilities = EditorSession.Capabilities.full("utf-16")
    capabilities.isRich = false
    #expect(session(manifest, capabilities).actions(path, (0, 0), only: ["source.fixAll"]).isEmpty)
  }

  @Test func `does not answer for another version`() {
    let session = session(manifest)
    let action = session.actions(path, (0, 0), only: ["source.fixAll.manifestlint"])[0]
    session.replace(path, "manifest: 1\n", version: 9)
    #expect(session.edit(of: action) == nil)
  }

  @Test(arguments: [["refactor"], ["source.organizeImports"], ["quickfix.other"]])
  func `offers nothing of another kind`(kinds: [String]) {
    #expect(session(manifest).actions(path, (6, 20), only: kinds).isEmpty)
  }

  @Test func `adds a missing key where the others stand`() throws {
    let text = "manifest: 1\napp:\n  name: Car Services  # ours\n  type: private\n\noauth: { scopes: [base] }\n"
    let session = session(text)
    let action = try #require(session.actions(path, (1, 0)).first { $0["title"]?.string == "Add 'callbackUrl'" })
    #expect(
      applied(action, session, text)
        == "manifest: 1\napp:\n  name: Car Services  # ours\n  type: private\n  callbackUrl: \"\"\n\noauth: { scopes: [base] }\n"
    )
  }

  @Test func `adds all missing keys of an object at once`() throws {
    let text = "manifest: 1\nextensions:\n  linkActions:\n    - name: Send quote\n"
    let session = session(text)
    let action = try #require(session.actions(path, (3, 7)).first { $0["title"]?.text.hasPrefix("Add all 2") == true })
    #expect(applied(action, session, text) == text.dropLast() + "\n      url: \"\"\n      locations: []\n")
  }

  @Test func `adds a missing key in JSON as the others stand`() throws {
    let text = "{\n  \"manifest\": 1,\n  \"app\": {\n    \"name\": \"Car Services\", \"type\": \"private\"\n  }\n}\n"
    let json = "/project/a.pipedrive.json"
    let session = EditorSession(MemoryHost(), .full("utf-16"))
    session.open(json, text)
    let actions = session.actions(json, (2, 3))
    let action = try #require(actions.first { $0["title"]?.string == "Add 'callbackUrl'" })
    #expect(
      applied(action, session, text)
        == text.replacing("\"type\": \"private\"\n", with: "\"type\": \"private\",\n    \"callbackUrl\": \"\"\n"))
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func `edits land in the right place in every unit`(encoding: String) throws {
    let text = manifest.replacing("[base, ", with: "[\"🚗ä\", ")
    let session = session(text, .full(encoding))
    let column = EditorText("  scopes: [\"🚗ä\", \"", encoding).length(ofLine: 0)
    let action = try #require(
      session.actions(path, (6, column + 1), only: ["quickfix"]).first { $0["isPreferred"] != nil })
    let edits = try #require(session.edit(of: action)).documentEdits
    #expect(EditorText(text, encoding).applying(edits).contains("[\"🚗ä\", \"deals:read\", base]"))
  }

  // MARK: Comments

  @Test func `disables a rule on a line or in the file`() throws {
    let session = session(manifest)
    let actions = session.actions(path, (9, 14), only: ["quickfix"])
    #expect(
      actions.compactMap { $0["title"]?.text }.suffix(2) == [
        "Disable 'name-whitespace' on this line", "Disable 'name-whitespace' in this file",
      ])
    #expect(actions.suffix(2).allSatisfy { $0["edit"] == nil && $0["isPreferred"] == nil })
    let line = applied(actions[actions.count - 2], session, manifest)
    #expect(
      line
        == manifest.replacing(
          "    - name: \"Send", with: "    # manifestlint-disable-next-line name-whitespace\n    - name: \"Send"))
    let file = applied(actions[actions.count - 1], session, manifest)
    #expect(file == "# manifestlint-disable-file name-whitespace\n" + manifest)
    for text in [line, file].compactMap(\.self) {
      session.replace(path, text, version: 2)
      #expect(
        !session.findings(path).contains { $0.hasSuffix("name-whitespace") || $0.hasSuffix("unused-suppression") })
    }
  }

  @Test func `adds a rule to the comment that is there`() throws {
    let text = manifest.replacing(
      "[base, \"deals:rread\", base]", with: "[base, base] # manifestlint-disable-line https-url")
    let session = session(text)
    let action = try #require(
      session.actions(path, (6, 19)).first { $0["title"]?.string == "Disable 'duplicate-scope' on this line" })
    #expect(
      applied(action, session, text)?.contains("# manifestlint-disable-line https-url, duplicate-scope\n") == true)
  }

  @Test func `offers no comment on what cannot be suppressed`() {
    let session = session("manifest: 1\nmanifest: 1\n")
    #expect(
      session.actions(path, (1, 2)).allSatisfy { $0["title"]?.text.hasPrefix("Disable 'duplicate-key'") == false })
  }

  // MARK: Files of their own

  private let inline = """
    manifest: 1
    extensions:
      jsonModals:
        - name: Pick a car
          apiEndpoint: https://www.carservicesapp.com/api
          schema:
            type: object
            properties:
              actions: { type: object, properties: { save: { $ref: "#/definitions/action-primary" } } }
          locations: [deal-details]

    """

  @Test func `moves a document to a file of its own`() throws {
    let host = MemoryHost(["/project/modals/pick-a-car.json": "{}"])
    let session = EditorSession(host, .full("utf-16"))
    session.open(path, inline)
    let action = try #require(session.actions(path, (7, 10), only: ["refactor"]).first)
    #expect(action["title"]?.string == "Move the JSON modal schema to modals/pick-a-car-2.json")
    let changes = try #require(action["edit"]?["documentChanges"])
    #expect(changes[0]?["kind"]?.string == "create")
    #expect(changes[0]?["uri"]?.string == "file:///project/modals/pick-a-car-2.json")
    #expect(changes[1]?["edits"]?[0]?["newText"]?.text.hasPrefix("{\n  \"type\": \"object\",\n") == true)
    let edits = changes[2]?["edits"].map { Array($0.items) } ?? []
    #expect(
      EditorText(inline).applying(edits).contains(
        "      schema: modals/pick-a-car-2.json\n      locations: [deal-details]\n"))
    #expect(session.actions(path, (3, 10), only: ["refactor"]).isEmpty)
  }

  @Test func `a document with comments is moved as YAML, with them`() throws {
    let text = """
      extensions:
        jsonModals:
          - name: Pick a car
            schema: # shown in the sidebar

              # Drawn by hand.
              type: object # always
              properties:
                text: |
                  # no comment

                    indented
                # The buttons.
                # manifestlint-disable-next-line modal-action-count
                actions: { type: object, # none yet
                  properties: {} } # soon
              # The end.

            # The address.
            apiEndpoint: https://www.carservicesapp.com/api

      """
    let session = session(text)
    let action = try #require(session.actions(path, (6, 10), only: ["refactor"]).first)
    #expect(action["title"]?.string == "Move the JSON modal schema to modals/pick-a-car.yaml")
    let changes = try #require(action["edit"]?["documentChanges"])
    #expect(
      changes[1]?["edits"]?[0]?["newText"]?.text == """
        # Drawn by hand.
        type: object # always
        properties:
          text: |
            # no comment

              indented
          # The buttons.
          # manifestlint-disable-next-line modal-action-count
          actions: { type: object, # none yet
            properties: {} } # soon
        # The end.

        """)
    #expect(
      EditorText(text).applying(changes[2]?["edits"].map { Array($0.items) } ?? []) == """
        extensions:
          jsonModals:
            - name: Pick a car
              schema: modals/pick-a-car.yaml # shown in the sidebar

              # The address.
              apiEndpoint: https://www.carservicesapp.com/api

        """)
  }

  @Test(arguments: [
    // What stands behind the document on its line stays there.
    ("{ type: object, properties: {} } # mine", "modals/pick-a-car.json # mine", #""type": "object""#),
    ("# mine\n        { type: object }", "modals/pick-a-car.json # mine", #""type": "object""#),
    ("{ type: object, # mine\n          x: 1 }", "modals/pick-a-car.yaml", "{ type: object, # mine\n    x: 1 }\n"),
    ("\n        type: object\r\n        x: 1 # mine\r", "modals/pick-a-car.yaml\r", "type: object\r\nx: 1 # mine\n"),
    ("\n        type: object # mine", "modals/pick-a-car.yaml", "type: object # mine\n"),
    ("\n        type: object\n     # not mine", "modals/pick-a-car.json\n     # not mine", #""type": "object""#),
  ])
  func `no comment is lost when a document is moved`(value: String, rest: String, content: String) throws {
    let before = "extensions:\n  jsonModals:\n    - name: Pick a car\n      schema: "
    let text = before + value + "\n"
    let session = session(text)
    let action = try #require(session.actions(path, (3, 7), only: ["refactor"]).first)
    let changes = try #require(action["edit"]?["documentChanges"])
    #expect(EditorText(text).applying(changes[2]?["edits"].map { Array($0.items) } ?? []) == before + rest + "\n")
    #expect(changes[1]?["edits"]?[0]?["newText"]?.text.contains(content) == true)
  }

  @Test(arguments: [
    "type: object # manifestlint-disable-file name-length -- on-line",
    "# manifestlint-disable name-length\n        type: object",
    "type: object\n        x: { jwtSecret: hunter2-hunter2 }", "type: &a object",
  ])
  func `does not move what would be lost or shown`(line: String) {
    let text = inline.replacing("type: object\n        properties", with: line + "\n        properties")
    let session = session(text)
    #expect(session.actions(path, (7, 10), only: ["refactor"]).isEmpty)
  }

  @Test(arguments: [("hunter2-hunter2", false), ("another-word-here", true)])
  func `does not move a secret that stands in a comment behind the document`(remark: String, isMoved: Bool) {
    let session = session(
      """
      oauth:
        clientSecret: hunter2-hunter2
      extensions:
        jsonModals:
          - name: Pick a car
            schema:
              type: object # \(remark)

      """)
    let actions = (1...7).flatMap { session.actions(path, ($0, 9), only: ["refactor"]) }
    #expect(actions.isEmpty != isMoved)
  }

  @Test(arguments: [
    "      ? schema\n      : { type: object }\n", "      ? schema\n      : # a comment\n        type: object\n",
    "      ? schema # a comment\n      : { type: object }\n",
  ])
  func `moves nothing out from under a key with a question mark`(lines: String) {
    let text = "extensions:\n  jsonModals:\n    - name: Pick a car\n" + lines
    let session = session(text)
    for line in 3...5 { #expect(session.actions(path, (line, 9), only: ["refactor"]).isEmpty) }
  }

  @Test func `every inline document of a sample can be moved, whatever is wrong in it`() throws {
    let sample = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Samples/invalid/inline-documents.pipedrive.yaml")
    let text = try String(contentsOf: sample, encoding: .utf8)
    let session = session(text)
    let lines = EditorText(text)
    let titles = Set(
      lines.lines.indices.flatMap { line in
        session.actions(path, (line, lines.length(ofLine: line) / 2), only: ["refactor"]).compactMap {
          $0["title"]?.text
        }
      })
    #expect(
      titles == [
        "Move the JSON panel data structure to panels/next-visit.yaml",
        "Move the JSON modal schema to modals/plan-a-visit.yaml",
        "Move the messaging manifest to manifests/messaging-manifest.yaml",
        "Move the video calling manifest to manifests/video-calling-manifest.yaml",
      ])
  }

  @Test func `moves nothing where the editor cannot make files`() {
    #expect(session(inline, .init(isRich: false)).actions(path, (7, 10)).isEmpty)
  }
}
