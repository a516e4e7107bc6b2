import ManifestLanguageServer
import ManifestLint
import Testing

@Suite struct LifecycleTests {
  @Test func `tells what it can do, and counts in the unit that was agreed on`() {
    for (offered, expected) in [("utf-8", "utf-8"), ("utf-16", "utf-16"), ("utf-32", "utf-32"), ("utf-7", "utf-16")] {
      let session = EditorSession()
      let result = session.request(
        "initialize",
        ["processId": 1, "rootUri": "file:///project", "capabilities": ["general": ["positionEncodings": [offered]]]])
      #expect(result?["capabilities"]?["positionEncoding"]?.string == expected)
      #expect(result?["serverInfo"]?["name"]?.string == "manifestlint")
      #expect(result?["capabilities"]?["diagnosticProvider"] == nil)
    }
  }

  @Test func `prefers bytes where the editor counts in them too`() {
    let session = EditorSession()
    let result = session.request(
      "initialize", ["capabilities": ["general": ["positionEncodings": ["utf-16", "utf-32", "utf-8"]]]])
    #expect(result?["capabilities"]?["positionEncoding"]?.string == "utf-8")
  }

  @Test func `refuses requests before it is initialized, and drops notifications`() {
    let session = EditorSession()
    session.open("/project/a.pipedrive.yaml", "x")
    let id = session.ask("textDocument/hover", [:])
    session.run()
    #expect(session.answers[id]?["error"]?["code"]?.text == "-32002")
    #expect(session.received.isEmpty)
  }

  @Test func `is initialized once`() {
    let session = EditorSession(MemoryHost(), .full("utf-8"))
    let id = session.ask("initialize", ["capabilities": [:]])
    session.run()
    #expect(session.answers[id]?["error"]?["code"]?.text == "-32600")
  }

  @Test func `answers what it does not know, and ignores notifications that it does not know`() {
    let session = EditorSession(MemoryHost(), .full("utf-8"))
    let id = session.ask("textDocument/formatting", [:])
    session.notify("$/setTrace", ["value": "off"])
    session.notify("$/whatever", [:])
    #expect(session.answers[id]?["error"]?["code"]?.text == "-32601")
  }

  @Test func `ends with 0 after a shutdown, and with 1 without`() {
    let orderly = EditorSession(MemoryHost(), .full("utf-8"))
    #expect(orderly.request("shutdown", [:])?.kind == .null)
    let late = orderly.ask("textDocument/hover", [:])
    orderly.run()
    #expect(orderly.answers[late]?["error"]?["code"]?.text == "-32600")
    #expect(orderly.server.exitCode == nil)
    orderly.notify("exit", [:])
    #expect(orderly.server.exitCode == 0)

    let hasty = EditorSession(MemoryHost(), .full("utf-8"))
    hasty.notify("exit", [:])
    #expect(hasty.server.exitCode == 1)
  }

  @Test func `answers a request that was taken back before its turn`() {
    let session = EditorSession(MemoryHost(), .full("utf-8"))
    session.open("/project/a.pipedrive.yaml", "manifest: 1\n")
    let first = session.ask("textDocument/diagnostic", ["textDocument": session.document("/project/a.pipedrive.yaml")])
    let second = session.ask("textDocument/diagnostic", ["textDocument": session.document("/project/a.pipedrive.yaml")])
    session.post("$/cancelRequest", ["id": second])
    session.post("$/cancelRequest", ["id": 999])
    session.run()
    #expect(session.answers[first]?["result"] != nil)
    #expect(session.answers[second]?["error"]?["code"]?.text == "-32800")
  }

  @Test(arguments: [
    "{", "[]", "1", "{\"jsonrpc\":\"2.0\"}", "{\"id\":5,\"method\":3}", "{\"id\":null,\"method\":\"x\"}",
    "{\"id\":{},\"method\":\"x\"}", "\u{0}", "{\"id\":7,\"method\":\"textDocument/diagnostic\"}",
    "{\"id\":7,\"method\":\"textDocument/diagnostic\",\"params\":[1]}",
    "{\"id\":7,\"method\":\"textDocument/codeAction\",\"params\":{\"textDocument\":{\"uri\":\"x:y\"},\"range\":{}}}",
    "{\"id\":7,\"method\":\"codeAction/resolve\",\"params\":{\"title\":\"x\"}}",
  ])
  func `answers what is broken with an error and lives on`(message: String) {
    let session = EditorSession(MemoryHost(), .full("utf-8"))
    session.sendRaw("Content-Length: \(message.utf8.count)\r\n\r\n" + message)
    session.run()
    #expect(session.answers.values.contains { $0["error"] != nil })
    session.open("/project/a.pipedrive.yaml", "manifest: 1\n")
    #expect(!session.findings("/project/a.pipedrive.yaml").isEmpty)
  }

  @Test(arguments: [
    "{\"method\":\"textDocument/didOpen\"}", "{\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{}}}",
    "{\"method\":\"textDocument/didClose\",\"params\":7}", "{\"method\":\"$/cancelRequest\",\"params\":{\"id\":[]}}",
    "{\"method\":\"workspace/didChangeWatchedFiles\",\"params\":{\"changes\":[3]}}",
    "{\"method\":\"workspace/didChangeWorkspaceFolders\"}", "{\"id\":\"nobody\",\"result\":3}",
    "{\"method\":\"workspace/didChangeConfiguration\",\"params\":{\"settings\":[]}}",
  ])
  func `lives on after a notification that makes no sense`(message: String) {
    let session = EditorSession(MemoryHost(), .full("utf-8"))
    session.sendRaw("Content-Length: \(message.utf8.count)\r\n\r\n" + message)
    session.open("/project/a.pipedrive.yaml", "manifest: 1\n")
    #expect(!session.findings("/project/a.pipedrive.yaml").isEmpty)
  }

  @Test func `takes half a character from an editor for one that cannot be shown`() {
    let session = EditorSession(MemoryHost(), .full("utf-16"))
    session.open("/project/a.pipedrive.yaml", "manifest: 1\n")
    let change = #"""
      {"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///project/a.pipedrive.yaml","version":2},"contentChanges":[{"range":{"start":{"line":1,"character":0},"end":{"line":1,"character":0}},"text":"x: \ud83d\ude00\ud800\n"},{"range":{"start":{"line":2,"character":0},"end":{"line":2,"character":0}},"text":"typo: 1\n"}]}}
      """#
    session.sendRaw("Content-Length: \(change.utf8.count)\r\n\r\n" + change)
    #expect(session.findings("/project/a.pipedrive.yaml").contains("2:0 unknown-key"))
  }
}
