import Foundation
import Testing

/// The language server as a process; what it says is tested with the server itself.
@Suite struct LspCommandTests {
  private func run(_ messages: String..., arguments: String = "") throws -> CommandRun {
    let input = messages.map { "Content-Length: \($0.utf8.count)\r\n\r\n\($0)" }.joined()
    return try arguments.isEmpty
      ? CommandRun("lsp", input: Data(input.utf8)) : CommandRun("lsp", arguments, input: Data(input.utf8))
  }

  private let initialize = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#
  private let shutdown = #"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#
  private let exit = #"{"jsonrpc":"2.0","method":"exit"}"#

  @Test(arguments: ["", "--stdio"])
  func `ends with 0 after shutdown and exit`(argument: String) throws {
    let run = try run(initialize, shutdown, exit, arguments: argument)
    #expect(run.status == 0)
    #expect(run.trouble.isEmpty)
    #expect(run.output.hasPrefix("Content-Length: "))
    #expect(run.output.contains(#""serverInfo":{"name":"manifestlint""#))
    #expect(run.output.hasSuffix(#"{"jsonrpc":"2.0","id":2,"result":null}"#))
  }

  @Test func `ends with 1 where nobody said goodbye`() throws {
    #expect(try run(initialize, exit).status == 1)
    #expect(try run(initialize).status == 1)
    #expect(try run().status == 1)
  }

  @Test(arguments: [true, false])
  func `ends when the editor's process has ended, even if somebody holds its end of the pipe`(isSaid: Bool) throws {
    // Stands for the editor, and lives until its input ends.
    let editor = Process()
    let life = Pipe()
    editor.executableURL = URL(filePath: "/bin/cat")
    editor.standardInput = life
    editor.standardOutput = FileHandle.nullDevice
    try editor.run()
    let (server, input, output) = (Process(), Pipe(), Pipe())
    server.executableURL = CommandRun.binary
    server.arguments = isSaid ? ["lsp"] : ["lsp", "--clientProcessId=\(editor.processIdentifier)"]
    server.standardInput = input
    server.standardOutput = output
    try server.run()
    DispatchQueue.global().asyncAfter(deadline: .now() + 60) { [server] in
      if server.isRunning { kill(server.processIdentifier, SIGKILL) }
    }
    let named = initialize.replacing("{\"cap", with: "{\"processId\":\(editor.processIdentifier),\"cap")
    let message = isSaid ? named : initialize
    try input.fileHandleForWriting.write(
      contentsOf: Data("Content-Length: \(message.utf8.count)\r\n\r\n\(message)".utf8))
    #expect(output.fileHandleForReading.availableData.count > 100)
    #expect(server.isRunning)
    try life.fileHandleForWriting.close()
    editor.waitUntilExit()
    server.waitUntilExit()
    #expect(server.terminationReason == .exit)
    #expect(server.terminationStatus == 1)
    // Until here somebody could have written.
    try input.fileHandleForWriting.close()
  }

  @Test func `serves an editor whose process cannot be seen from here`() throws {
    // The largest number that there can be on Linux is 4,194,304.
    let elsewhere = initialize.replacing("{\"cap", with: "{\"processId\":2000000000,\"cap")
    let run = try run(elsewhere, shutdown, exit)
    #expect(run.status == 0)
    #expect(run.output.hasSuffix(#"{"jsonrpc":"2.0","id":2,"result":null}"#))
  }

  @Test func `tells of a sample what the command line tells of it`() throws {
    let sample = CommandRun.root.appending(path: "Samples/invalid/urls.pipedrive.yaml")
    let text = try String(contentsOf: sample, encoding: .utf8)
    let document: [String: Any] = ["uri": sample.absoluteString, "languageId": "yaml", "version": 1, "text": text]
    let open = try JSONSerialization.data(withJSONObject: [
      "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": ["textDocument": document],
    ])
    let ask = try JSONSerialization.data(withJSONObject: [
      "jsonrpc": "2.0", "id": 3, "method": "textDocument/diagnostic",
      "params": ["textDocument": ["uri": sample.absoluteString]],
    ])
    let served = try run(
      initialize, String(decoding: open, as: UTF8.self), String(decoding: ask, as: UTF8.self), shutdown, exit)
    let linted = try CommandRun("--format", "json", sample.path)
    func rules(_ text: String, _ pattern: String) -> [String] {
      text.split(separator: pattern).dropFirst().map { String($0.prefix { $0 != "\"" }) }.sorted()
    }
    #expect(rules(served.output, "\"code\":\"") == rules(linted.output, "\"rule\": \""))
  }
}
