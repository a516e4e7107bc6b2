import Foundation
import ManifestLint
import Testing

/// What somebody sets in the editor.
@Suite struct SettingTests {
  private static let path = "/project/a.pipedrive.yaml"
  private static let manifest = """
    manifest: 1
    app:
      name: Car Services
      type: private
      callbackUrl: https://localhost/callback
    oauth:
      scopes: [base]
    extensions:
      linkActions:
        - name: Send The Quote
          url: https://www.carservicesapp.com/q
          locations: [deal-details]

    """

  private func session(
    _ capabilities: EditorSession.Capabilities = .full("utf-16"), _ options: [String: Any]? = nil
  ) -> EditorSession {
    let session = EditorSession(MemoryHost(), capabilities, options: options)
    session.open(Self.path, Self.manifest)
    return session
  }

  /// What is found, `!` where it is an error.
  private func findings(_ session: EditorSession) -> Set<String> {
    Set(
      session.diagnostics(Self.path).map {
        ($0["code"]?.text ?? "") + ($0["severity"]?.text == "1" ? "!" : "")
      })
  }

  private func hints(_ session: EditorSession) -> Int {
    let range = ["start": ["line": 0, "character": 0], "end": ["line": 99, "character": 0]]
    let result = session.request(
      "textDocument/inlayHint", ["textDocument": session.document(Self.path), "range": range])
    return result.map { Array($0.items).count } ?? 0
  }

  private func push(_ settings: Any, to session: EditorSession) {
    session.notify("workspace/didChangeConfiguration", ["settings": settings])
  }

  private static var nothing: [Any] {
    [
      ["manifestlint": [String: Any]()], ["manifestlint": NSNull()], [String: Any](), NSNull(), [Any](),
      ["manifestlint": ["profile": NSNull(), "stage": NSNull(), "inlayHints": NSNull()]],
    ]
  }

  @Test func `a setting that is taken away is no longer in force`() {
    let session = session()
    let usual = findings(session)
    #expect(!usual.contains("local-host!"))
    for nothing in Self.nothing {
      push(["manifestlint": ["stage": "live", "inlayHints": true]], to: session)
      #expect(findings(session).contains("local-host!"))
      #expect(hints(session) > 0)
      push(nothing, to: session)
      #expect(findings(session) == usual)
      #expect(hints(session) == 0)
    }
    push(["manifestlint": ["profile": "minimal", "stage": "live"]], to: session)
    #expect(!findings(session).contains("sentence-case"))
    push(["manifestlint": ["stage": "live"]], to: session)
    #expect(findings(session).isSuperset(of: ["sentence-case", "local-host!"]))
    #expect(session.takeWarnings().isEmpty)
  }

  @Test func `a setting that is taken away is what the server was started with`() {
    let session = session(.full("utf-16"), ["stage": "live", "inlayHints": true])
    push(["manifestlint": ["stage": "draft", "inlayHints": false]], to: session)
    #expect(!findings(session).contains("local-host!"))
    #expect(hints(session) == 0)
    push(NSNull(), to: session)
    #expect(findings(session).contains("local-host!"))
    #expect(hints(session) > 0)
  }

  @Test func `an answer is all that is set`() {
    let session = session(.init(answersConfiguration: true))
    let question = "workspace/configuration"
    session.answer(question, [["stage": "live"]])
    #expect(findings(session).contains("local-host!"))
    for (answer, isMinimal) in [(["profile": "minimal"], true), ([String: Any](), false), (NSNull(), false)]
      as [(Any, Bool)]
    {
      push(["manifestlint": ["stage": "live"]], to: session)
      session.answer(question, [["stage": "live"]])
      #expect(findings(session).contains("local-host!"))
      push(NSNull(), to: session)
      session.answer(question, [answer])
      #expect(!findings(session).contains("local-host!"))
      #expect(findings(session).contains("sentence-case") == !isMinimal)
    }
  }

  @Test(arguments: [
    (#"{ "profile": "strct" }"#, "the setting 'profile' cannot be 'strct': write 'minimal', 'recommended' or 'strict'"),
    (#"{ "stage": 7 }"#, "the setting 'stage' cannot be 7: write 'draft' or 'live'"),
    (#"{ "stage": ["live"] }"#, "the setting 'stage' cannot be a list: write 'draft' or 'live'"),
    (#"{ "inlayHints": "yes" }"#, "the setting 'inlayHints' cannot be 'yes': write true or false"),
    (#"{ "inlayHints": {} }"#, "the setting 'inlayHints' cannot be an object: write true or false"),
    (#"{ "stage": "a\nb" }"#, "the setting 'stage' cannot be this text: write 'draft' or 'live'"),
    (#"{ "inlayHint": true }"#, "there is no setting 'inlayHint': write 'inlayHints'"),
    (
      #"{ "Profile": "strict", "stage": false }"#,
      "the setting 'stage' cannot be false: write 'draft' or 'live'; there is no setting 'Profile': write 'profile'"
    ),
  ])
  func `says what is wrong with settings, once`(settings: String, expected: String) throws {
    let settings = try JSONSerialization.jsonObject(with: Data(settings.utf8))
    let expected = "manifestlint: " + expected
    let started = session(.full("utf-16"), settings as? [String: Any])
    #expect(started.takeWarnings() == [expected])
    let session = session()
    let usual = findings(session)
    for _ in 1...2 {
      for sent in [settings, ["manifestlint": settings]] { push(sent, to: session) }
      #expect(session.takeWarnings() == [expected])
      #expect(findings(session) == usual)
      push(["manifestlint": [String: Any]()], to: session)
      #expect(session.takeWarnings().isEmpty)
    }
  }

  @Test(arguments: [
    #"{ "manifestlint": { "inlayHints": { "enable": true } } }"#, #"{ "manifestlint": { "somethingElse": 1 } }"#,
    #"{ "yaml": { "validate": true }, "editor": { "stages": 7 }, "profiles": 1, "profile": "strict" }"#,
    #"{ "manifestlint": { "profile": null, "stage": "live" } }"#,
  ])
  func `says nothing of settings that are right or none of its own`(settings: String) throws {
    let session = session()
    push(try JSONSerialization.jsonObject(with: Data(settings.utf8)), to: session)
    #expect(session.takeWarnings().isEmpty)
  }
}
